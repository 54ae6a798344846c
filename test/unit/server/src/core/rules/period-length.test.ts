import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, period, type Members } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const code = 'period-length';
const make = (
  frequencyType: string | undefined,
  frequency: string | undefined,
  start: string,
  end: string,
  brace = '{',
) => group({ frequencyType, frequency, periods: list(period({ startDate: `"${start}"`, endDate: end })) }, brace);
const right = (type: string, frequency: string, start: string, end: string) =>
  make(`"${type}"`, frequency, start, `"${end}"`);
const wrong = (type: string, frequency: string, start: string, end: string) =>
  make(`"${type}"`, frequency, start, `«${code}:"${end}"»`);

describe('period-length', () => {
  table({
    'DAILY is one day': right('DAILY', '1', '2027-03-01', '2027-03-01'),
    'reports two days of DAILY': wrong('DAILY', '1', '2027-03-01', '2027-03-02'),
    'DAILY x 10 is ten days': right('DAILY', '10', '2027-03-01', '2027-03-10'),
    'reports nine days of DAILY x 10': wrong('DAILY', '10', '2027-03-01', '2027-03-09'),
    'reports eleven days of DAILY x 10': wrong('DAILY', '10', '2027-03-01', '2027-03-11'),
    'WEEKLY is seven days': right('WEEKLY', '1', '2027-03-01', '2027-03-07'),
    'reports eight days of WEEKLY': wrong('WEEKLY', '1', '2027-03-01', '2027-03-08'),
    'MONTHLY is a month': right('MONTHLY', '1', '2027-03-01', '2027-03-31'),
    'MONTHLY from the middle of a month': right('MONTHLY', '1', '2024-12-25', '2025-01-24'),
    'MONTHLY of a leap year': right('MONTHLY', '1', '2028-02-01', '2028-02-29'),
    'reports the last of February in a leap year': wrong('MONTHLY', '1', '2028-02-01', '2028-02-28'),
    'MONTHLY from a month end': right('MONTHLY', '1', '2027-01-31', '2027-02-27'),
    // The next month begins on 28 February, the day that stands for the 31st.
    'reports the last of February from 31 January': wrong('MONTHLY', '1', '2027-01-31', '2027-02-28'),
    'MONTHLY from a month end of a leap year': right('MONTHLY', '1', '2028-01-31', '2028-02-28'),
    'MONTHLY from a month end to a longer month': right('MONTHLY', '1', '2027-02-28', '2027-03-27'),
    'QUARTERLY is three months': right('QUARTERLY', '1', '2027-01-01', '2027-03-31'),
    'reports two months of QUARTERLY': wrong('QUARTERLY', '1', '2027-01-01', '2027-02-28'),
    'HALF_YEARLY is six months': right('HALF_YEARLY', '1', '2027-01-01', '2027-06-30'),
    'YEARLY is twelve months': right('YEARLY', '1', '2027-03-01', '2028-02-29'),
    'reports 365 days of a leap year': wrong('YEARLY', '1', '2027-03-01', '2028-02-28'),
    'MONTHLY x 2 is two months': right('MONTHLY', '2', '2027-01-01', '2027-02-28'),
    'counts a frequency of 0 as 1': right('MONTHLY', '0', '2027-03-01', '2027-03-31'),
    'counts a negative frequency as 1': right('MONTHLY', '-10', '2027-03-01', '2027-03-31'),
    'counts a missing frequency as 1': make(
      '"MONTHLY"',
      undefined,
      '2027-03-01',
      '"2027-03-31"',
      '«documented-required:{»',
    ),
    'counts a frequency of null as 1': make(
      '"MONTHLY"',
      'null',
      '2027-03-01',
      `«${code}:"2027-03-30"»`,
      '«documented-required:{»',
    ),
    'is silent where the frequency is of a wrong type': make(
      '"MONTHLY"',
      '«schema-type:"1"»',
      '2027-03-01',
      '"2027-03-02"',
    ),
    'is silent about CUSTOM': right('CUSTOM', '1', '2027-03-01', '2027-03-02'),
    'is silent where the unit is absent': make(undefined, '1', '2027-03-01', '"2027-03-02"', '«documented-required:{»'),
    'is silent where the unit is unknown': make('«schema-enum:"HOURLY"»', '1', '2027-03-01', '"2027-03-02"'),
    'reads labels': make('«enum-label:"Monthly"»', '1', '2027-03-01', `«${code}:"2027-03-30"»`),
    'is silent where a date is none': make('"MONTHLY"', '1', '2027-03-01', '«date-format:"2027-03-32"»'),
    'is silent where the end lies before the start': make(
      '"MONTHLY"',
      '1',
      '2027-03-02',
      '«period-dates-order:"2027-03-01"»',
    ),
    'is silent while the frequency has no value':
      '{ "name": "Spring", "periods": [{ "startDate": "2027-03-01", "endDate": "2027-03-30" }], "frequencyType": "MONTHLY", «json-syntax:"frequency"»: }',
    'ignores times': make('"DAILY"', '1', '2027-03-01T00:00Z', '"2027-03-01T23:59:59.999Z"'),
    'reports what cannot end': wrong('YEARLY', '9000', '2027-03-01', '2027-03-31'),
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "frequencyType": "MONTHLY", "periods": [{ "startDate": "2027-03-01", "endDate": «${code}:"2027-03-30"» }] }`,
  });

  it('names the length and the end that is expected', () => {
    const message = (text: string) => expectDiagnostics(text)[0]?.message;
    assert.equal(
      message(wrong('MONTHLY', '1', '2027-03-01', '2027-03-30')),
      'The period is 30 days long; one cycle of 1 month from 2027-03-01 ends on 2027-03-31.',
    );
    assert.equal(
      message(wrong('WEEKLY', '2', '2027-03-01', '2027-03-01')),
      'The period is 1 day long; one cycle of 14 days from 2027-03-01 ends on 2027-03-14.',
    );
    assert.equal(
      message(wrong('YEARLY', '9000', '2027-03-01', '2027-03-01')),
      'The period is 1 day long; one cycle of 108000 months from 2027-03-01 ends after the year 9999.',
    );
    assert.equal(expectDiagnostics(wrong('DAILY', '1', '2027-03-01', '2027-03-02'))[0]?.severity, 3);
  });

  it('ends the period with the cycle', () => {
    const text = (end: string) => make('"MONTHLY"', '1', '2027-03-01', `"${end}T23:59Z"`);
    assert.deepEqual(expectFixes(text('2027-03-30'), code, ['End it on 2027-03-31']), [text('2027-03-31')]);
  });

  const two = (first: [string, string], second: [string, string], members: Members = {}) =>
    group({
      frequencyType: '"MONTHLY"',
      totalPeriods: '2',
      targets: '[]',
      periods: list(
        period({ startDate: `"${first[0]}"`, endDate: `"${first[1]}"` }),
        period({ refCode: '"C"', startDate: `"${second[0]}"`, endDate: `"${second[1]}"` }),
      ),
      ...members,
    });

  it('regenerates all periods in the order of their dates', () => {
    const [one, all] = expectFixes(two(['2027-05-03', '2027-05-20'], ['2027-03-01', '2027-03-30']), code, [
      'End it on 2027-06-02',
      'Regenerate all 2 periods',
    ]);
    assert.equal(one, two(['2027-05-03', '2027-06-02'], ['2027-03-01', '2027-03-30']));
    assert.equal(all, two(['2027-04-01', '2027-04-30'], ['2027-03-01', '2027-03-31']));
    expectDiagnostics(all);
  });

  it('ends nothing in another period, or outside the group', () => {
    const close = two(['2027-03-01', '2027-03-30'], ['2027-03-31', '2027-04-29']);
    expectFixes(close, code, ['Regenerate all 2 periods']);
    expectFixes(two(['2027-03-01', '2027-03-30'], ['2027-03-31', '2027-04-29'], { toDate: '"2027-04-29"' }), code, []);
    const outside = group({
      frequencyType: '"MONTHLY"',
      toDate: '"2027-03-30"',
      periods: list(period({ endDate: '"2027-03-30"' })),
    });
    expectFixes(outside, code, []);
  });

  it('regenerates nothing where the dates of a period are not known', () => {
    const text = two(['2027-03-01', '2027-03-30'], ['2027-05-01', '2027-05-32']);
    expectFixes(text, code, ['End it on 2027-03-31']);
  });

  it('offers nothing that lies behind the year 9999', () => {
    expectFixes(make('"YEARLY"', '9000', '2027-03-01', '"2027-03-31"'), code, []);
    expectFixes(two(['2027-03-01', '2027-03-31'], ['9999-12-30', '9999-12-31']), code, ['Regenerate all 2 periods']);
  });
});
