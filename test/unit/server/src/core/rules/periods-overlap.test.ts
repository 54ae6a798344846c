import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createModel } from '../../../../../../server/src/core/document/model';
import { findingsOf } from '../../../../../../server/src/core/features/findings';
import { group, list, period, type Members } from '../../../../../support/definition-text';
import { documentOf, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

/** Periods from a day to a day; the start may carry a marker. */
const periods = (...spans: [string, string][]) =>
  list(...spans.map(([startDate, endDate], index) => period({ refCode: `"C${index}"`, startDate, endDate })));
const make = (spans: [string, string][], members: Members = {}) =>
  group({ totalPeriods: String(spans.length), targets: '[]', periods: periods(...spans), ...members });
const over = (date: string) => `«periods-overlap:"${date}"»`;

describe('periods-overlap', () => {
  table({
    'reports a shared day': make([
      ['"2027-03-01"', '"2027-03-31"'],
      [over('2027-03-31'), '"2027-04-30"'],
    ]),
    'is silent about neighbours': make([
      ['"2027-03-01"', '"2027-03-31"'],
      ['"2027-04-01"', '"2027-04-30"'],
    ]),
    'is silent about gaps, in any order': make([
      ['"2027-05-01"', '"2027-05-31"'],
      ['"2027-03-01"', '"2027-03-31"'],
    ]),
    'reports the one later in the file': make([
      ['"2027-03-31"', '"2027-04-30"'],
      [over('2027-03-01'), '"2027-03-31"'],
    ]),
    'reports a period once': make([
      ['"2027-03-01"', '"2027-03-10"'],
      ['"2027-03-11"', '"2027-03-20"'],
      [over('2027-03-05'), '"2027-03-15"'],
    ]),
    'reports every later one': make([
      ['"2027-03-01"', '"2027-03-31"'],
      [over('2027-03-05'), '"2027-03-06"'],
      [over('2027-03-07'), '"2027-03-08"'],
    ]),
    'compares the days that are written': make([
      ['"2027-03-01T00:00Z"', '"2027-03-31T23:59:59.999Z"'],
      [over('2027-03-31T23:59:59.999Z'), '"2027-04-30"'],
    ]),
    'ignores offsets': make([
      ['"2027-03-01"', '"2027-03-31"'],
      ['«date-offset:"2027-04-01T00:00+05:30"»', '"2027-04-30"'],
    ]),
    'leaves out a period that ends before it starts': make([
      ['"2027-03-01"', '"2027-03-31"'],
      ['"2027-03-20"', '«period-dates-order:"2027-03-10"»'],
      [over('2027-03-12'), '"2027-04-13"'],
    ]),
    'leaves out a period with a date that is none': make([
      ['"2027-03-01"', '«date-format:"2027-03-32"»'],
      ['"2027-03-01"', '"2027-03-31"'],
    ]),
    'leaves out a period with a date of a wrong type': make([
      ['"2027-03-01"', '«schema-type:5»'],
      ['"2027-03-01"', '"2027-03-31"'],
    ]),
    'is silent while a date is half typed':
      '{ "name": "Spring", "periods": [{ "startDate": "2027-03-01", "endDate": "2027-03-31" }, { "startDate": "2027-03-31", "endDate": «json-syntax:"2027-04-30» }] }',
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "periods": ${periods(['"2027-03-01"', '"2027-03-31"'], [over('2027-03-31'), '"2027-04-30"'])} }`,
  });

  it('leaves out a period without an end', () => {
    expectDiagnostics(
      group({
        totalPeriods: '2',
        targets: '[]',
        periods: list(period(), period({ refCode: '"C"', endDate: 'null' }, '«documented-required:{»')),
      }),
    );
  });

  it('names the periods and the days that they share', () => {
    const say = (first: [string, string], second: [string, string]) => expectDiagnostics(make([first, second]))[0];
    const one = say(['"2027-03-01"', '"2027-03-31"'], [over('2027-03-31'), '"2027-04-30"']);
    assert.equal(
      one?.message,
      'Period 2 ("C1") shares 2027-03-31 with period 1 ("C0"); each day is expected in one period.',
    );
    assert.equal(one.relatedInformation?.length, 1);
    assert.equal(one.severity, 2);
    const more = say(['"2027-03-05"', '"2027-04-30"'], [over('2027-03-01'), '"2027-03-31"']);
    assert.equal(
      more?.message,
      'Period 2 ("C1") shares 2027-03-05 to 2027-03-31 with period 1 ("C0"); each day is expected in one period.',
    );
  });

  const code = 'periods-overlap';
  const fixed = (spans: [string, string][], title: string | undefined, members: Members = {}) =>
    expectFixes(make(spans, members), code, title === undefined ? [] : [title])[0];

  it('shifts to the first free days, and keeps times and zones', () => {
    const march: [string, string] = ['"2027-03-01"', '"2027-03-31"'];
    assert.equal(
      fixed([march, ['"2027-03-31T08:00Z"', '"2027-04-29T20:00Z"']], 'Shift it to 2027-04-01 – 2027-04-30'),
      make([march, ['"2027-04-01T08:00Z"', '"2027-04-30T20:00Z"']]),
    );
  });

  it('jumps over the periods behind', () => {
    fixed(
      [
        ['"2027-03-01"', '"2027-03-31"'],
        ['"2027-03-31"', '"2027-04-09"'],
        ['"2027-04-05"', '"2027-04-30"'],
        ['"2027-05-11"', '"2027-05-31"'],
      ],
      'Shift it to 2027-05-01 – 2027-05-10',
    );
    fixed(
      [
        ['"2027-03-01"', '"2027-03-31"'],
        ['"2027-03-31"', '"2027-04-09"'],
        ['"2027-04-05"', '"2027-04-30"'],
        ['"2027-05-10"', '"2027-05-31"'],
      ],
      'Shift it to 2027-06-01 – 2027-06-10',
    );
  });

  it('keeps a cycle a cycle', () => {
    const twice: [string, string][] = [
      ['"2027-01-01"', '"2027-01-31"'],
      ['"2027-01-01"', '"2027-01-31"'],
    ];
    fixed(twice, 'Shift it to 2027-02-01 – 2027-02-28', { frequencyType: '"MONTHLY"' });
    fixed(twice, 'Shift it to 2027-02-01 – 2027-03-03');
  });

  it('shifts nothing out of the group, or out of the calendar', () => {
    const spans: [string, string][] = [
      ['"2027-03-01"', '"2027-03-31"'],
      ['"2027-03-31"', '"2027-04-29"'],
    ];
    fixed(spans, 'Shift it to 2027-04-01 – 2027-04-30', { toDate: '"2027-04-30"' });
    fixed(spans, undefined, { toDate: '"2027-04-29"' });
    fixed(
      [
        ['"9999-12-01"', '"9999-12-31"'],
        ['"9999-12-31"', '"9999-12-31"'],
      ],
      undefined,
    );
  });

  it('shifts a period that is outside already', () => {
    const spans: [string, string][] = [
      ['"2027-03-01"', '"2027-03-31"'],
      ['"2027-03-31"', '"2027-04-29"'],
    ];
    fixed(spans, 'Shift it to 2027-04-01 – 2027-04-30', { toDate: '"2027-04-01"' });
  });

  it('answers for 2,000 periods that all overlap', () => {
    const text = make(Array.from({ length: 2_000 }, () => ['"2027-03-01"', '"2027-03-31"']));
    const findings = findingsOf(createModel(documentOf(text)));
    assert.equal(findings.filter((finding) => finding.code === code).length, 1_999);
  });
});
