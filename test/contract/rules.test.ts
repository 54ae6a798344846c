import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { catalogue } from '../../server/src/core/rules/catalogue';
import { rules } from '../../server/src/core/rules/index';
import { expectDiagnostics } from '../support/diagnose';

const folder = new URL('../../server/src/core/rules/', `file://${__dirname}/../contract/`);

/**
 * The published rules: their levels, the default first; whether they have a fix, and one that "fix all" applies. The
 * codes are settings, anchors and output formats of others, so none is renamed or dropped; written down once more here.
 */
const published: Readonly<Record<string, string>> = {
  'json-syntax': 'error; fix; not settable',
  'json-comment': 'error; fix',
  'json-trailing-comma': 'error; fix all',
  'byte-order-mark': 'warning; fix all',
  'schema-type': 'error; fix all',
  'schema-enum': 'error; fix',
  'schema-required': 'error; fix; not settable',
  'schema-minimum': 'error; fix',
  'file-limit': 'information',
  'internal-error': 'error; not settable',
  'duplicate-key': 'error; fix',
  'documented-required': 'warning, hint; fix',
  'unknown-property': 'warning; fix',
  'server-field': 'information; fix',
  'integer-precision': 'warning',
  'name-length': 'error; fix',
  'name-empty': 'error',
  'name-blank-ends': 'warning; fix all',
  'name-duplicate': 'warning',
  'description-length': 'warning; fix',
  'enum-label': 'warning, information; fix all',
  'default-values-count': 'error, warning, information; fix',
  'total-periods-count': 'warning; fix',
  'default-value-number': 'error',
  'default-value-decimal': 'information; fix',
  'default-values-differ': 'information',
  'cycle-limit': 'warning',
  'tracking-type-targets': 'warning; fix',
  'leaderboard-window': 'error; fix',
  'leaderboard-tracking-type': 'warning',
  'fixed-window-required': 'warning; fix',
  'window-enrolment': 'hint',
  'date-format': 'error',
  'period-dates-order': 'error; fix',
  'group-dates-order': 'warning; fix',
  'periods-overlap': 'warning; fix',
  'period-outside-group': 'warning; fix',
  'period-outside-cycle': 'warning; fix',
  'ref-code-duplicate': 'warning; fix',
  'period-length': 'information; fix',
  'period-status': 'hint; fix all',
  'date-offset': 'hint',
  'time-zone': 'information; fix',
  'entity-type-pair': 'warning; fix',
  'event-name-missing': 'warning; fix',
  'event-attribute-field': 'warning; fix',
  'emf-event-attribute': 'warning',
  'extended-field-info-required': 'error; fix',
  'alternate-currency-fields': 'error; fix',
  'extended-field-unused': 'information; fix',
  'enrolment-default': 'hint; fix',
  'user-created-enrolment': 'warning; fix',
  'unified-combination': 'warning; fix',
  'unified-expression': 'warning',
  'streaks-missing': 'warning; fix',
  'streak-levels': 'warning; fix',
  'expression-json-syntax': 'error',
  'expression-json-shape': 'warning',
  'expression-json-node': 'information',
  'expression-mismatch': 'warning; fix',
};

describe('the rules', () => {
  it('are the published ones and no other, at their levels', () => {
    const told = catalogue.map(({ code, levels, fix, fixAll, settable }) => {
      const repair = fixAll ? 'fix all' : fix === undefined ? undefined : 'fix';
      const words = [levels.join(', '), repair, settable ? undefined : 'not settable'];
      return [code, words.filter((word) => word !== undefined).join('; ')];
    });
    assert.deepEqual(Object.fromEntries(told), published);
    assert.equal(told.length, Object.keys(published).length);
  });

  it('are listed exactly once, each in the file of its name', () => {
    const defining = readdirSync(folder)
      .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('= defineRule'))
      .map((file) => file.replace('.ts', ''));
    assert.deepEqual(rules.map(({ code }) => code).sort(), defining.sort());
    const codes = catalogue.map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
  });

  for (const { code, title, why, source, examples } of catalogue) {
    it(`${code} says what, why and by which source`, () => {
      for (const text of [title, why, source]) assert.ok(text.length > 10, text);
    });
    if (!examples) continue;
    it(`${code} reports exactly what its bad example marks`, () => {
      assert.ok(examples.bad.includes(`«${code}:`));
      expectDiagnostics(examples.bad);
    });
    it(`${code} finds its good example clean`, () => {
      expectDiagnostics(examples.good);
    });
  }

  it('stand in the shipped catalogue under the line that the links name', async () => {
    const { ruleLines } = await import('../../server/src/generated/rule-lines.generated');
    const lines = readFileSync(new URL('../../../RULES.md', folder), 'utf8').split('\n');
    for (const [index, { code }] of catalogue.entries()) assert.equal(lines[(ruleLines[index] ?? 0) - 1], `## ${code}`);
  });
});
