import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readDateText } from '../../../../../../server/src/core/periods/date-text';
import { addDays, addMonths, civilOf, toDayText } from '../../../../../../server/src/core/periods/day';
import {
  consecutiveCycles,
  cycleEnd,
  cycleLength,
  isOverlapping,
  lengthInDays,
} from '../../../../../../server/src/core/periods/span';

function day(text: string): number {
  const date = readDateText(text);
  assert.ok(date.kind === 'date', text);
  return date.day;
}

const units = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY');
const starts = fc.integer({ min: day('1900-01-01'), max: day('2200-12-31') });
const frequencies = fc.option(fc.integer({ min: -3, max: 24 }), { nil: undefined });

describe('span', () => {
  const ends: [string, string, number | undefined, string][] = [
    ['DAILY', '2027-03-01', 1, '2027-03-01'],
    ['DAILY', '2027-02-28', 2, '2027-03-01'],
    ['DAILY', '2028-02-28', 2, '2028-02-29'],
    ['DAILY', '2027-12-31', 10, '2028-01-09'],
    ['WEEKLY', '2027-03-01', 1, '2027-03-07'],
    ['WEEKLY', '2027-03-01', 2, '2027-03-14'],
    ['MONTHLY', '2027-01-01', 1, '2027-01-31'],
    ['MONTHLY', '2027-02-01', 1, '2027-02-28'],
    ['MONTHLY', '2028-02-01', 1, '2028-02-29'],
    ['MONTHLY', '2024-12-25', 1, '2025-01-24'],
    ['MONTHLY', '2027-01-31', 1, '2027-02-27'],
    ['MONTHLY', '2028-01-31', 1, '2028-02-28'],
    ['MONTHLY', '2027-01-29', 1, '2027-02-27'],
    ['MONTHLY', '2027-03-31', 2, '2027-05-30'],
    ['QUARTERLY', '2027-01-01', 1, '2027-03-31'],
    ['QUARTERLY', '2027-11-30', 1, '2028-02-28'],
    ['HALF_YEARLY', '2027-01-01', 1, '2027-06-30'],
    ['YEARLY', '2027-01-01', 1, '2027-12-31'],
    ['YEARLY', '2028-02-29', 1, '2029-02-27'],
    ['YEARLY', '2027-03-01', 1, '2028-02-29'],
    ['MONTHLY', '2027-01-01', undefined, '2027-01-31'],
    ['MONTHLY', '2027-01-01', 0, '2027-01-31'],
    ['MONTHLY', '2027-01-01', -10, '2027-01-31'],
  ];
  for (const [unit, start, frequency, end] of ends) {
    it(`${unit} x ${String(frequency)} from ${start} ends on ${end}`, () => {
      const length = cycleLength(unit, frequency);
      assert.ok(length);
      const found = cycleEnd(day(start), length);
      assert.ok(found !== undefined);
      assert.equal(toDayText(found), end);
    });
  }

  it('knows no length of CUSTOM and of anything unknown', () => {
    for (const unit of ['CUSTOM', '', 'daily', 'constructor', '__proto__'])
      assert.equal(cycleLength(unit, 1), undefined);
  });

  it('has no end behind the year 9999', () => {
    assert.equal(cycleEnd(day('9999-12-31'), { unit: 'day', count: 1 }), day('9999-12-31'));
    assert.equal(cycleEnd(day('9999-12-31'), { unit: 'day', count: 2 }), undefined);
    assert.equal(cycleEnd(day('9999-12-02'), { unit: 'month', count: 1 }), undefined);
    assert.equal(cycleEnd(day('2027-01-01'), { unit: 'month', count: Infinity }), undefined);
    assert.equal(cycleEnd(day('2027-01-01'), { unit: 'day', count: 1e15 }), undefined);
    assert.equal(consecutiveCycles(day('9999-12-30'), { unit: 'day', count: 1 }, 3), undefined);
  });

  it('counts both ends, and knows what shares a day', () => {
    const march = { start: day('2027-03-01'), end: day('2027-03-31') };
    assert.equal(lengthInDays(march), 31);
    assert.ok(isOverlapping(march, { start: march.end, end: march.end + 9 }));
    assert.ok(isOverlapping({ start: march.end, end: march.end + 9 }, march));
    assert.ok(!isOverlapping(march, { start: march.end + 1, end: march.end + 9 }));
    assert.ok(isOverlapping(march, { start: march.start + 3, end: march.start + 4 }));
  });

  it('makes cycles without gap or overlap, each one cycle long', () => {
    fc.assert(
      fc.property(units, frequencies, starts, fc.integer({ min: 0, max: 30 }), (unit, frequency, start, count) => {
        const length = cycleLength(unit, frequency);
        assert.ok(length);
        const spans = consecutiveCycles(start, length, count);
        assert.ok(spans);
        assert.equal(spans.length, count);
        for (const [index, span] of spans.entries()) {
          assert.equal(span.start, index === 0 ? start : (spans[index - 1]?.end ?? 0) + 1);
          assert.equal(span.end, cycleEnd(span.start, length));
          assert.ok(span.end >= span.start);
        }
      }),
    );
  });

  it('ends months on the day before the same date, or before the last of a shorter month', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const end = cycleEnd(start, { unit: 'month', count });
        assert.ok(end !== undefined);
        assert.equal(addDays(end, 1), addMonths(start, count));
        if (civilOf(start).date === 1) assert.equal(civilOf(end + 1).date, 1);
      }),
    );
  });
});
