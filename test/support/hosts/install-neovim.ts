import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './run-command.js';

/** Why no Neovim can be had on this machine; undefined where one can. */
export function whyNoNeovim(): string | undefined {
  if (process.platform === 'win32') return 'not on Windows';
  if (findNeovim() !== undefined || mayInstall()) return undefined;
  return 'there is no nvim on the PATH, and only root on Debian can install one';
}

/** The Neovim on the PATH, or else Debian's, which is installed first. Throws where neither is to be had. */
export async function installNeovim(): Promise<string> {
  const refusal = whyNoNeovim();
  if (refusal !== undefined) throw new Error(`Neovim: ${refusal}`);
  const found = findNeovim();
  if (found !== undefined) return found;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'neovim'], { env });
  return '/usr/bin/nvim';
}

function findNeovim(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'nvim')).find((file) => existsSync(file));
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
