// `npm run bench:activation`: how long the extension takes to be loaded and activated in a real VS Code, in a folder
// without definitions, where nothing has loaded it yet.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { isCodeServerPlatform } from '../support/hosts/install-code-server.js';
import { root } from '../support/repository.js';
import { createTemporaryFolder } from '../support/temporary-folder.js';
import { median } from './measure.js';

const rounds = 5;
/** What our own part may take, in milliseconds. */
const allowed = 100;

/** In milliseconds: all that VS Code does, and of it what is ours: running the bundle, and `activate` until it returns. */
interface Times {
  readonly whole: number;
  readonly load: number;
  readonly activate: number;
}

/** Run by the extension host: looks on while Node loads the bundle, and while VS Code calls what it exports. */
const contents = (report: string) => `
  import { writeFileSync } from 'node:fs';
  import Module from 'node:module';
  import { extensions } from 'vscode';
  const times = {};
  const timed = (name, run) => {
    const started = performance.now();
    try { return run(); } finally { times[name] = performance.now() - started; }
  };
  const load = Module._extensions['.js'];
  Module._extensions['.js'] = (module, file) => {
    if (!/dist.extension\\.js$/.test(file)) return load(module, file);
    timed('load', () => load(module, file));
    const { activate, deactivate } = module.exports;
    module.exports = { activate: (context) => timed('activate', () => activate(context)), deactivate };
  };
  export async function run() {
    const extension = extensions.getExtension('targetgroup.targetgroup');
    if (!extension || extension.isActive) throw new Error('not there, or active already');
    const started = performance.now();
    await extension.activate();
    times.whole = performance.now() - started;
    writeFileSync(${JSON.stringify(report)}, JSON.stringify(times));
  }`;

async function measure(folder: string): Promise<Times> {
  const report = path.join(folder, 'milliseconds');
  const outfile = path.join(root, 'out/bench/activation.js');
  await build({
    stdin: { contents: contents(report), resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outfile,
  });
  await runTests({
    ...(isCodeServerPlatform
      ? { vscodeExecutablePath: path.join(root, 'test/support/hosts/code-stand-in.ts') }
      : undefined),
    extensionDevelopmentPath: root,
    extensionTestsPath: outfile,
    launchArgs: [folder, '--disable-extensions'],
  });
  return JSON.parse(await readFile(report, 'utf8')) as Times;
}

async function main(): Promise<void> {
  const times: Times[] = [];
  for (let round = 0; round < rounds; round++) {
    const { path: folder, remove } = await createTemporaryFolder();
    try {
      times.push(await measure(folder));
    } finally {
      await remove();
    }
  }
  const show = (what: string, of: (each: Times) => number) => {
    const each = times.map(of);
    console.log(`${what}: ${median(each).toFixed(1)} ms (${each.map((time) => time.toFixed(1)).join(', ')})`);
  };
  show(`activate(), allowed are ${allowed} ms`, ({ activate }) => activate);
  show('running the bundle', ({ load }) => load);
  show('all that VS Code does', ({ whole }) => whole);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
