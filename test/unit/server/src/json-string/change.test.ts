import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { changeBetween, isInPair } from '../../../../../server/src/json-string/change';
import { anyUnits, applied } from '../../../../support/text-changes';

describe('the change between two texts', () => {
  it('makes the second of the first, cuts no surrogate pair, and is none where they are the same', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (before, after) => {
        const change = changeBetween(before, after);
        assert.equal(change === undefined, before === after);
        if (!change) return;
        assert.equal(applied(before, change), after);
        assert.ok(!isInPair(before, change.offset) && !isInPair(before, change.offset + change.length));
        assert.ok(!isInPair(after, change.offset) && !isInPair(after, change.offset + change.newText.length));
      }),
    );
  });

  it('is the smallest: of a letter in the middle, that letter', () => {
    assert.deepEqual(changeBetween('a-c', 'abc'), { offset: 1, length: 1, newText: 'b' });
    assert.deepEqual(changeBetween('aa', 'aaa'), { offset: 2, length: 0, newText: 'a' });
    assert.deepEqual(changeBetween('x😀y', 'x😁y'), { offset: 1, length: 2, newText: '😁' });
  });
});
