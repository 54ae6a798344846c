import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dayAt, isDay, nextStarts } from '../../../../../../../client/src/extension/features/generate/days';

describe('days of a question', () => {
  it('are days that there are', () => {
    for (const day of ['2027-01-31', '2028-02-29', '0001-01-01']) assert.ok(isDay(day), day);
    for (const text of ['', '2027-02-29', '2027-1-1', '2027-13-01', '2027-01-32', '2027-01-01T00:00', 'soon'])
      assert.ok(!isDay(text), text);
  });

  it('begin with the next Monday, month, quarter, half year and year', () => {
    const cases: readonly [year: number, month: number, date: number, starts: readonly string[]][] = [
      [2026, 11, 31, ['2027-01-04', '2027-01-01', '2027-01-01', '2027-01-01', '2027-01-01']],
      [2027, 1, 28, ['2027-03-01', '2027-03-01', '2027-04-01', '2027-07-01', '2028-01-01']],
      [2028, 1, 28, ['2028-03-06', '2028-03-01', '2028-04-01', '2028-07-01', '2029-01-01']],
      [2027, 6, 1, ['2027-07-05', '2027-08-01', '2027-10-01', '2028-01-01', '2028-01-01']],
    ];
    for (const [year, month, date, starts] of cases) {
      const late = new Date(year, month, date, 23, 59);
      const { week, month: next, quarter, half, year: nextYear } = nextStarts(late);
      assert.deepEqual([week, next, quarter, half, nextYear], starts, String(late));
    }
  });

  it('are those of the own clock', () => {
    assert.equal(dayAt(new Date(2027, 2, 1, 0, 0)), '2027-03-01');
    assert.equal(dayAt(new Date(2027, 2, 1, 23, 59)), '2027-03-01');
  });
});
