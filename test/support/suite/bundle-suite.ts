import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';

export interface Suite {
  /** Every `*.test.ts` right in it is part of the suite. */
  readonly folder: string;
  /** The extension host that runs it. */
  readonly host: 'node' | 'worker';
  /** Where the module with `run` goes. */
  readonly outfile: string;
  /** Names that stand for JSON texts in the suite: a worker has no environment variables. */
  readonly define?: Readonly<Record<string, string>>;
}

const here = import.meta.dirname;

const flavours: Record<Suite['host'], { readonly mocha: string; readonly options: BuildOptions }> = {
  node: {
    mocha: "import Mocha from 'mocha';",
    options: { platform: 'node', target: 'node20', external: ['vscode', 'mocha'] },
  },
  worker: {
    // The browser build leaves its class in a global.
    mocha: "import 'mocha/mocha.js'; const { Mocha } = globalThis;",
    options: {
      platform: 'browser',
      target: 'es2022',
      external: ['vscode'],
      alias: { 'node:assert/strict': path.join(here, 'assert.ts') },
      define: { global: 'globalThis' },
    },
  },
};

/** Bundles all test files of a folder into the one module that an extension host loads. Throws when there are none. */
export async function bundleSuite({ folder, host, outfile, define = {} }: Suite): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts')).sort();
  if (files.length === 0) throw new Error(`${folder}: no test file`);
  const { mocha, options } = flavours[host];
  const contents = [
    mocha,
    `import { createRun } from ${JSON.stringify(path.join(here, 'create-run.ts'))};`,
    'export const run = createRun(Mocha, async () => {',
    ...files.map((file) => `  await import(${JSON.stringify(`./${file}`)});`),
    '});',
  ].join('\n');
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    ...options,
    define: { ...options.define, ...define },
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    outfile,
  });
}
