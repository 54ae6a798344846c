import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { movedPlace } from '../../../../../../../client/src/extension/features/expression/moved-place';

describe('the place of an expression while its definition changes', () => {
  it('is that of another string in its place, and not of what is none', () => {
    const change = { rangeOffset: 1, rangeLength: 4 };
    assert.deepEqual(movedPlace({ start: 1, end: 5 }, [{ ...change, text: '"longer"' }]), { start: 1, end: 9 });
    assert.equal(movedPlace({ start: 1, end: 5 }, [{ ...change, text: 'true' }]), undefined);
  });

  it('stays that of the same text, or is not known any more', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.string({ maxLength: 4 }))),
        (before, behind, wanted) => {
          let text = `${before}"«»"${behind}`;
          let place = { start: before.length, end: before.length + 4 };
          for (const [at, length, inserted] of wanted) {
            const rangeOffset = at % (text.length + 1);
            const rangeLength = Math.min(length, text.length - rangeOffset);
            const changeEnd = rangeOffset + rangeLength;
            const isInside = rangeOffset > place.start && changeEnd < place.end;
            const isAway = changeEnd <= place.start || rangeOffset >= place.end;
            const was = text.slice(place.start, place.end);
            text = text.slice(0, rangeOffset) + inserted + text.slice(changeEnd);
            const moved = movedPlace(place, [{ rangeOffset, rangeLength, text: inserted }]);
            assert.equal(moved !== undefined, isInside || isAway);
            if (!moved) return;
            const now = text.slice(moved.start, moved.end);
            if (isAway) assert.equal(now, was);
            assert.ok(now.startsWith('"') && now.endsWith('"'), now);
            place = moved;
          }
        },
      ),
    );
  });
});
