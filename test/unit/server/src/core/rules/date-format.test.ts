import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, object, period } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

/** Each date field, with a text in it and nothing else wrong. */
const fields: Readonly<Record<string, (date: string) => string>> = {
  startDate: (date) => group({ periods: list(period({ startDate: date })) }),
  endDate: (date) => group({ periods: list(period({ endDate: date })) }),
  'activePeriod.startDate': (date) => group({ activePeriod: object({ startDate: date }) }),
  'activePeriod.endDate': (date) => group({ activePeriod: object({ endDate: date }) }),
  fromDate: (date) => group({ fromDate: date }),
  toDate: (date) => group({ toDate: date }),
  targetCycleStartDate: (date) => group({ targetCycleStartDate: date }),
  targetCycleEndDate: (date) => group({ targetCycleEndDate: date }),
  targetCycleStartDateISO: (date) => group({ targetCycleStartDateISO: date }),
  targetCycleEndDateISO: (date) => group({ targetCycleEndDateISO: date }),
};
const from = (date: string) => group({ fromDate: date });

describe('date-format', () => {
  for (const [field, write] of Object.entries(fields)) {
    it(`looks at ${field}`, () => {
      const [finding] = expectDiagnostics(write('«date-format:"2027-03-32"»'));
      assert.equal(finding?.severity, 1);
      assert.match(JSON.stringify(finding.message), new RegExp(field.replace('activePeriod.', '')));
      expectDiagnostics(write('«schema-type:20270301»'));
      const day = /start|from/i.test(field) ? '2027-03-01' : '2027-03-31';
      for (const rest of ['', 'T12:00Z', 'T12:00:00.000+05:30', 'T12:00']) expectDiagnostics(write(`"${day}${rest}"`));
    });
  }

  table({
    'reports an empty text': from('«date-format:""»'),
    'reports a blank in front': from('«date-format:" 2027-03-01"»'),
    'reads escapes': from('"2027\\u002d03-01"'),
    'is silent about null': from('null'),
    'leaves a wrong type to schema-type': from('«schema-type:1740787200000»'),
    'is silent about a text that is half typed': '{ "name": "Spring", "fromDate": «json-syntax:"2027-03» }',
    'goes on while something else is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "fromDate": «date-format:"2027-03"» }',
    'is silent about dates of other fields': group({ description: '"2027-02-30"' }),
  });

  const messages: [string, string][] = [
    ['"tomorrow"', 'fromDate is "tomorrow"; a date like 2027-01-31, or 2027-01-31T00:00:00.000Z, is expected.'],
    ['"2027-02-30"', 'fromDate is "2027-02-30"; that month has 28 days.'],
    ['"2027-13-01"', 'fromDate is "2027-13-01"; the calendar has no such day.'],
    [
      '"2027-03-01T24:00"',
      'fromDate is "2027-03-01T24:00"; hours run from 00 to 23, minutes and seconds from 00 to 59.',
    ],
    [
      '"2027-03-01T00:00+99"',
      'fromDate is "2027-03-01T00:00+99"; an offset is hours from 00 to 23 and minutes from 00 to 59.',
    ],
  ];
  for (const [date, message] of messages) {
    it(`says what is wrong with ${date}`, () => {
      assert.equal(expectDiagnostics(from(`«date-format:${date}»`))[0]?.message, message);
    });
  }
});
