import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeLiteral, nextFreeCode } from '../../../../../../server/src/core/rules/next-code';

describe('next code', () => {
  const codes: [string, string[], string][] = [
    ['Cycle_1', [], 'Cycle_2'],
    ['Cycle_1', ['Cycle_2', 'Cycle_3'], 'Cycle_4'],
    ['Cycle_9', [], 'Cycle_10'],
    ['Cycle_09', [], 'Cycle_10'],
    ['Cycle_007', [], 'Cycle_008'],
    ['5', [], '6'],
    ['0', [], '1'],
    ['-1', [], '-2'],
    ['1.9', [], '1.10'],
    ['spring', [], 'spring_2'],
    ['spring', ['spring_2'], 'spring_3'],
    ['', [], '_2'],
    ['1720782952', [], '1720782953'],
    ['99999999999999999999', [], '999991000000000000000'],
    ['10000000000000000000', [], '10000000000000000001'],
  ];
  for (const [code, taken, next] of codes) {
    it(`behind ${JSON.stringify(code)}, with ${JSON.stringify(taken)} taken, is ${next}`, () => {
      assert.equal(nextFreeCode(code, new Set(taken)), next);
    });
  }

  const literals: [string, string, string][] = [
    ['6', '5', '6'],
    ['6', '"5"', '"6"'],
    ['1.10', '1.9', '1.10'],
    ['9007199254740992', '9007199254740991', '"9007199254740992"'],
    ['a"b_2', '"a\\"b"', '"a\\"b_2"'],
  ];
  for (const [code, literal, written] of literals) {
    it(`writes ${code} behind ${literal} as ${written}`, () => {
      assert.equal(codeLiteral(code, literal), written);
    });
  }
});
