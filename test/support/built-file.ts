import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository';

const changedAt = (file: string) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;

/** True when the bundle is there and younger than everything it was made of. */
function isFresh(bundle: string): boolean {
  const meta = path.join(root, `dist/meta-${path.parse(bundle).name}.json`);
  if (!existsSync(path.join(root, 'dist', bundle)) || !existsSync(meta)) return false;
  const { inputs } = JSON.parse(readFileSync(meta, 'utf8')) as { inputs: Readonly<Record<string, unknown>> };
  const made = statSync(meta).mtimeMs;
  return [...Object.keys(inputs), 'esbuild.mjs'].every((file) => changedAt(file) <= made);
}

/** The path of a bundle in dist/ (`cli.js`, `server.js`), which is built first where it is older than its sources. */
export function builtFile(bundle: string): string {
  if (!isFresh(bundle)) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'pipe' });
  return path.join(root, 'dist', bundle);
}
