import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const code = 'date-offset';
const from = (date: string) => group({ fromDate: date });
const marked = (date: string) => from(`«${code}:"${date}"»`);

describe('date-offset', () => {
  table({
    'is silent about texts that are no dates': group({ description: '"2027-03-01T00:00:00+05:30"', active: 'true' }),
    'is silent about names that look like dates': group({ name: '"2027-03-01T00:00:00+05:30"' }),
    'reports midnight east of UTC': marked('2027-01-01T00:00:00+05:30'),
    'reports a minute before the offset': marked('2027-01-01T05:29+05:30'),
    'is silent at the offset': from('"2027-01-01T05:30+05:30"'),
    'reports the evening west of UTC': marked('2027-01-01T19:00-05'),
    'is silent a minute before': from('"2027-01-01T18:59-05"'),
    'reports a day with an offset': marked('2027-01-01+05:30'),
    'is silent about Z': from('"2027-01-01T00:00Z"'),
    'is silent about +00:00': from('"2027-01-01T00:00+00:00"'),
    'is silent without a zone': from('"2027-01-01T00:00"'),
    'is silent about a day alone': from('"2027-01-01"'),
    'looks at periods': group({
      periods: list(
        period({ startDate: `«${code}:"2027-03-01T00:00+05:30"»`, endDate: `«${code}:"2027-03-31T20:00-05:00"»` }),
      ),
    }),
    'looks at activePeriod': group({ activePeriod: object({ startDate: `«${code}:"2027-03-01T00:00+05:30"»` }) }),
    'looks at the cycle dates': group({
      targetCycleStartDate: `«${code}:"2027-01-01T00:00+05:30"»`,
      targetCycleStartDateISO: `«${code}:"2027-01-01T00:00+05:30"»`,
    }),
    'leaves what is no date to date-format': from('«date-format:"2027-01-01T00:00+99"»'),
    'is silent about null': from('null'),
    'is silent while it is half typed': '{ "name": "Spring", "fromDate": «json-syntax:"2027-01-01T00:00+05:30» }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "fromDate": «${code}:"2027-01-01T00:00+05:30"» }`,
  });

  it('names both days', () => {
    const [before] = expectDiagnostics(marked('2027-01-01T00:00+05:30'));
    assert.equal(before?.severity, 4);
    assert.equal(
      before.message,
      'fromDate is written as 2027-01-01, but in UTC it is the day before (2026-12-31); which of the two the API stores is not known.',
    );
    const [after] = expectDiagnostics(marked('2027-02-28T23:00-05:00'));
    assert.match(JSON.stringify(after?.message), /the day after \(2027-03-01\)/);
    const [first] = expectDiagnostics(marked('0001-01-01T00:00+05:30'));
    assert.match(JSON.stringify(first?.message), /it is the day before; which/);
  });
});
