import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberTextAt } from '../../../../../server/src/api/number-text';

describe('numberTextAt', () => {
  const cases: [text: string, expected: string | undefined][] = [
    ['{"data":{"id":7998987987686876867}}', '7998987987686876867'],
    [' { "data" : { "id" : -1.50e+10 } } ', '-1.50e+10'],
    ['{"data":{"id":1,"id":2}}', '2'],
    ['{"data":{"periods":[{"id":1},{"id":2}],"name":"{\\"id\\":3}","id":4}}', '4'],
    ['{"data":{"x":{"id":1}}}', undefined],
    ['{"data":[{"id":1}],"id":2}', undefined],
    ['{"data":{"id":"5"}}', undefined],
    ['{"id":1,"data":{"a":"\\\\","b":[1,2,[3]],"id":9}}', '9'],
    ['{"d\\u0061ta":{"\\u0069d":8}}', '8'],
    ['[1,2]', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${expected ?? 'nothing'} from ${text}`, () => {
      assert.equal(numberTextAt(text, ['data', 'id']), expected);
    });
  }

  it('agrees with JSON.parse on any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer(), fc.json(), (before, id, after) => {
        const text = `{"a":${before},"data":{"b":${before},"id":${id},"c":${after}},"e":${after}}`;
        assert.equal(numberTextAt(text, ['data', 'id']), `${id}`);
      }),
    );
  });

  it('reads past a string of megabytes and through deep nesting', () => {
    const long = `"${'\\n'.repeat(1_000_000)}"`;
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    assert.equal(numberTextAt(`{"a":${long},"b":${deep},"data":{"id":12}}`, ['data', 'id']), '12');
  });
});
