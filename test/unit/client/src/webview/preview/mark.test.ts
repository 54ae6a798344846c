import assert from 'node:assert/strict';
import { innermost, placeKey } from '../../../../../../client/src/webview/preview/mark';

const range = (startLine: number, start: number, endLine: number, end: number) => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
});

describe('the part that the cursor is in', () => {
  const [whole, period, value, name] = [range(0, 0, 20, 1), range(3, 2, 5, 3), range(4, 10, 4, 15), range(4, 2, 4, 8)];
  const keys = [period, whole, name, value].map(placeKey);
  const cases: Readonly<
    Record<string, readonly [line: number, character: number, expected: ReturnType<typeof range> | undefined]>
  > = {
    'inside a value': [4, 12, value],
    'at its start': [4, 10, value],
    'at its end': [4, 15, value],
    'between two': [4, 9, period],
    'in the whole alone': [10, 0, whole],
    'behind everything': [20, 2, undefined],
  };
  for (const [what, [line, character, expected]] of Object.entries(cases)) {
    it(what, () => {
      assert.equal(innermost(keys, { line, character }), expected && placeKey(expected));
      assert.equal(innermost([...keys].reverse(), { line, character }), expected && placeKey(expected));
    });
  }

  it('the shorter of two that begin together', () => {
    const [long, short] = [range(1, 0, 3, 0), range(1, 0, 2, 0)].map(placeKey);
    assert.ok(long !== undefined && short !== undefined);
    assert.equal(innermost([long, short], { line: 1, character: 5 }), short);
    assert.equal(innermost([short, long], { line: 1, character: 5 }), short);
  });

  it('nothing without places', () => {
    assert.equal(innermost([], { line: 0, character: 0 }), undefined);
  });
});
