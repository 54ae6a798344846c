import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/repository';
import { failuresIn, runTests } from '../support/run-tests';
import { factorVariable } from '../support/runs';

/** The files of the fast suite whose properties are tried so many times. */
const files = ['test/unit', 'test/contract']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter((file) => file.endsWith('.test.ts') && readFileSync(path.join(root, file), 'utf8').includes('runs('));

describe('properties, five times as often as in the fast suite', () => {
  it('hold', async function () {
    this.timeout(120_000);
    assert.ok(files.length > 10, files.join());
    assert.deepEqual(failuresIn(await runTests(files, { [factorVariable]: '5' })), []);
  });
});
