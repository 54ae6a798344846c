import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { changeBetween } from '../../../../../server/src/json-string/change';
import { editLiteral, isJsonString } from '../../../../../server/src/json-string/edit-literal';
import { anyLiteral } from '../../../../support/json-literals';
import { anyUnits, applied } from '../../../../support/text-changes';

const edited = (literal: string, before: string, after: string) => {
  const change = changeBetween(before, after);
  return change ? applied(literal, editLiteral(literal, change)) : literal;
};

describe('an edit of a JSON string', () => {
  it('makes it stand for the other text, whatever both are, and leaves what is before and behind as it is written', () => {
    fc.assert(
      fc.property(anyLiteral, anyUnits, fc.nat(), fc.nat(), (spellings, inserted, from, count) => {
        const literal = `"${spellings.join('')}"`;
        const before = JSON.parse(literal) as string;
        const start = before.length === 0 ? 0 : from % (before.length + 1);
        const after = before.slice(0, start) + inserted + before.slice(Math.min(before.length, start + (count % 4)));
        const change = changeBetween(before, after);
        if (!change) return;
        const inLiteral = editLiteral(literal, change);
        const result = applied(literal, inLiteral);
        assert.equal(JSON.parse(result), after);
        assert.ok(inLiteral.offset >= 1 && inLiteral.offset + inLiteral.length <= literal.length - 1);
      }),
    );
  });

  it('writes what is new in the style of the rest', () => {
    assert.equal(edited(String.raw`"a\/b"`, 'a/b', 'a/b/c'), String.raw`"a\/b\/c"`);
    assert.equal(edited(String.raw`"\u0022a"`, '"a', '"a"'), String.raw`"\u0022a\u0022"`);
    assert.equal(edited(String.raw`"\u00E9"`, 'é', 'éü'), String.raw`"\u00E9\u00FC"`);
    assert.equal(edited('"a"', 'a', 'a"\n'), String.raw`"a\"\n"`);
  });

  it('is told from what is none: strict JSON, however long', () => {
    for (const good of ['""', '"a"', String.raw`"\u00e9\/\n"`, `"${'a\\n'.repeat(400_000)}"`])
      assert.ok(isJsonString(good), good.slice(0, 20));
    for (const bad of [
      '',
      '"',
      '"a',
      'a"',
      '"a" ',
      '"\t"',
      String.raw`"\x"`,
      String.raw`"\u12"`,
      '"a"b"',
      `"${'\\n'.repeat(400_000)}`,
    ])
      assert.ok(!isJsonString(bad), bad.slice(0, 20));
  });
});
