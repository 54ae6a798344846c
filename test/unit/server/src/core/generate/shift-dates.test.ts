import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Generator } from '../../../../../../server/src/core/index';
import { acceptedBodies } from '../../../../../support/accepted-bodies';
import { group, list, period, target, values } from '../../../../../support/definition-text';
import { make, made, refusal } from '../../../../../support/generate';

const dates = (text: string): string[] => [...text.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([date]) => date);
const withoutDays = (text: string): string => text.replace(/\d{4}-\d{2}-\d{2}(?=["T])/g, '');

/** A definition of periods with these days. */
const of = (frequencyType: string, ...spans: readonly (readonly [start: string, end: string])[]): string =>
  group({
    frequencyType: `"${frequencyType}"`,
    frequency: '1',
    totalPeriods: String(spans.length),
    periods: list(
      ...spans.map(([start, end], index) =>
        period({ refCode: `"${index}"`, startDate: `"${start}"`, endDate: `"${end}"` }),
      ),
    ),
    targets: list(target({ defaultValues: values(...spans.map(() => '1')) })),
  });

const winter = of('MONTHLY', ['2027-12-01', '2027-12-31'], ['2028-01-01', '2028-01-31'], ['2028-02-01', '2028-02-29']);

describe('dates moved', () => {
  const cases: readonly [what: string, text: string, generator: Generator, after: readonly string[]][] = [
    [
      'by days',
      of('CUSTOM', ['2027-02-27', '2027-02-28']),
      { kind: 'shiftDates', days: 2 },
      ['2027-03-01', '2027-03-02'],
    ],
    [
      'back, over the year',
      of('CUSTOM', ['2027-01-01', '2027-01-02']),
      { kind: 'shiftDates', days: -1 },
      ['2026-12-31', '2027-01-01'],
    ],
    [
      'by months, whole months staying whole',
      winter,
      { kind: 'shiftDates', months: 1 },
      ['2028-01-01', '2028-01-31', '2028-02-01', '2028-02-29', '2028-03-01', '2028-03-31'],
    ],
    [
      'to a day in another month, months staying months',
      winter,
      { kind: 'shiftDates', to: '2028-02-10' },
      ['2028-02-10', '2028-03-09', '2028-03-10', '2028-04-09', '2028-04-10', '2028-05-09'],
    ],
    [
      'to a day, weeks staying weeks',
      of('WEEKLY', ['2027-03-01', '2027-03-07'], ['2027-03-08', '2027-03-14']),
      { kind: 'shiftDates', to: '2028-02-26' },
      ['2028-02-26', '2028-03-03', '2028-03-04', '2028-03-10'],
    ],
    [
      'to a month, of a period without a unit',
      of('CUSTOM', ['2027-01-01', '2027-01-31']),
      { kind: 'shiftDates', to: '2027-02-01' },
      ['2027-02-01', '2027-02-28'],
    ],
  ];
  for (const [what, text, generator, after] of cases) {
    it(what, () => {
      assert.deepEqual(dates(made(text, generator)), after);
    });
  }

  it('every date of the group, each in its own style, and nothing else', () => {
    const text = group({
      description: '"since 2027-03-01"',
      fromDate: '"2027-03-01T00:00:00.000Z"',
      toDate: '"2027-03-31T23:59+05:30"',
      targetCycleEndDate: '"2027-03-31"',
      periods: list(period({ startDate: '"2027\\u002d03-01"' })),
    });
    const after = made(text, { kind: 'shiftDates', days: 1 });
    assert.ok(after.includes('"since 2027-03-01"'));
    assert.ok(after.includes('"fromDate": "2027-03-02T00:00:00.000Z"'));
    assert.ok(after.includes('"toDate": "2027-04-01T23:59+05:30"'));
    assert.ok(after.includes('"targetCycleEndDate": "2027-04-01"'));
    assert.ok(after.includes('"startDate": "2027-03-02"'));
  });

  it('in every accepted body there and back: the same bytes', () => {
    for (const { name, text } of acceptedBodies) {
      for (const days of [1, 10, 365]) {
        const there = make(text, { kind: 'shiftDates', days });
        if ('reason' in there) continue;
        assert.equal(withoutDays(there.text), withoutDays(text), name);
        assert.deepEqual(make(there.text, { kind: 'shiftDates', days: -days }), { text }, name);
      }
    }
  });

  it('by any number of months, months of the calendar stay without a gap and clean', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (months) => {
        if (months !== 0) made(winter, { kind: 'shiftDates', months });
      }),
      { numRuns: 20 },
    );
  });

  it('are refused, with the reason', () => {
    assert.match(refusal('{"name": "x"}', { kind: 'shiftDates', days: 1 }), /no date that could be moved/);
    assert.match(refusal(winter, { kind: 'shiftDates', months: 1e6 }), /outside the years 1 to 9999/);
    assert.match(refusal(winter, { kind: 'shiftDates', to: 'soon' }), /"soon" is no day/);
    assert.match(refusal('{"name": "x"}', { kind: 'shiftDates', to: '2027-01-01' }), /no period with a start date/);
    assert.match(refusal(winter, { kind: 'shiftDates', to: '2027-12-01' }), /nothing to be changed/);
    assert.match(refusal(winter, { kind: 'shiftDates', days: 40 }), /new problem: The period is \d+ days long/);
  });
});

describe('the definition of the next year', () => {
  const next = (text: string) => made(text, { kind: 'nextYear', name: 'Next "one"' });

  it('has its name, and the months of the next year', () => {
    const text = next(winter);
    assert.match(text, /^\{ "name": "Next \\"one\\""/);
    assert.deepEqual(dates(text), ['2028-12-01', '2028-12-31', '2029-01-01', '2029-01-31', '2029-02-01', '2029-02-28']);
  });

  it('keeps weeks on their weekdays, and other days on their date', () => {
    assert.deepEqual(dates(next(of('WEEKLY', ['2027-03-01', '2027-03-07']))), ['2028-02-28', '2028-03-05']);
    assert.deepEqual(dates(next(of('DAILY', ['2028-03-01', '2028-03-01'], ['2028-03-02', '2028-03-02']))), [
      ...['2029-03-01', '2029-03-01'],
      ...['2029-03-02', '2029-03-02'],
    ]);
    assert.deepEqual(dates(next(of('CUSTOM', ['2027-03-01', '2027-03-31'], ['2027-05-03', '2027-06-01']))), [
      ...['2028-03-01', '2028-03-31'],
      ...['2028-05-03', '2028-06-01'],
    ]);
  });
});
