import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toTotals } from '../../../../../server/src/protocol/preview-totals';
import { period, previewModel, target } from '../../../../support/preview/models';

const totals = (...values: string[]) =>
  toTotals(previewModel({ targets: [target(0, 'a', '', values)], periods: [], cycles: values.length })).sums[0];

describe('the totals of the table', () => {
  const cases: readonly (readonly [string[], string | undefined])[] = [
    [['1', '2'], '3'],
    [['1.50', '2'], '3.50'],
    [['0.1', '0.2'], '0.3'],
    [['-5', '2.5'], '-2.5'],
    [['-0.25', '0.2'], '-0.05'],
    [['9007199254740993', '1'], '9007199254740994'],
    [['1', ''], undefined],
    [['1', '1e3'], undefined],
    [['1', '2,5'], undefined],
    [['1'.repeat(31)], undefined],
    [[], undefined],
  ];
  for (const [values, expected] of cases) {
    it(values.join(' + ').slice(0, 60), () => {
      assert.equal(totals(...values), expected);
    });
  }

  it('none where values are not listed', () => {
    const [listed] = [target(0, 'a', '', ['1', '2'])];
    assert.deepEqual(toTotals(previewModel({ targets: [{ ...listed, valueCount: 3 }] })).sums, [undefined]);
  });

  it('the days of all periods, where each has some', () => {
    assert.equal(toTotals(previewModel()).days, 10);
    const { index, name, active, range } = period(3, 'a');
    const undated = { index, name, active, range };
    assert.equal(toTotals(previewModel({ periods: [...previewModel().periods, undated] })).days, undefined);
    assert.equal(toTotals(previewModel({ periods: [] })).days, undefined);
    const omitted = { periods: 1, spans: 0, levels: 0, targets: 0, problems: 0 };
    assert.equal(toTotals(previewModel({ omitted })).days, undefined);
  });

  it('leave out what is switched off and what has no period, and say so', () => {
    const targets = [target(0, 'a', '', ['1', '2', '4', '8']), target(1, 'b', '', ['5'])];
    assert.deepEqual(toTotals(previewModel({ targets })), { days: 10, sums: ['7', '5'], leavesOut: true });
    const [first, second, third] = previewModel().periods;
    assert.ok(first && second && third);
    const periods = [first, { ...second, active: false }, third];
    const three = [target(0, 'a', '', ['1', '2', '4'])];
    assert.deepEqual(toTotals(previewModel({ periods, targets: three })), { days: 7, sums: ['5'], leavesOut: true });
    assert.equal(toTotals(previewModel({ targets: three })).leavesOut, false);
  });

  it('days that two periods share are counted once', () => {
    const periods = [
      period(0, 'a 2027-01-01 2027-01-10 10'),
      period(1, 'b 2027-01-05 2027-01-12 8'),
      period(2, 'c 2027-01-06 2027-01-07 2'),
      period(3, 'd 2027-02-28 2027-03-01 2'),
    ];
    assert.equal(toTotals(previewModel({ periods, cycles: 4 })).days, 14);
  });

  it('are exact', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), (hundredths) => {
        const texts = hundredths.map((each) => {
          const [digits, sign] = [String(Math.abs(each)).padStart(3, '0'), each < 0 ? '-' : ''];
          return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        });
        assert.equal(
          Number(totals(...texts)?.replace('.', '')),
          hundredths.reduce((sum, each) => sum + each, 0),
        );
      }),
    );
  });
});
