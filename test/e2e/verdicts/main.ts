// Runs the tests beside this file in a real VS Code, with the extension as it is shipped but for one port: its author
// agrees to every submit. What the dialogs do is tested from outside.
import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../support/repository.js';
import { runSuite } from '../../support/suite/run-suite.js';

const extension = path.join(root, 'out/e2e/confirming');

/** The built extension with another entry. */
async function assemble(): Promise<void> {
  await rm(extension, { recursive: true, force: true });
  await mkdir(path.join(extension, 'dist'), { recursive: true });
  const left = new Set(['dist', 'out', 'node_modules', '.git', 'test']);
  for (const name of await readdir(root)) {
    if (!left.has(name)) await symlink(path.join(root, name), path.join(extension, name));
  }
  await cp(path.join(root, 'dist'), path.join(extension, 'dist'), { recursive: true });
  await build({
    entryPoints: [path.join(root, 'test/e2e/verdicts/confirming-extension.ts')],
    outfile: path.join(extension, 'dist/extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}

assemble()
  .then(() => runSuite({ folder: path.join(root, 'test/e2e/verdicts'), extension }))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
