import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'period-outside-group';
const start = `«${code}:"2027-03-01"»`;
const end = `«${code}:"2027-03-31"»`;
const make = (group_: Members, period_: Members = {}) => group({ periods: list(period(period_)), ...group_ });

describe('period-outside-group', () => {
  table({
    'is silent about the bounds themselves': make({ fromDate: '"2027-03-01"', toDate: '"2027-03-31"' }),
    'reports a start before fromDate': make({ fromDate: '"2027-03-02"' }, { startDate: start }),
    'reports an end after toDate': make({ toDate: '"2027-03-30"' }, { endDate: end }),
    'reports both ends': make({ fromDate: '"2027-03-02"', toDate: '"2027-03-30"' }, { startDate: start, endDate: end }),
    'reports a period wholly before, at its start': make(
      { fromDate: '"2027-05-01"', toDate: '"2027-05-31"' },
      { startDate: start },
    ),
    'reports a period wholly after, at its end': make(
      { fromDate: '"2027-01-01"', toDate: '"2027-01-31"' },
      { endDate: end },
    ),
    'ignores times and offsets': make({
      fromDate: '"2027-03-01T23:00Z"',
      toDate: '«date-offset:"2027-03-31T00:00+05:30"»',
    }),
    'is silent where there are no bounds': make({}),
    'is silent where they are null': make({ fromDate: 'null', toDate: 'null' }),
    'is silent where a bound is no date': make({ fromDate: '«date-format:"2027-03-2"»' }),
    'is silent where a bound is of a wrong type': make({ fromDate: '«schema-type:5»' }),
    'is silent where the date is none': make({ fromDate: '"2027-03-02"' }, { startDate: '«date-format:"2027-03-1"»' }),
    'looks at the other end all the same': make(
      { fromDate: '"2027-03-02"', toDate: '"2027-03-30"' },
      { startDate: '«date-format:"2027-03-1"»', endDate: end },
    ),
    'reports a period of one day': make({ fromDate: '"2027-03-02"' }, { startDate: start, endDate: '"2027-03-01"' }),
    'measures by bounds of one day': make(
      { fromDate: '"2027-03-02"', toDate: '"2027-03-02"' },
      { startDate: start, endDate: end },
    ),
    'leaves out a period that ends before it starts': make(
      { fromDate: '"2027-05-01"', toDate: '"2027-05-02"' },
      { startDate: '"2027-03-31"', endDate: '«period-dates-order:"2027-03-01"»' },
    ),
    'measures nothing by bounds in the wrong order': make({
      fromDate: '"2027-03-20"',
      toDate: '«group-dates-order:"2027-03-10"»',
    }),
    'is silent while the bound is half typed':
      '{ "name": "Spring", "periods": [{ "startDate": "2027-03-01" }], "fromDate": «json-syntax:"2027-03-02» }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "fromDate": "2027-03-02", "periods": [{ "startDate": ${start} }] }`,
  });

  it('names the period, both days and the key', () => {
    const [finding] = expectDiagnostics(make({ toDate: '"2027-03-30T10:00Z"' }, { endDate: end }));
    assert.equal(
      finding?.message,
      'endDate of period 1 ("Cycle_1") is 2027-03-31, after toDate 2027-03-30; periods are expected inside.',
    );
    assert.equal(finding.severity, 2);
    assert.equal(finding.relatedInformation?.length, 1);
    const [other] = expectDiagnostics(make({ fromDate: '"2027-03-02"' }, { startDate: start }));
    assert.equal(
      other?.message,
      'startDate of period 1 ("Cycle_1") is 2027-03-01, before fromDate 2027-03-02; periods are expected inside.',
    );
  });

  it('widens the bound, and keeps its time and zone', () => {
    assert.deepEqual(expectFixes(make({ toDate: '"2027-03-30T10:00Z"' }), code, ['Move toDate to 2027-03-31']), [
      make({ toDate: '"2027-03-31T10:00Z"' }),
    ]);
    assert.deepEqual(expectFixes(make({ fromDate: '"2027-03-02"' }), code, ['Move fromDate to 2027-03-01']), [
      make({ fromDate: '"2027-03-01"' }),
    ]);
  });
});
