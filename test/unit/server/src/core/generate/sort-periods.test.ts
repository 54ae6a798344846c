import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { group, list, period, target, values } from '../../../../../support/definition-text';
import { made, refusal } from '../../../../../support/generate';

interface Read {
  readonly periods: readonly { readonly refCode: string }[];
  readonly targets: readonly { readonly name: string; readonly defaultValues: readonly { defaultValue: number }[] }[];
}

/** Periods of these months, each with its month as value in two targets. */
const of = (months: readonly number[]): string =>
  group({
    trackingType: '"UNIFIED"',
    combinationType: '"ALL"',
    totalPeriods: String(months.length),
    periods: list(
      ...months.map((month) => {
        const date = (day: string) => `"2027-${String(month).padStart(2, '0')}-${day}"`;
        return period({ refCode: `"${month}"`, startDate: date('01'), endDate: date('28') });
      }),
    ),
    targets: list(
      target({ defaultValues: values(...months.map(String)) }),
      target({ name: '"Other"', defaultValues: values(...months.map((month) => `${month}.0`)) }),
    ),
  });

describe('periods sorted', () => {
  it('come in the order of their days, and the values that belong to them too', () => {
    const anyMonths = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 2 });
    fc.assert(
      fc.property(anyMonths, (months) => {
        const sorted = [...months].sort((a, b) => a - b);
        fc.pre(months.join() !== sorted.join());
        const text = of(months);
        const after = made(text, { kind: 'sortPeriods' });
        const { periods, targets } = JSON.parse(after) as Read;
        assert.deepEqual(
          periods.map(({ refCode }) => Number(refCode)),
          sorted,
        );
        for (const { defaultValues } of targets)
          assert.deepEqual(
            defaultValues.map(({ defaultValue }) => defaultValue),
            sorted,
          );
        assert.equal(after, of(sorted));
      }),
      { numRuns: 20 },
    );
  });

  it('are refused, with the reason', () => {
    assert.match(refusal(of([1, 2]), { kind: 'sortPeriods' }), /^The periods are in the order of their days/);
    const undated = of([2, 1]).replace('"2027-02-01"', '"2027-02-30"');
    assert.match(refusal(undated, { kind: 'sortPeriods' }), /^A period has no days/);
    const short = of([2, 1]).replace('{ "defaultValue": 2.0 }, ', '');
    assert.match(refusal(short, { kind: 'sortPeriods' }), /^Target 2 does not have 2 default values/);
  });
});
