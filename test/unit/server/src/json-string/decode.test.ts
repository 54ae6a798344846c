import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parse } from '../../../../../server/src/core/document/parse';
import { decode } from '../../../../../server/src/json-string/decode';
import { anyLiteral, repeat, spelled } from '../../../../support/json-literals';
import { runs } from '../../../../support/runs';

/** The unit that is written at each offset of a literal, found by the slow way: one spelling after the other. */
function slowMap(spellings: readonly string[]): number[] {
  const starts = [1];
  for (const spelling of spellings) starts.push((starts.at(-1) ?? 1) + spelling.length);
  return starts;
}

describe('decode', () => {
  it('gives the text and the place of every unit, for any text in any spelling', () => {
    fc.assert(
      fc.property(anyLiteral, fc.nat(1000), (spellings, start) => {
        const literal = `"${spellings.join('')}"`;
        const { text, toSource } = decode(literal, start);
        assert.equal(text, JSON.parse(literal));
        const expected = slowMap(spellings).map((offset) => offset + start);
        assert.deepEqual(
          expected.map((_, unit) => toSource(unit)),
          expected,
        );
      }),
      { numRuns: runs(400) },
    );
  });

  it('finds the unit that is written at any offset, inside an escape too', () => {
    fc.assert(
      fc.property(anyLiteral, fc.nat(1000), (spellings, start) => {
        const literal = `"${spellings.join('')}"`;
        const { toDecoded } = decode(literal, start);
        const found = Array.from({ length: literal.length - 2 }, (_, at) => toDecoded(start + 1 + at));
        const expected = spellings.flatMap((spelling, unit) => Array.from(spelling, () => unit));
        assert.deepEqual(found, expected);
        assert.equal(toDecoded(start + literal.length - 1), spellings.length);
      }),
      { numRuns: runs(400) },
    );
  });

  it('reads what the document reads', () => {
    fc.assert(
      fc.property(anyLiteral, (spellings) => {
        const literal = `"${spellings.join('')}"`;
        const { root, problems } = parse(literal);
        assert.deepEqual(problems, []);
        assert.equal(root?.kind === 'string' ? root.value : undefined, decode(literal).text);
      }),
    );
  });

  it('stays inside the literal for offsets outside, and for text that is no literal', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\\', 'u', '"', 'n', '0', 'é', '\uD83D') }), (literal) => {
        const { text, toSource, toDecoded } = decode(literal, 5);
        for (let offset = -2; offset < literal.length + 3; offset++) {
          const source = toSource(offset);
          assert.ok(source >= 6 && source <= Math.max(6, 5 + literal.length), `${offset} -> ${source}`);
          const decoded = toDecoded(offset);
          assert.ok(decoded >= 0 && decoded <= text.length, `${offset} -> ${decoded}`);
        }
      }),
    );
  });

  const rows: readonly [string, string, readonly number[]][] = [
    ['nothing', '""', [1]],
    ['plain text', '"ab"', [1, 2, 3]],
    ['short escapes', String.raw`"a\"\\\/b"`, [1, 2, 4, 6, 8, 9]],
    ['a pair by escapes', String.raw`"\ud83d\ude00x"`, [1, 7, 13, 14]],
    ['a pair as it is', '"😀x"', [1, 2, 3, 4]],
    ['half a pair', String.raw`"\ud83dx"`, [1, 7, 8]],
    ['an escaped backslash in front of a u', String.raw`"\\u0041"`, [1, 3, 4, 5, 6, 7, 8]],
  ];
  for (const [what, literal, offsets] of rows) {
    it(`maps ${what}`, () => {
      const { text, toSource } = decode(literal);
      assert.deepEqual(
        Array.from({ length: text.length + 1 }, (_, unit) => toSource(unit)),
        offsets,
      );
    });
  }

  it('takes a megabyte of the worst mixture', () => {
    const literal = `"${repeat(String.raw`a\"b\u0041\n`, 1024 * 1024)}"`;
    const { text, toSource, toDecoded } = decode(literal);
    assert.equal(text, JSON.parse(literal));
    for (let unit = 0; unit <= text.length; unit += 997) {
      const source = toSource(unit);
      assert.equal(toDecoded(source), unit);
      if (unit < text.length) assert.equal(spelled(literal, source).value, text[unit]);
    }
  });
});
