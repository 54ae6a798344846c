import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDays,
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  toDayText,
} from '../../../../../../server/src/core/periods/day';
import { runs } from '../../../../../support/runs';

/** The reference: the platform's own calendar, in UTC. */
function utcOf(year: number, month: number, date: number): Date {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return utc;
}

const dayInMilliseconds = 86_400_000;
const years = fc.integer({ min: 1, max: 9999 });
const days = fc.integer({ min: -719_162, max: 2_932_896 });

function day(text: string): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const found = dayOf({ year, month, date });
  assert.ok(found !== undefined, text);
  return found;
}

describe('day', () => {
  it('counts from 1970-01-01, and agrees with the platform on every day of the years 1 to 9999', () => {
    assert.equal(day('1970-01-01'), 0);
    fc.assert(
      fc.property(days, (number) => {
        const utc = new Date(number * dayInMilliseconds);
        const civil = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
        assert.deepEqual(civilOf(number), civil);
        assert.equal(dayOf(civil), number);
        assert.equal(toDayText(number), utc.toISOString().slice(0, 10));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('knows exactly the days that the platform knows', () => {
    const wild = fc.record({
      year: years,
      month: fc.integer({ min: -1, max: 14 }),
      date: fc.integer({ min: -1, max: 32 }),
    });
    fc.assert(
      fc.property(wild, ({ year, month, date }) => {
        const utc = utcOf(year, month, date);
        const isReal = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date;
        assert.equal(dayOf({ year, month, date }), isReal ? utc.getTime() / dayInMilliseconds : undefined);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('has the years 1 to 9999 and no others', () => {
    assert.equal(toDayText(day('1-1-1')), '0001-01-01');
    assert.equal(toDayText(day('9999-12-31')), '9999-12-31');
    assert.equal(dayOf({ year: 0, month: 12, date: 31 }), undefined);
    assert.equal(dayOf({ year: 10_000, month: 1, date: 1 }), undefined);
    assert.equal(addDays(day('1-1-1'), -1), undefined);
    assert.equal(addDays(day('9999-12-31'), 1), undefined);
    assert.equal(addDays(day('9999-12-30'), 1), day('9999-12-31'));
    assert.equal(addDays(day('1-1-2'), -1), day('1-1-1'));
    assert.equal(addMonths(day('9999-12-01'), 1), undefined);
    assert.equal(addMonths(day('1-1-31'), -1), undefined);
    assert.equal(addMonths(day('2027-01-01'), Infinity), undefined);
  });

  const leapYears: [number, number][] = [
    [2023, 28],
    [2024, 29],
    [1900, 28],
    [2000, 29],
    [2100, 28],
    [2400, 29],
  ];
  for (const [year, length] of leapYears) {
    it(`gives February ${year} ${length} days`, () => {
      assert.equal(daysInMonth(year, 2), length);
    });
  }

  it('gives months that do not exist no days', () => {
    assert.deepEqual(
      [0, 13, -1, 1.5, NaN].map((month) => daysInMonth(2027, month)),
      [0, 0, 0, 0, 0],
    );
  });

  const additions: [string, number, string][] = [
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-28', 1, '2027-02-28'],
    ['2027-03-31', 1, '2027-04-30'],
    ['2027-12-31', 1, '2028-01-31'],
    ['2027-12-15', 1, '2028-01-15'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-01-15', 0, '2027-01-15'],
  ];
  for (const [from, months, to] of additions) {
    it(`${from} and ${months} months is ${to}`, () => {
      const moved = addMonths(day(from), months);
      assert.ok(moved !== undefined);
      assert.equal(toDayText(moved), to);
    });
  }

  it('adds months to the same date, or to the last day of a shorter month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30_000, max: 30_000 }), (from, months) => {
        const before = civilOf(from);
        const moved = addMonths(from, months);
        const index = before.year * 12 + before.month - 1 + months;
        const year = Math.floor(index / 12);
        if (year < 1 || year > 9999) {
          assert.equal(moved, undefined);
          return;
        }
        assert.ok(moved !== undefined);
        const after = civilOf(moved);
        assert.equal(after.year * 12 + after.month - 1, index);
        assert.equal(after.date, Math.min(before.date, daysInMonth(after.year, after.month)));
      }),
      { numRuns: runs(400) },
    );
  });
});
