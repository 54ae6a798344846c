import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const make = (members: Members) => group({ periods: '[]', totalPeriods: '1', ...members });
const wrong = '«group-dates-order:"2027-01-01"»';

describe('group-dates-order', () => {
  table({
    'reports fromDate after toDate': make({ fromDate: '"2027-01-02"', toDate: wrong }),
    'reports a cycle start after the cycle end': make({
      targetCycleStartDate: '"2027-01-02"',
      targetCycleEndDate: wrong,
    }),
    'reports the ISO pair': make({ targetCycleStartDateISO: '"2027-01-02"', targetCycleEndDateISO: wrong }),
    'reports each pair': make({
      fromDate: '"2027-01-02"',
      toDate: wrong,
      targetCycleStartDate: '"2027-01-02"',
      targetCycleEndDate: wrong,
      targetCycleStartDateISO: '"2027-01-02"',
      targetCycleEndDateISO: wrong,
    }),
    'is silent about one day': make({ fromDate: '"2027-01-01T23:00Z"', toDate: '"2027-01-01T01:00Z"' }),
    'is silent about the next day': make({ fromDate: '"2027-01-01"', toDate: '"2027-01-02"' }),
    'does not mix the pairs': make({ fromDate: '"2027-01-02"', targetCycleEndDate: '"2027-01-01"' }),
    'does not mix the cycle dates and their twins': make({
      targetCycleStartDate: '"2027-01-02"',
      targetCycleEndDateISO: '"2027-01-01"',
    }),
    'is silent where one is absent': make({ fromDate: '"2027-01-02"' }),
    'is silent where one is null': make({ fromDate: '"2027-01-02"', toDate: 'null' }),
    'is silent where one is no date': make({ fromDate: '"2027-01-02"', toDate: '«date-format:"2027"»' }),
    'is silent where one is of a wrong type': make({ fromDate: '"2027-01-02"', toDate: '«schema-type:2026»' }),
    'is silent while one is half typed':
      '{ "name": "Spring", "fromDate": "2027-01-02", "toDate": «json-syntax:"2027-01-01» }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "fromDate": "2027-01-02", "toDate": ${wrong} }`,
    'puts no period outside': group({ fromDate: '"2027-12-31"', toDate: wrong }),
    'puts no period outside the cycles': group({ targetCycleStartDate: '"2027-12-31"', targetCycleEndDate: wrong }),
    'puts no period outside the twins': group({
      targetCycleStartDateISO: '"2027-12-31"',
      targetCycleEndDateISO: wrong,
    }),
  });

  it('names both days and both keys', () => {
    const [finding] = expectDiagnostics(make({ fromDate: '"2027-12-31"', toDate: wrong }));
    assert.equal(
      finding?.message,
      'toDate is 2027-01-01, before fromDate 2027-12-31; it is expected on the same day or later.',
    );
    assert.equal(finding.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
  });

  const code = 'group-dates-order';

  it('swaps the dates as they are written', () => {
    const text = (fromDate: string, toDate: string) => make({ fromDate, toDate });
    const [after] = expectFixes(text('"2027-12-31T10:00Z"', '"2027-01-01"'), code, ['Swap the two dates']);
    assert.equal(after, text('"2027-01-01"', '"2027-12-31T10:00Z"'));
  });

  it('swaps nothing that would put a period outside', () => {
    const around = (start: string, end: string) => group({ fromDate: `"${start}"`, toDate: `"${end}"` });
    expectFixes(around('2027-03-31', '2027-03-01'), code, ['Swap the two dates']);
    expectFixes(around('2027-03-31', '2027-03-02'), code, []);
    expectFixes(around('2027-03-30', '2027-03-01'), code, []);
  });

  it('swaps the twins where they are not measured by, whatever the periods', () => {
    const text = group({
      periods: list(period()),
      targetCycleStartDate: '"2027-03-01"',
      targetCycleEndDate: '"2027-03-31"',
      targetCycleStartDateISO: '"2028-12-31"',
      targetCycleEndDateISO: '"2028-01-01"',
    });
    expectFixes(text, code, ['Swap the two dates']);
  });

  it('swaps where a period is outside already', () => {
    const text = group({ fromDate: '"2027-03-31"', toDate: '"2027-03-02"', targetCycleStartDate: '"2027-03-15"' });
    expectFixes(text, code, []);
  });
});
