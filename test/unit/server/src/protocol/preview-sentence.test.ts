import assert from 'node:assert/strict';
import { sentenceOf } from '../../../../../server/src/protocol/preview-sentence';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import { level, previewModel, target } from '../../../../support/preview/models';

const { rhythm, traits } = previewModel();
const spend = (...values: string[]) => target(0, 'Spend', 'TRANSACTION SALES', values);
const of = (given: Partial<PreviewModel>) => sentenceOf(previewModel({ targets: [spend('500')], ...given }));
const kpi = (
  measure: string,
  values: readonly string[],
  more: Partial<PreviewModel['targets'][number]['kpi']> = {},
) => {
  const one = target(0, 'T', measure, values);
  return of({
    targets: [{ ...one, kpi: { ...one.kpi, ...more } }],
    extent: { startDay: '2027-10-08', endDay: '2027-10-08' },
  });
};

describe('the sentence', () => {
  const cases: readonly (readonly [name: string, sentence: string, expected: string])[] = [
    [
      'of the issue',
      of({
        rhythm: { ...rhythm, unit: 'DAILY', rounds: 4 },
        traits: { ...traits, isRanked: true },
        extent: { startDay: '2027-10-08', endDay: '2027-10-11' },
      }),
      'Customers who spend 500 in each of 4 daily cycles, 8 to 11 Oct 2027; ranked on a leaderboard',
    ],
    ['one cycle', of({ rhythm: { ...rhythm, rounds: 1 } }), 'Customers who spend 500 in one cycle, 8 to 20 Oct 2027'],
    [
      'cycles of several units',
      of({ rhythm: { ...rhythm, unit: 'WEEKLY', every: 2 } }),
      'Customers who spend 500 in each of 3 cycles of 2 weeks, 8 to 20 Oct 2027',
    ],
    [
      'no number of cycles',
      of({ rhythm: { ...rhythm, rounds: 0 } }),
      'Customers who spend 500 in each cycle, 8 to 20 Oct 2027',
    ],
    [
      'days in two months and in two years',
      [
        of({ extent: { startDay: '2027-10-08', endDay: '2027-11-01' } }),
        of({ extent: { startDay: '2027-12-31', endDay: '2028-01-01' } }),
      ].join(' | '),
      'Customers who spend 500 in each of 3 cycles, 8 Oct to 1 Nov 2027 | Customers who spend 500 in each of 3 cycles, 31 Dec 2027 to 1 Jan 2028',
    ],
    [
      'cycles of each customer have no days',
      of({ rhythm: { window: 'cyclic', unit: 'MONTHLY', every: 1, rounds: 2 } }),
      'Customers who spend 500 in each of 2 monthly cycles from the customer’s own first transaction',
    ],
    [
      'rounds until the target is reached',
      of({ rhythm: { window: 'agnostic', unit: '', every: 1, rounds: 3 } }),
      'Customers who spend 500 in each of 3 rounds that lasts until the target is reached',
    ],
    [
      'a cap',
      of({ traits: { ...traits, isCap: true } }),
      'Customers can at most spend 500 in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    [
      'values that differ',
      of({ targets: [spend('1000', '9', '500', '500')] }),
      'Customers who spend 9 to 1000 (set for each cycle) in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    ['no value', of({ targets: [spend()] }), 'Customers who spend … in each of 3 cycles, 8 to 20 Oct 2027'],
    [
      'values that are not all listed',
      of({ targets: [{ ...spend('1', '2'), valueCount: 900 }] }),
      'Customers who spend 1 to 2 (set for each cycle; of the first 2) in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    [
      'any of several targets, those beyond three counted',
      of({
        traits: { ...traits, isAny: true },
        targets: [0, 1, 2, 3, 4].map((index) => target(index, `T${index}`, 'TRANSACTION COUNT', ['1'])),
        omitted: { periods: 0, spans: 0, targets: 10, problems: 0 },
      }),
      'Customers who make 1 transaction (“T0”) or make 1 transaction (“T1”) or make 1 transaction (“T2”) or 12 more targets in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    [
      'levels, an overall target, a challenge',
      of({
        levels: [level('a', '2', 1), level('b', '', 2), level('c', '4', 3)],
        traits: { ...traits, overall: '5000', isUserCreated: true },
      }),
      'Customers who spend 500 in each of 3 cycles, 8 to 20 Oct 2027; rewarded after 2 and 4 cycles in a row; 5000 over all targets; a challenge that customers set themselves',
    ],
    [
      'levels that need not follow each other',
      of({ levels: [{ ...level('a', '1', 1), inARow: false }] }),
      'Customers who spend 500 in each of 3 cycles, 8 to 20 Oct 2027; rewarded after 1 cycle',
    ],
    [
      'an event',
      kpi('EVENT COUNT', ['2'], { event: 'spin' }),
      'Customers who reach 2 in the number of “spin” events in each of 3 cycles, 8 Oct 2027',
    ],
    [
      'the event of a transaction',
      kpi('EVENT VISIT', ['2'], { event: 'TransactionAdd' }),
      'Customers who make transactions on 2 days in each of 3 cycles, 8 Oct 2027',
    ],
    ['one item', kpi('LINEITEM QUANTITY', ['1']), 'Customers who buy 1 item in each of 3 cycles, 8 Oct 2027'],
    [
      'what nobody knows',
      kpi('constructor toString', ['1']),
      'Customers who reach 1 in the toString of constructor in each of 3 cycles, 8 Oct 2027',
    ],
    [
      'a value that looks like a pattern',
      kpi('TRANSACTION SALES', ['$& @ $1']),
      'Customers who spend $& @ $1 in each of 3 cycles, 8 Oct 2027',
    ],
    ['nothing without a target', of({ targets: [] }), ''],
    ['nothing where no target says what it measures', of({ targets: [target(0, 'a', '', ['1'])] }), ''],
  ];
  for (const [name, sentence, expected] of cases) {
    it(name, () => {
      assert.equal(sentence, expected);
    });
  }
});
