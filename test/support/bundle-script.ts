import { buildSync } from 'esbuild';
import path from 'node:path';
import { root } from './repository';

/**
 * Bundles a script, by its path in the repository, into a folder: a process that runs it starts in a fraction of the time that
 * it takes from the sources. @returns the path of the bundle.
 */
export function bundleScript(script: string, folder: string): string {
  const outfile = path.join(folder, `${path.parse(script).name}.cjs`);
  buildSync({
    entryPoints: [path.join(root, script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}
