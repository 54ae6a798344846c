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

const rounds = 3;
/** What the issue of speed allows, in milliseconds. */
const allowed = 100;

/** Run by the extension host. */
const contents = (report: string) => `
  import { writeFileSync } from 'node:fs';
  import { extensions } from 'vscode';
  export async function run() {
    const extension = extensions.getExtension('targetgroup.targetgroup');
    if (!extension || extension.isActive) throw new Error('not there, or active already');
    const started = performance.now();
    await extension.activate();
    writeFileSync(${JSON.stringify(report)}, String(performance.now() - started));
  }`;

async function measure(folder: string): Promise<number> {
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
  return Number(await readFile(report, 'utf8'));
}

async function main(): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { path: folder, remove } = await createTemporaryFolder();
    try {
      times.push(await measure(folder));
    } finally {
      await remove();
    }
  }
  const shown = times.map((time) => time.toFixed(1)).join(', ');
  console.log(`activation: ${median(times).toFixed(1)} ms (${shown}); allowed are ${allowed} ms`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
