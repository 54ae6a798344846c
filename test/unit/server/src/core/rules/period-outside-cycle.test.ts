import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'period-outside-cycle';
const start = `«${code}:"2027-03-01"»`;
const end = `«${code}:"2027-03-31"»`;
const make = (group_: Members, period_: Members = {}) => group({ periods: list(period(period_)), ...group_ });

describe('period-outside-cycle', () => {
  table({
    'is silent about the bounds themselves': make({
      targetCycleStartDate: '"2027-03-01T12:00Z"',
      targetCycleEndDate: '"2027-03-31"',
    }),
    'reports a start before the cycles': make({ targetCycleStartDate: '"2027-03-02"' }, { startDate: start }),
    'reports an end after the cycles': make({ targetCycleEndDate: '"2027-03-30"' }, { endDate: end }),
    'measures by the twins where the others are absent': make(
      { targetCycleStartDateISO: '"2027-03-02"', targetCycleEndDateISO: '"2027-03-30"' },
      { startDate: start, endDate: end },
    ),
    'measures by the twins where the others are null': make(
      { targetCycleStartDate: 'null', targetCycleStartDateISO: '"2027-03-02"' },
      { startDate: start },
    ),
    'measures each bound by the one that is there': make(
      { targetCycleStartDate: '"2027-03-02"', targetCycleEndDateISO: '"2027-03-30"' },
      { startDate: start, endDate: end },
    ),
    'prefers the others to the twins': make({
      targetCycleStartDate: '"2027-03-01"',
      targetCycleStartDateISO: '"2027-03-02"',
    }),
    'does not turn to the twin of a date that is none': make({
      targetCycleStartDate: '«date-format:"2027"»',
      targetCycleStartDateISO: '"2027-03-02"',
    }),
    'measures nothing by a pair in the wrong order': make({
      targetCycleStartDate: '"2027-03-20"',
      targetCycleEndDate: '«group-dates-order:"2027-03-10"»',
    }),
    'measures nothing by one of the twins where they are in the wrong order': make({
      targetCycleStartDate: '"2027-01-01"',
      targetCycleStartDateISO: '"2027-06-20"',
      targetCycleEndDateISO: '«group-dates-order:"2027-03-20"»',
    }),
    'measures nothing by twins in the wrong order': make({
      targetCycleStartDateISO: '"2027-03-20"',
      targetCycleEndDateISO: '«group-dates-order:"2027-03-10"»',
    }),
    'measures nothing by a start and a twin in the wrong order': make({
      targetCycleStartDate: '"2027-03-20"',
      targetCycleEndDateISO: '"2027-03-10"',
    }),
    'is a rule of its own beside the life of the group': make(
      { fromDate: '"2027-03-02"', targetCycleStartDate: '"2027-03-02"' },
      { startDate: '«period-outside-group:«period-outside-cycle:"2027-03-01"»»' },
    ),
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targetCycleStartDate": "2027-03-02", "periods": [{ "startDate": ${start} }] }`,
  });

  it('names the key that it measures by', () => {
    const [finding] = expectDiagnostics(make({ targetCycleEndDateISO: '"2027-03-30"' }, { endDate: end }));
    assert.equal(
      finding?.message,
      'endDate of period 1 ("Cycle_1") is 2027-03-31, after targetCycleEndDateISO 2027-03-30; periods are expected inside.',
    );
    assert.equal(finding.severity, 2);
  });

  it('widens the bound that it measures by', () => {
    const text = (day: string) => make({ targetCycleEndDateISO: `"2027-03-${day}T23:59:59Z"` });
    assert.deepEqual(expectFixes(text('30'), code, ['Move targetCycleEndDateISO to 2027-03-31']), [text('31')]);
  });
});
