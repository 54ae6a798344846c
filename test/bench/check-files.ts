import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { builtFile } from '../support/built-file';
import { runCommand } from '../support/hosts/run-command';
import { createTemporaryFolder } from '../support/temporary-folder';
import { installedFile, readSchema } from './contestants';
import { definitionOfSize } from './definitions';
import { median } from './measure';
import type { Row } from './table';

const size = 7000;

/** Definitions of the same size that differ in their names. */
async function writeDefinitions(folder: string, count: number): Promise<void> {
  const { text } = definitionOfSize(size);
  await mkdir(folder);
  for (let index = 0; index < count; index++)
    await writeFile(
      path.join(folder, `${index}.targetgroup.json`),
      text.replace('Spring spenders', `Spring spenders ${index}`),
    );
}

/** Our command line over a folder, every rule and all; beside it validators that only look at the schema. */
export async function measureCheck(count: number, rounds: number): Promise<{ names: string[]; row: Row }> {
  const [ajv, spectral] = [
    await installedFile('ajv-cli', '5.0.0', 'dist/index.js'),
    await installedFile('@stoplight/spectral-cli', '6.16.3', 'dist/index.js'),
  ];
  const { path: folder, remove } = await createTemporaryFolder();
  try {
    const files = path.join(folder, 'definitions');
    await writeDefinitions(files, count);
    const schema = path.join(folder, 'schema.json');
    await writeFile(schema, JSON.stringify(readSchema()));
    const ruleset = path.join(folder, 'ruleset.json');
    const then = { function: 'schema', functionOptions: { schema: readSchema() } };
    await writeFile(ruleset, JSON.stringify({ rules: { shape: { given: '$', severity: 'error', then } } }));
    const commands = [
      [builtFile('cli.js'), 'check', files],
      [ajv, 'validate', '-s', schema, '-d', `${files}/*.json`, '--strict=false', '--validate-formats=false'],
      [spectral, 'lint', `${files}/*.json`, '--ruleset', ruleset, '--quiet'],
    ];
    const times = commands.map((): number[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, args] of commands.entries()) {
        const started = performance.now();
        await runCommand(process.execPath, args, { cwd: folder });
        times[index]?.push(performance.now() - started);
      }
    }
    const row = { name: `${count} files of ${size / 1000} kB`, values: times.map(median) };
    return { names: ['targetgroup check', 'ajv-cli', 'Spectral'], row };
  } finally {
    await remove();
  }
}
