import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

/** So many periods of a day each, one behind the other. */
function periods(count: number): string {
  return list(
    ...Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
      return object({ refCode: `"Cycle_${index}"`, startDate: `"${day}"`, endDate: `"${day}"` });
    }),
  );
}
const bare = { name: '"Spring"', trackingType: '"CAPPING"' };

describe('cycle-limit', () => {
  table({
    'is silent at 100 of each': object({ ...bare, totalPeriods: '100', recurringCycles: '100', periods: periods(100) }),
    'reports a totalPeriods of 101': object({ ...bare, totalPeriods: '«cycle-limit:101»' }),
    'reports recurringCycles of 101': object({ ...bare, recurringCycles: '«cycle-limit:101»' }),
    'reports 101 periods': object({ ...bare, '«cycle-limit:"periods"»': periods(101) }),
    'reports once for all': object({
      ...bare,
      periods: periods(101),
      recurringCycles: '101',
      totalPeriods: '«cycle-limit:101»',
    }),
    'reports recurringCycles before periods': object({
      ...bare,
      periods: periods(101),
      recurringCycles: '«cycle-limit:101»',
    }),
    'is silent about negative numbers': object({ ...bare, recurringCycles: '-101' }),
    'is silent about null': object({ ...bare, recurringCycles: 'null', totalPeriods: 'null', periods: 'null' }),
    'leaves wrong types to schema-type': object({ ...bare, totalPeriods: '«schema-type:"101"»' }),
    'counts no periods while something is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "periods": ${periods(101)} }`,
    'goes on about numbers while something is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "totalPeriods": «cycle-limit:101» }',
  });

  it('names every count that is over', () => {
    const text = object({ ...bare, periods: periods(101), totalPeriods: '«cycle-limit:102»' });
    const finding = expectDiagnostics(text.replace('102»', '101»'))[0];
    assert.equal(
      finding?.message,
      'totalPeriods is 101, and the number of periods is 101; at most 100 cycles are documented.',
    );
    assert.equal(finding.relatedInformation?.length, 1);
  });

  it('does not look at targets', () => {
    expectDiagnostics(group({ targets: list(target()) }));
  });
});
