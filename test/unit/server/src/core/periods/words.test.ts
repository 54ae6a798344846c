import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dayIn } from '../../../../../../server/src/core/periods/date-text';
import { lengthInWords, spanInWords, weekdayOf } from '../../../../../../server/src/core/periods/words';

const day = (text: string) => {
  const found = dayIn(text);
  assert.ok(found !== undefined, text);
  return found;
};

describe('periods in words', () => {
  const spans: [start: string, end: string, words: string, withYear: string, length: string][] = [
    ['2027-03-08', '2027-03-14', '8-14 Mar', '8-14 Mar 2027', '1 week'],
    ['2027-02-28', '2027-03-06', '28 Feb - 6 Mar', '28 Feb - 6 Mar 2027', '1 week'],
    ['2026-12-28', '2027-01-03', '28 Dec 2026 - 3 Jan 2027', '28 Dec 2026 - 3 Jan 2027', '1 week'],
    ['2027-03-08', '2027-03-08', '8 Mar', '8 Mar 2027', '1 day'],
    ['2027-03-01', '2027-03-31', '1-31 Mar', '1-31 Mar 2027', '1 month (31 days)'],
    ['2027-02-01', '2027-02-28', '1-28 Feb', '1-28 Feb 2027', '1 month (28 days)'],
    ['2028-02-01', '2028-02-28', '1-28 Feb', '1-28 Feb 2028', '4 weeks'],
    ['2027-01-15', '2027-04-14', '15 Jan - 14 Apr', '15 Jan - 14 Apr 2027', '3 months (90 days)'],
    ['2027-01-01', '2027-12-31', '1 Jan - 31 Dec', '1 Jan - 31 Dec 2027', '12 months (365 days)'],
    ['2027-03-01', '2027-03-10', '1-10 Mar', '1-10 Mar 2027', '10 days'],
    ['0001-01-01', '9999-12-31', '1 Jan 1 - 31 Dec 9999', '1 Jan 1 - 31 Dec 9999', '3652059 days'],
  ];
  for (const [start, end, words, withYear, length] of spans) {
    it(`${start} to ${end}`, () => {
      const span = { start: day(start), end: day(end) };
      assert.deepEqual(
        [spanInWords(span, false), spanInWords(span, true), lengthInWords(span)],
        [words, withYear, length],
      );
    });
  }

  it('know the days of the week, before 1970 too', () => {
    for (const [text, name] of [
      ['1970-01-01', 'Thursday'],
      ['1969-12-31', 'Wednesday'],
      ['2027-03-08', 'Monday'],
      ['0001-01-01', 'Monday'],
    ] as const)
      assert.equal(weekdayOf(day(text)), name);
  });
});
