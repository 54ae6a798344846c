import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { catalogue } from '../../server/src/core/rules/catalogue';
import { expectSound, fixesOf } from '../support/fixes';

const folder = new URL('../fixtures/invalid/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.golden.json'))
  .map((name) => name.replace('.golden.json', ''));

const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Those whose fix chooses between two, deletes, or is one of several that may be meant: none is applied unasked. */
const noneIsPreferred = new Set([
  'default-values-count--too-many',
  'entity-type-pair--lineitem-visit',
  'expression-mismatch--other-number',
  'expression-mismatch--pretty',
  'expression-mismatch--true-spelt-by-numbers',
  'leaderboard-window--cyclic',
  'period-length--regenerate',
  'total-periods-count--missing-period',
  'total-periods-count--too-high',
  'total-periods-count--too-low',
  'tracking-type-targets--two-targets',
  'unified-combination--absent',
]);

/** The same file as others write it: a fix has to follow the file, not the fixture. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with tabs': (text) => text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2)),
};

/** test/fixtures/invalid/<code>--<case>.targetgroup.json, and .golden.json: the file after the preferred (or first) fix. */
describe('golden fixes', () => {
  for (const name of cases) {
    const code = name.split('--')[0] ?? '';
    for (const [how, rewrite] of Object.entries(variants)) {
      it(`${name}, ${how}`, () => {
        const text = rewrite(read(`${name}.targetgroup.json`));
        const fixes = fixesOf(text, code);
        const fix = fixes.find(({ isPreferred }) => isPreferred) ?? fixes[0];
        assert.ok(fix, `no fix for ${code}`);
        assert.equal(fix.isPreferred, !noneIsPreferred.has(name), fix.title);
        assert.equal(fix.after, rewrite(read(`${name}.golden.json`)), fix.title);
        expectSound(text, code, fix);
      });
    }
  }

  it('exist for every rule that has a fix', () => {
    const codes = new Set(cases.map((name) => name.split('--')[0]));
    const missing = catalogue.filter(({ code, fix }) => fix !== undefined && !codes.has(code));
    assert.deepEqual(
      missing.map(({ code }) => code),
      [],
    );
  });
});
