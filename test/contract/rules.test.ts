import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { catalogue } from '../../server/src/core/rules/catalogue';
import { rules } from '../../server/src/core/rules/index';
import { structure } from '../../server/src/core/rules/structure';
import { expectDiagnostics } from '../support/diagnose';

const folder = new URL('../../server/src/core/rules/', `file://${__dirname}/../contract/`);

describe('the rules', () => {
  it('are listed exactly once, each in the file of its name', () => {
    const defining = readdirSync(folder)
      .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('= defineRule'))
      .map((file) => file.replace('.ts', ''));
    assert.deepEqual(rules.map(({ code }) => code).sort(), defining.sort());
    const codes = catalogue.map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
    assert.deepEqual(
      Object.entries(structure).map(([key, { code }]) => key === code),
      Object.keys(structure).map(() => true),
    );
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
    for (const { code } of catalogue) assert.equal(lines[(ruleLines[code] ?? 0) - 1], `## ${code}`);
  });
});
