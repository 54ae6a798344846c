import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { group, list, period, target, values } from '../../../../../support/definition-text';
import { diagnose } from '../../../../../support/diagnose';
import { make, made, refusal } from '../../../../../support/generate';

interface Read {
  readonly totalPeriods?: number;
  readonly frequencyType?: string;
  readonly frequency?: number;
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly periods: readonly { readonly refCode: string; readonly startDate: string; readonly endDate: string }[];
  readonly targets?: readonly { readonly defaultValues: readonly unknown[] }[];
}
const read = (text: string) => JSON.parse(text) as Read;
const daysOf = (text: string) => read(text).periods.map(({ startDate, endDate }) => [startDate, endDate]);

const millisecondsOfDay = 86_400_000;
const dayText = (day: number): string => new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
const dayOf = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / millisecondsOfDay;

/** The calendar of the runtime, not ours: the day before the one on which the next cycle begins. */
function lastDay(start: string, frequencyType: string, frequency: number): string {
  const days = { DAILY: 1, WEEKLY: 7 }[frequencyType];
  if (days !== undefined) return dayText(dayOf(start) + days * frequency - 1);
  const months = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 }[frequencyType] ?? 0;
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months * frequency + 1, 0)).getUTCDate();
  const next = Date.UTC(year, month - 1 + months * frequency, Math.min(date, lastOfMonth));
  return dayText(next / millisecondsOfDay - 1);
}

const units = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'];
const edges = ['2027-01-31', '2028-01-31', '2028-02-29', '2027-02-28', '2027-12-31', '2027-01-01', '2100-02-28'];
const anyStart = fc.oneof(
  fc.constantFrom(...edges),
  fc.integer({ min: dayOf('2000-01-01'), max: dayOf('2199-12-31') }).map(dayText),
);
const anyCycles = fc.record({
  start: anyStart,
  frequencyType: fc.constantFrom(...units),
  frequency: fc.integer({ min: 1, max: 3 }),
  count: fc.integer({ min: 1, max: 24 }),
});

describe('periods generated', () => {
  const before: readonly (readonly [what: string, text: string])[] = [
    ['a definition on one line', group()],
    ['one without periods', group({ periods: undefined, totalPeriods: undefined })],
    ['one with an empty list', group({ periods: '[]', totalPeriods: '0', targets: '[]' })],
    [
      'one with bounds, on lines of its own',
      JSON.stringify(
        JSON.parse(group({ fromDate: '"2027-03-01T00:00:00.000Z"', toDate: '"2027-03-31T23:59:59.999Z"' })),
        undefined,
        4,
      ),
    ],
    [
      'five date-times, unordered',
      group({
        totalPeriods: '5',
        periods: list(
          ...[5, 3, 1, 2, 4].map((month) =>
            period({
              refCode: `"${month}"`,
              startDate: `"2027-0${month}-01T00:00:00Z"`,
              endDate: `"2027-0${month}-28T23:59:59Z"`,
            }),
          ),
        ),
        targets: list(target({ defaultValues: values('1', '2', '3', '4', '5') })),
      }),
    ],
  ];
  for (const [what, text] of before) {
    it(`follow each other without a gap, as many as are wanted, clean by our own rules: ${what}`, () => {
      assert.deepEqual(
        diagnose(text).filter(({ severity }) => severity === 1),
        [],
      );
      fc.assert(
        fc.property(anyCycles, (cycles) => {
          const after = made(text, { kind: 'periods', ...cycles });
          const { periods, targets, totalPeriods, frequencyType, frequency } = read(after);
          assert.equal(periods.length, cycles.count);
          let start = cycles.start;
          for (const { startDate, endDate } of periods) {
            const end = lastDay(start, cycles.frequencyType, cycles.frequency);
            assert.deepEqual([startDate.slice(0, 10), endDate.slice(0, 10)], [start, end]);
            start = dayText(dayOf(end) + 1);
          }
          assert.equal(new Set(periods.map(({ refCode }) => refCode)).size, cycles.count);
          for (const { defaultValues } of targets ?? []) assert.equal(defaultValues.length, cycles.count);
          assert.deepEqual(
            [totalPeriods, frequencyType, frequency],
            [cycles.count, cycles.frequencyType, cycles.frequency],
          );
          assert.deepEqual(make(after, { kind: 'periods', ...cycles }), { reason: 'There is nothing to be changed.' });
        }),
        { numRuns: 20 },
      );
    });
  }

  const march = { kind: 'periods', start: '2027-03-01', frequencyType: 'MONTHLY', frequency: 1 } as const;

  it('keep all but the days of those that are there, and are written and named like them', () => {
    const text = group({
      periods: list(
        '{"refCode": "Q_09", "description": "x", "startDate": "2027-01-01T00:00", "endDate": "2027-01-31T23:59"}',
      ),
    });
    const after = made(text, { ...march, count: 2 });
    assert.ok(
      after.includes(
        '[{"refCode": "Q_09", "description": "x", "startDate": "2027-03-01T00:00", "endDate": "2027-03-31T23:59"}, ' +
          '{"refCode": "Q_10", "startDate": "2027-04-01T00:00", "endDate": "2027-04-30T23:59"}]',
      ),
      after,
    );
  });

  it('have days of their own behind a period whose days are missing, or none', () => {
    const text = group({ periods: list('{"refCode": "A", "startDate": "soon"}') });
    assert.deepEqual(daysOf(made(text, { ...march, count: 2 }))[1], ['2027-04-01', '2027-04-30']);
  });

  it('are written as other dates of the file where there is none to be like', () => {
    const text = group({
      periods: '[]',
      totalPeriods: '0',
      targets: '[]',
      fromDate: '"2027-01-01T00:00:00Z"',
      toDate: '"2027-12-31T23:59:59Z"',
    });
    assert.deepEqual(daysOf(made(text, { ...march, count: 1 })), [['2027-03-01T00:00:00Z', '2027-03-31T23:59:59Z']]);
    assert.deepEqual(daysOf(made(group({ periods: '[]' }), { ...march, count: 1 })), [['2027-03-01', '2027-03-31']]);
  });

  it("take the group's own dates along: those they kept to, and those they would lie beyond", () => {
    const bounds = (fromDate: string, toDate: string) => {
      const { fromDate: from, toDate: to } = read(
        made(group({ fromDate, toDate }), { ...march, start: '2027-05-01', count: 2 }),
      );
      return [from, to];
    };
    assert.deepEqual(bounds('"2027-03-01"', '"2027-03-31"'), ['2027-05-01', '2027-06-30']);
    assert.deepEqual(bounds('"2027-01-01"', '"2027-12-31"'), ['2027-01-01', '2027-12-31']);
  });

  it('bring no counts into a group that is a cap', () => {
    const { totalPeriods, frequency } = read(
      made('{ "name": "C", "trackingType": "CAPPING" }', { ...march, count: 1 }),
    );
    assert.deepEqual([totalPeriods, frequency], [undefined, undefined]);
  });

  it('are refused, with the reason', () => {
    const refusals: readonly [text: string, change: object, reason: RegExp][] = [
      ['{"name": "x", ', {}, /^Line 1 has a syntax error/],
      ['', {}, /^Line 1 has a syntax error/],
      ['{}', {}, /^There is no definition yet/],
      ['[]', {}, /^There is no definition yet/],
      ['{"name": "x", "periods": {}}', {}, /^periods is no list of objects/],
      ['{"name": "x", "targets": [1]}', {}, /^targets is no list of objects/],
      [group(), { start: '2027-02-30' }, /^"2027-02-30" is no day/],
      [group(), { frequencyType: 'CUSTOM' }, /^CUSTOM × 1 is no length/],
      [group(), { frequency: 0 }, /^MONTHLY × 0 is no length/],
      [group(), { frequency: 1e9 }, /behind the year 9999/],
      [group(), { count: 0 }, /^1 to 100 periods/],
      [group(), { count: 101 }, /^1 to 100 periods/],
      [group(), { count: 1.5 }, /^1 to 100 periods/],
      [
        group({ trackingType: '"STREAKS"', totalPeriods: '2', streaks: '[{"name": "a", "targetCountOfSequence": 2}]' }),
        {},
        /^It would bring a new problem: targetCountOfSequence is 2/,
      ],
    ];
    for (const [text, change, reason] of refusals)
      assert.match(refusal(text, { ...march, count: 1, ...change }), reason);
  });
});

describe('the next period', () => {
  it('continues the last, with a value in each target, and counts', () => {
    const after = read(made(group({ frequencyType: '"MONTHLY"', frequency: '1' }), { kind: 'nextPeriod' }));
    assert.deepEqual(after.periods[1], { refCode: 'Cycle_2', startDate: '2027-04-01', endDate: '2027-04-30' });
    assert.deepEqual(after.targets?.[0]?.defaultValues, [{ defaultValue: 1000 }, { defaultValue: 1000 }]);
    assert.equal(after.totalPeriods, 2);
  });

  it('is refused where its days are not known, or lie outside of the group', () => {
    const reason = /^What follows the last period is not known/;
    assert.match(refusal(group({ periods: '[]' }), { kind: 'nextPeriod' }), reason);
    assert.match(refusal(group({ toDate: '"2027-03-31"' }), { kind: 'nextPeriod' }), reason);
  });
});
