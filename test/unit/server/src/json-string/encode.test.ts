import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { encode, escapingStyleOf } from '../../../../../server/src/json-string/encode';
import { anyLiteral } from '../../../../support/json-literals';
import { runs } from '../../../../support/runs';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '/', '\n', 'é', '😀', '\uD83D', '\u2028'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
});

describe('encode', () => {
  it('keeps any text, in the style of any literal', () => {
    fc.assert(
      fc.property(anyText, anyLiteral, (text, spellings) => {
        const literal = encode(text, escapingStyleOf(`"${spellings.join('')}"`));
        assert.equal(JSON.parse(literal), text);
        assert.equal(Buffer.from(literal).toString(), literal, 'half a surrogate pair cannot be saved as UTF-8');
      }),
      { numRuns: runs(400) },
    );
  });

  const styles: readonly [string, (text: string) => string][] = [
    ['JSON.stringify', (text) => JSON.stringify(text)],
    [
      'PHP: slashes and everything beyond ASCII',
      (text) => escapeAll(JSON.stringify(text).replaceAll('/', '\\/'), /[\u0080-\uffff]/g),
    ],
    ['Gson: what HTML minds', (text) => escapeAll(JSON.stringify(text), /[<>&='\u2028\u2029]/g)],
    [
      'quotes by their number',
      (text) =>
        JSON.stringify(text)
          .replaceAll('\\"', '\\u0022')
          .replace(/^\\u0022|\\u0022$/g, '"'),
    ],
    ['capital digits', (text) => escapeAll(JSON.stringify(text), /[\u0080-\uffff]/g, true)],
  ];
  const sample = '{"arity":"a/b", "value": "é😀 <&> = \u2028 \'x\' \\ \n"}';
  for (const [what, write] of styles) {
    it(`writes as the string is written: ${what}`, () => {
      const literal = write(sample);
      assert.equal(JSON.parse(literal), sample);
      assert.equal(encode(sample, escapingStyleOf(literal)), literal);
      assert.equal(encode('"/"', escapingStyleOf(literal)), write('"/"'));
    });
  }

  it('knows the ends of the range of surrogates', () => {
    const style = escapingStyleOf('""');
    assert.equal(encode('\uD800', style), '"\\ud800"');
    assert.equal(encode('\uDFFF', style), '"\\udfff"');
    assert.equal(encode('\u{10FFFF}\u{10000}', style), '"\u{10FFFF}\u{10000}"');
    assert.equal(encode('\uD7FF"\uE000"\uFFFF"', style), '"\uD7FF\\"\uE000\\"\uFFFF\\""');
  });

  it('does not take the last of ASCII for what lies beyond', () => {
    assert.equal(encode('é', escapingStyleOf(String.raw`"\u007f"`)), '"é"');
    assert.equal(encode('\u007f\u0080', escapingStyleOf(String.raw`"\u00e9"`)), '"\u007f\\u0080"');
  });

  it('keeps a character as it is where the string has it both ways', () => {
    assert.equal(encode('a/b', escapingStyleOf(String.raw`"a\/b/c"`)), '"a/b"');
    assert.equal(encode('éü', escapingStyleOf(String.raw`"\u00e9ü"`)), String.raw`"\u00e9ü"`);
  });
});

function escapeAll(literal: string, units: RegExp, isUpperCase = false): string {
  return literal.replace(units, (unit) => {
    const hex = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${isUpperCase ? hex.toUpperCase() : hex}`;
  });
}
