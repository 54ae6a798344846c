import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { diagnose } from '../support/diagnose';

const folder = new URL('../fixtures/invalid/', import.meta.url);

/** test/fixtures/invalid/<code>--<case>.targetgroup.json */
describe('invalid fixtures', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.targetgroup.json'))) {
    it(`${name} is reported`, () => {
      const codes = diagnose(readFileSync(new URL(name, folder), 'utf8')).map(({ code }) => code);
      const code = name.split('--')[0];
      assert.ok(code !== undefined && codes.includes(code), `${codes.join(', ')} in place of ${String(code)}`);
    });
  }
});
