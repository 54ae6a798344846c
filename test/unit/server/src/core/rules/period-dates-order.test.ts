import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const dated = (startDate: string | undefined, endDate: string | undefined, members: Members = {}) =>
  group({ periods: list(period({ startDate, endDate })), ...members });
const march1 = '"2027-03-01"';
const wrong = `«period-dates-order:${march1}»`;

describe('period-dates-order', () => {
  table({
    'reports an end on the day before': dated('"2027-03-02"', wrong),
    'is silent about one day': dated(march1, march1),
    'is silent about the next day': dated(march1, '"2027-03-02"'),
    'ignores the time of day': dated('"2027-03-01T23:59Z"', '"2027-03-01T00:00Z"'),
    'ignores the offset': dated('"2027-03-02T00:00Z"', '«date-offset:«period-dates-order:"2027-03-01T23:00-05:00"»»'),
    'compares years': dated('"2028-01-01"', '«period-dates-order:"2027-12-31"»'),
    'looks at every period': group({
      totalPeriods: '2',
      targets: '[]',
      periods: list(
        period(),
        period({ refCode: '"C"', startDate: '"2027-05-31"', endDate: '«period-dates-order:"2027-05-30"»' }),
      ),
    }),
    'is silent where the end is no date': dated('"2027-03-02"', '«date-format:"2027-02-30"»'),
    'is silent where the start is no date': dated('«date-format:"x"»', march1),
    'is silent where one is of a wrong type': dated('«schema-type:1»', march1),
    'is silent about activePeriod': group({ activePeriod: '{ "startDate": "2027-03-02", "endDate": "2027-03-01" }' }),
    'is silent while a date is half typed':
      '{ "name": "Spring", "periods": [{ "endDate": "2027-03-01", "startDate": «json-syntax:"2027-03-02» }] }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "periods": [{ "startDate": "2027-03-02", "endDate": ${wrong} }] }`,
    'brings no overlap, and nothing outside the group': group({
      totalPeriods: '2',
      targets: '[]',
      fromDate: march1,
      toDate: '"2027-03-31"',
      periods: list(period(), period({ refCode: '"C"', startDate: '"2027-04-02"', endDate: wrong })),
    }),
    'brings no length': dated('"2027-03-02"', wrong, { frequencyType: '"DAILY"' }),
  });

  it('is silent where one is missing', () => {
    const missing = (startDate: string | undefined, endDate: string | undefined) =>
      group({ periods: list(period({ startDate, endDate }, '«documented-required:{»')) });
    expectDiagnostics(missing(undefined, march1));
    expectDiagnostics(missing(march1, 'null'));
  });

  it('names both days', () => {
    const [finding] = expectDiagnostics(dated('"2027-03-31T00:00Z"', wrong));
    assert.equal(
      finding?.message,
      'endDate is 2027-03-01, before startDate 2027-03-31; a period ends on the day it starts, or later.',
    );
    assert.equal(finding.severity, 1);
    assert.equal(finding.relatedInformation?.length, 1);
  });

  const code = 'period-dates-order';

  it('swaps the dates as they are written', () => {
    const [after] = expectFixes(dated('"2027-03-31T10:00Z"', march1), code, ['Swap the two dates']);
    assert.equal(after, dated(march1, '"2027-03-31T10:00Z"'));
  });

  it('swaps nothing into another period, or out of the group', () => {
    const beside = (startDate: string, members: Members = {}) =>
      group({
        totalPeriods: '2',
        targets: '[]',
        periods: list(period(), period({ refCode: '"C"', startDate, endDate: '"2027-04-01"' })),
        ...members,
      });
    expectFixes(beside('"2027-04-30"'), code, ['Swap the two dates']);
    expectFixes(beside('"2027-04-30"', { toDate: '"2027-04-30"' }), code, ['Swap the two dates']);
    expectFixes(beside('"2027-04-30"', { toDate: '"2027-04-29"' }), code, []);
    expectFixes(beside('"2027-04-30"', { targetCycleEndDate: '"2027-04-29"' }), code, []);
    const inside = group({
      totalPeriods: '2',
      targets: '[]',
      periods: list(period(), period({ refCode: '"C"', startDate: '"2027-04-30"', endDate: '"2027-03-31"' })),
    });
    expectFixes(inside, code, []);
  });
});
