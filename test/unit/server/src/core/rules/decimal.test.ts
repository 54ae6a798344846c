import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { hasFraction, isDecimal, isSameDecimal, roundedText } from '../../../../../../server/src/core/rules/decimal';
import { runs } from '../../../../../support/runs';

/** The form of RULES, default-value-number, letter by letter. */
const ruled = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

describe('decimal', () => {
  it('knows the form of the rules', () => {
    const pieces = fc.array(fc.constantFrom('0', '1', '5', '.', 'e', 'E', '+', '-', ' ', 'x'), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (parts) => {
        assert.equal(isDecimal(parts.join('')), ruled.test(parts.join('')));
      }),
      { numRuns: runs(1000) },
    );
  });

  const fractions: [string, boolean, string][] = [
    ['1', false, ''],
    ['1.00', false, ''],
    ['1.', false, ''],
    ['0', false, ''],
    ['-0.0', false, ''],
    ['10e-1', false, ''],
    ['1.5e1', false, ''],
    ['0.00e-9', false, ''],
    ['1e999999999999', false, ''],
    ['2.5', true, '3'],
    ['2.4999999999999999999999', true, '2'],
    ['2.49', true, '2'],
    ['+2.5', true, '3'],
    ['-2.5', true, '-3'],
    ['-2.4', true, '-2'],
    ['-0.4', true, '0'],
    ['.5', true, '1'],
    ['0.5', true, '1'],
    ['0.05', true, '0'],
    ['0.49', true, '0'],
    ['9.5', true, '10'],
    ['99.9', true, '100'],
    ['15e-1', true, '2'],
    ['1234.5e-2', true, '12'],
    ['1.2345e2', true, '123'],
    ['1e-400', true, '0'],
    ['1e-999999999999', true, '0'],
    ['9007199254740993.5', true, '9007199254740994'],
    ['0.10', true, '0'],
  ];
  for (const [text, fraction, rounded] of fractions) {
    it(`${text} has ${fraction ? `a fraction, and is about ${rounded}` : 'no fraction'}`, () => {
      assert.equal(hasFraction(text), fraction);
      if (fraction) assert.equal(roundedText(text), rounded);
    });
  }

  const same: [string, string, boolean][] = [
    ['1', '1.00', true],
    ['1', '+1', true],
    ['0', '-0', true],
    ['0', '0e9', true],
    ['100', '1e2', true],
    ['0.5', '5e-1', true],
    ['00.50', '.5', true],
    ['1', '-1', false],
    ['1', '2', false],
    ['1', '10', false],
    ['1', '0.1', false],
    ['0', '1', false],
    ['9007199254740992', '9007199254740993', false],
  ];
  for (const [a, b, equal] of same) {
    it(`${a} and ${b} are ${equal ? 'the same' : 'different'}`, () => {
      assert.equal(isSameDecimal(a, b), equal);
      assert.equal(isSameDecimal(b, a), equal);
    });
  }

  it('agrees with the platform where that is exact', () => {
    const texts = fc
      .record({ value: fc.integer({ min: -99_999, max: 99_999 }), places: fc.integer({ min: 0, max: 4 }) })
      .map(({ value, places }) => (value / 10 ** places).toFixed(places));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        assert.equal(hasFraction(a), !Number.isInteger(Number(a)));
        assert.equal(isSameDecimal(a, b), Number(a) === Number(b));
        const away = Math.sign(Number(a)) * Math.floor(Math.abs(Number(a)) + 0.5);
        if (hasFraction(a)) assert.equal(Number(roundedText(a)), away + 0);
      }),
      { numRuns: runs(400) },
    );
  });
});
