import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

/* Every promise of the README about safety names the test that holds it. */

const readme = readFileSync('README.md', 'utf8');
const section = readme.split('### What you can rely on')[1]?.split(/^##/m)[0] ?? '';
const rows = section.split('\n').filter((line) => line.startsWith('|'));
const promises = rows.slice(2).map((row) => row.split('|').map((cell) => cell.trim()));

describe('the promises of the README', () => {
  it('are many, and each has one test', () => {
    assert.ok(promises.length >= 35, `${promises.length}`);
    for (const [, promise, test] of promises) assert.match(test ?? '', /^`test\/[\w/.-]+\.ts`: .{10,}$/, promise);
  });

  for (const [, promise = '', test = ''] of promises) {
    it(`"${promise}" is held by a test that exists`, () => {
      const [, file = '', title = ''] = /^`(.+?)`: (.+)$/.exec(test) ?? [];
      assert.ok(existsSync(file), file);
      assert.ok(readFileSync(file, 'utf8').includes(title), `${file} has no test "${title}"`);
    });
  }
});
