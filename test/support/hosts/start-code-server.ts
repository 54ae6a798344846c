import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTemporaryFolder } from '../temporary-folder.js';
import { installCodeServer, type VscodeServer } from './install-code-server.js';
import { runCommand } from './run-command.js';
import { startChild, type Child } from './start-child.js';

/** A quiet workbench: nothing of its own opens, moves, asks or looks something up. */
const quietSettings = {
  // In a browser the default is to save all the time.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'window.confirmBeforeClose': 'never',
};

export interface CodeServerOptions {
  /** VSIX files to install first. */
  readonly vsix?: readonly string[];
  /** User settings over the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The test mode, without which extensionTestsPath is ignored. It hides toasts and refuses modal dialogs. */
  readonly testMode?: boolean;
  /** Folders have to be trusted first, as with every user. */
  readonly asksForTrust?: boolean;
  /** Laid over the environment, which the extension host inherits. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface RunningCodeServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What a page has to know to use it: whoever does runs programs as this user. */
  readonly token: string;
  /** Where its extensions are installed; removed by stop(). */
  readonly extensionsFolder: string;
  readonly log: () => string;
  /** Resolves with the way it ended; never rejects. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts a VS Code server on loopback with a throw-away profile. Throws with its log when it does not come up. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<RunningCodeServer> {
  const installed = await installCodeServer();
  const root = await createTemporaryFolder();
  let child: Child | undefined;
  const stop = async (): Promise<void> => {
    await child?.stop();
    await root.remove();
  };
  try {
    const profile = await createProfile(root.path, options);
    await installExtensions(installed, profile, options.vsix ?? []);
    child = startChild(installed.node, serverArguments(installed, profile, options), { env: profile.env });
    const port = await child.waitForLog(/Extension host agent listening on (\d+)/, 60_000);
    const origin = `http://127.0.0.1:${port}`;
    return {
      origin,
      token: profile.token,
      extensionsFolder: profile.extensions,
      log: child.log,
      ended: child.ended,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Profile {
  readonly userData: string;
  readonly serverData: string;
  readonly extensions: string;
  readonly token: string;
  readonly tokenFile: string;
  readonly env: NodeJS.ProcessEnv;
}

async function createProfile(root: string, options: CodeServerOptions): Promise<Profile> {
  const folder = (name: string) => path.join(root, name);
  const userData = folder('d');
  const home = folder('h');
  const temporary = folder('t');
  const extensions = folder('x');
  const userFolder = path.join(userData, 'User');
  for (const each of [userFolder, home, temporary, extensions]) await mkdir(each, { recursive: true });
  const token = randomUUID();
  const tokenFile = folder('token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  const env = {
    ...process.env,
    HOME: home,
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    // No marketplace: not one look-up of it.
    EXTENSIONS_GALLERY: '{}',
    NODE_OPTIONS: '',
    VSCODE_IPC_HOOK_CLI: '',
    ...options.env,
  };
  return { userData, serverData: folder('s'), extensions, token, tokenFile, env };
}

/** The arguments of every call of VS Code's server. */
const commonArguments = ({ folder }: VscodeServer, { userData, serverData, extensions }: Profile): string[] => [
  path.join(folder, 'out/server-main.js'),
  '--accept-server-license-terms',
  ...['--user-data-dir', userData, '--server-data-dir', serverData, '--extensions-dir', extensions],
];

async function installExtensions(installed: VscodeServer, profile: Profile, vsix: readonly string[]): Promise<void> {
  for (const file of vsix) {
    const args = [...commonArguments(installed, profile), '--force', '--install-extension', path.resolve(file)];
    await runCommand(installed.node, args, { env: profile.env });
  }
}

function serverArguments(installed: VscodeServer, profile: Profile, options: CodeServerOptions): string[] {
  return [
    ...commonArguments(installed, profile),
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', profile.tokenFile],
    '--disable-telemetry',
    ...(options.asksForTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.testMode === true ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** What the workbench reads from its address. */
export interface WorkbenchPlace {
  /** A folder or a `.code-workspace` file; none opens an empty window. */
  readonly folder?: string | undefined;
  /** Pairs of the workbench's own options. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address that opens the workbench of `server` at a place. */
export function toWorkbenchUrl(server: RunningCodeServer, { folder, payload = [] }: WorkbenchPlace): string {
  const query = new URLSearchParams({ tkn: server.token });
  if (folder === undefined) query.set('ew', 'true');
  else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query.toString()}`;
}

/** A path of this machine as the workbench in the browser names it. */
export function toRemoteUri(server: RunningCodeServer, file: string): string {
  return `vscode-remote://${new URL(server.origin).host}${pathToFileURL(path.resolve(file)).pathname}`;
}
