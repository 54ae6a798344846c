import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { runCommand } from './run-command.js';

/** The folder of this user's cache that holds the hosts of the tests: several hundred megabytes, safe to delete. */
export const cacheFolder = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'targetgroup-tests',
);

/**
 * Returns the cache folder called `name`, which must carry the versions of what is in it. `install` fills it the first
 * time, under another name, so that a half-filled folder is never taken for a whole one. Throws what `install` throws.
 */
export async function installOnce(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const target = path.join(cacheFolder, name);
  if (existsSync(target)) return target;
  const started = Date.now();
  await mkdir(cacheFolder, { recursive: true });
  console.log(`Installing ${name} in ${cacheFolder} (once).`);
  const part = await mkdtemp(`${target}.part-`);
  try {
    await install(part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another process may have been first: then its folder is as good as ours.
    if (!existsSync(target)) throw error;
  }
  console.log(`Installed ${name} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return target;
}

/** Installs exactly these npm packages in `folder`. No install script runs: what needs one is built by the caller. */
export async function installPackages(folder: string, dependencies: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npmInstall(folder);
}

/** `npm install` of the package.json in `folder`, without its install scripts and development dependencies. */
export async function npmInstall(folder: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-update-notifier'];
  await runCommand('npm', ['install', '--prefix', folder, '--ignore-scripts', '--omit=dev', ...quiet], { cwd: folder });
}
