import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSpans } from '../../../../../../server/src/core/periods/find-spans';

/** `first-last` as numbers of days. */
const spans = (...periods: string[]) =>
  findSpans(
    periods.map((text, index) => {
      const [start = 0, end = 0] = text.split('-').map(Number);
      return { index, start, end };
    }),
  ).map(({ kind, start, end, between }) => `${kind} ${start}-${end} of ${between.join(',')}`);

describe('gaps and overlaps', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['no period', [], []],
    ['one', ['1-5'], []],
    ['side by side', ['1-5', '6-9'], []],
    ['one day between', ['1-5', '7-9'], ['gap 6-6 of 0,1']],
    ['in the order of the days, not of the file', ['7-9', '1-5'], ['gap 6-6 of 1,0']],
    ['one day shared', ['1-5', '5-9'], ['overlap 5-5 of 0,1']],
    ['one inside another', ['1-20', '5-9'], ['overlap 5-9 of 0,1']],
    ['the same days', ['1-3', '1-3'], ['overlap 1-3 of 0,1']],
    ['a long one covers a gap', ['1-20', '3-5', '10-12'], ['overlap 3-5 of 0,1', 'overlap 10-12 of 0,2']],
    ['the gap begins behind the longest', ['1-20', '3-5', '25-26'], ['overlap 3-5 of 0,1', 'gap 21-24 of 0,2']],
  ];
  for (const [name, periods, expected] of cases) {
    it(name, () => {
      assert.deepEqual(spans(...periods), expected);
    });
  }

  it('are exactly the days that no period covers, or more than one does', () => {
    const period = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 8 }), (all) => {
        const periods = all.map(([start, days], index) => ({ index, start, end: start + days - 1 }));
        const found = findSpans(periods);
        const first = Math.min(...all.map(([start]) => start));
        const end = Math.max(...all.map(([start, days]) => start + days));
        for (let day = first; day < end; day += 1) {
          const covered = all.filter(([start, days]) => start <= day && day < start + days).length;
          const kinds = found.filter(({ start, end: last }) => start <= day && day <= last).map(({ kind }) => kind);
          const expected = covered === 0 ? 'gap' : 'overlap';
          assert.deepEqual([...new Set(kinds)], covered === 1 ? [] : [expected], `day ${day}`);
        }
      }),
    );
  });
});
