import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toDate, toDayNumber } from '../../../../../../client/src/webview/preview/days';
import { chooseTicks } from '../../../../../../client/src/webview/preview/timeline-ticks';

function ticks(first: string, last: string, width: number) {
  const { unit, marks } = chooseTicks(toDayNumber(first), toDayNumber(last) + 1, width);
  return [unit, ...marks.map(({ day }) => toDate(day).toISOString().slice(0, 10))].join(' ');
}

describe('the ticks of the timeline', () => {
  const cases = [
    {
      first: '2027-10-08',
      last: '2027-10-11',
      width: 800,
      expected: 'day 2027-10-08 2027-10-09 2027-10-10 2027-10-11',
    },
    { first: '2027-10-08', last: '2027-10-13', width: 400, expected: 'day 2027-10-08 2027-10-10 2027-10-12' },
    // Weeks begin on a Monday.
    {
      first: '2027-10-01',
      last: '2027-10-28',
      width: 400,
      expected: 'day 2027-10-04 2027-10-11 2027-10-18 2027-10-25',
    },
    { first: '2027-01-15', last: '2027-04-14', width: 270, expected: 'month 2027-02-01 2027-03-01 2027-04-01' },
    {
      first: '2027-01-01',
      last: '2027-12-31',
      width: 400,
      expected: 'month 2027-01-01 2027-04-01 2027-07-01 2027-10-01',
    },
    {
      first: '2026-06-01',
      last: '2030-05-31',
      width: 400,
      expected: 'year 2027-01-01 2028-01-01 2029-01-01 2030-01-01',
    },
    {
      first: '0001-01-01',
      last: '9999-12-31',
      width: 500,
      expected: 'year 2000-01-01 4000-01-01 6000-01-01 8000-01-01',
    },
  ];
  for (const { first, last, width, expected } of cases) {
    it(`${first} to ${last} on ${width} pixels`, () => {
      assert.equal(ticks(first, last, width), expected);
    });
  }

  it('are never closer than labels allow, and never many', () => {
    const from = toDayNumber('0001-01-01');
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: toDayNumber('9999-01-01') }),
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.integer({ min: 100, max: 4000 }),
        (start, length, width) => {
          const { marks } = chooseTicks(start, start + length, width);
          assert.ok(marks.length <= width / 70 + 1, `${marks.length} marks`);
          for (const [index, { left }] of marks.entries()) {
            assert.ok(left >= 0 && left < width);
            const before = marks[index - 1];
            if (before !== undefined) assert.ok(left - before.left >= 70, `${before.left} and ${left}`);
          }
        },
      ),
    );
  });
});
