// `npm start`: the sandbox and a real VS Code on examples/ with this extension, until Ctrl+C. It lives with the tests since
// it starts the same hosts.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startCodeServer, toWorkbenchUrl } from '../hosts/start-code-server.js';
import { startChild } from '../hosts/start-child.js';
import { root } from '../repository.js';
import { createTemporaryFolder } from '../temporary-folder.js';

const examples = path.join(root, 'examples');

/** Something that runs until Ctrl+C. */
interface Running {
  readonly address: string;
  /** Resolves with the way it ended; never rejects. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

async function startSandbox(): Promise<Running> {
  const child = startChild(process.execPath, [path.join(root, 'dist/cli.js'), 'sandbox']);
  const address = await child.waitForLog(/^(http:\/\/\S+)$/m, 15_000);
  return { address, ended: child.ended, stop: child.stop };
}

/** The desktop VS Code on the PATH, when there is a display to show it on. */
function findDesktop(): string | undefined {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = hasDisplay ? (process.env['PATH'] ?? '').split(path.delimiter) : [];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

async function startDesktop(code: string): Promise<Running> {
  const profile = await createTemporaryFolder();
  const child = startChild(code, [
    ...['--user-data-dir', path.join(profile.path, 'data'), '--extensions-dir', path.join(profile.path, 'extensions')],
    `--extensionDevelopmentPath=${root}`,
    ...['--disable-workspace-trust', '--new-window', '--wait', examples],
  ]);
  const stop = async (): Promise<void> => {
    await child.stop();
    await profile.remove();
  };
  return { address: 'desktop', ended: child.ended, stop };
}

async function startServed(): Promise<Running> {
  const { version } = (await import('../../../package.json', { with: { type: 'json' } })).default;
  const server = await startCodeServer({ vsix: [path.join(root, `targetgroup-${version}.vsix`)] });
  return { address: toWorkbenchUrl(server, { folder: examples }), ended: server.ended, stop: server.stop };
}

/** Shows an address in the user's browser, if there is one; else they have read it. */
function openInBrowser(address: string): void {
  const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'start' };
  startChild(openers[process.platform] ?? 'xdg-open', [address]);
}

async function main(): Promise<void> {
  const sandbox = await startSandbox();
  const desktop = findDesktop();
  const editor = desktop === undefined ? await startServed() : await startDesktop(desktop);
  console.log(`editor ${editor.address}\nsandbox ${sandbox.address}`);
  if (desktop === undefined && process.stdout.isTTY) openInBrowser(editor.address);
  const how = await Promise.race([sandbox.ended, editor.ended]);
  await Promise.all([sandbox.stop(), editor.stop()]);
  console.error(`ended (${how})`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
