import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { root } from '../repository.js';

/** One bundle of the extension that is made anew. */
export interface OtherBundle {
  /** Its name in `dist`. */
  readonly file: string;
  /** Of the sources, from the repository's root. */
  readonly entry: string;
  readonly options?: BuildOptions;
}

/** Puts the built extension with one bundle made anew into a folder. @returns that folder, from the root's `out` */
export async function assembleExtension(folder: string, { file, entry, options = {} }: OtherBundle): Promise<string> {
  const extension = path.join(root, 'out', folder);
  await rm(extension, { recursive: true, force: true });
  await mkdir(path.join(extension, 'dist'), { recursive: true });
  const left = new Set(['dist', 'out', 'node_modules', '.git', 'test']);
  for (const name of await readdir(root)) {
    if (!left.has(name)) await symlink(path.join(root, name), path.join(extension, name));
  }
  await cp(path.join(root, 'dist'), path.join(extension, 'dist'), { recursive: true });
  await build({
    entryPoints: [path.join(root, entry)],
    outfile: path.join(extension, 'dist', file),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    ...options,
  });
  return extension;
}
