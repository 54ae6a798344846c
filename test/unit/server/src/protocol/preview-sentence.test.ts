import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentenceOf, sentencePhrase } from '../../../../../server/src/protocol/preview-sentence';
import type { PreviewModel, PreviewTarget } from '../../../../../server/src/protocol/requests';
import { condition, level, lineRange, nothingOmitted, previewModel, target } from '../../../../support/preview/models';

const { rhythm, traits, headline, periods } = previewModel();
const spend = (...values: string[]) => target(0, 'Spend', 'TRANSACTION SALES', values);
const same = spend('500', '500', '500');
const of = (given: Partial<PreviewModel>) => sentenceOf(previewModel({ targets: [same], spans: [], ...given }));
/** Of three cycles on one day. */
const about = (measure: string, value: string, more: Partial<PreviewTarget['kpi']> = {}) => {
  const one = target(0, 'T', measure, [value, value, value]);
  const extent = { startDay: '2027-10-08', endDay: '2027-10-08' };
  return of({ targets: [{ ...one, kpi: { ...one.kpi, ...more } }], extent });
};
/** What stands in brackets behind the deed. */
const noteOf = (more: Partial<PreviewTarget>) => / \((.*)\) in each/.exec(of({ targets: [{ ...same, ...more }] }))?.[1];
const ofConditions = (...texts: string[]) => noteOf({ conditions: texts.map((text) => condition(text, 1)) });
const [first, second, third] = periods;
assert.ok(first && second && third);
const off = { ...second, active: false };

const whole = 'Customers who spend 500 in each of 3 cycles, 8 to 20 Oct 2027';

describe('the sentence', () => {
  const cases: readonly (readonly [name: string, sentence: string | undefined, expected: string | undefined])[] = [
    [
      'of the issue',
      of({
        rhythm: { ...rhythm, unit: 'DAILY', rounds: 3 },
        traits: { ...traits, isRanked: true },
        extent: { startDay: '2027-10-08', endDay: '2027-10-11' },
      }),
      'Customers who spend 500 in each of 3 daily cycles, 8 to 11 Oct 2027; ranked on a leaderboard',
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
        of({ extent: { startDay: '2027-09-08', endDay: '2027-11-01' } }),
        of({ extent: { startDay: '2027-12-31', endDay: '2028-01-01' } }),
      ].join(' | '),
      'Customers who spend 500 in each of 3 cycles, 8 Sept to 1 Nov 2027 | Customers who spend 500 in each of 3 cycles, 31 Dec 2027 to 1 Jan 2028',
    ],
    [
      'gaps and overlaps',
      [
        of({ spans: previewModel().spans }),
        of({ spans: [...previewModel().spans, ...previewModel().spans] }),
        of({ spans: previewModel().spans.map((span) => ({ ...span, kind: 'overlap' as const })) }),
      ]
        .map((sentence) => sentence.slice(whole.length))
        .join(' | '),
      ', with a gap between them | , with gaps between them | , with days that two of them share',
    ],
    [
      'cycles of each customer have no days',
      of({ rhythm: { window: 'cyclic', unit: 'MONTHLY', every: 1, rounds: 2, off: 0 } }),
      'Customers who spend 500 in each of 2 monthly cycles from the customer’s own first transaction',
    ],
    [
      'rounds until the target is reached',
      [0, 1, 3].map((rounds) => of({ rhythm: { window: 'agnostic', unit: '', every: 1, rounds, off: 0 } })).join(' | '),
      'Customers who spend 500 in a round that lasts until the target is reached | Customers who spend 500 in one round that lasts until the target is reached | Customers who spend 500 in each of 3 rounds, each of which lasts until the target is reached',
    ],
    [
      'a cap',
      of({ traits: { ...traits, isCap: true } }),
      'Customers can at most spend 500 in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    ['values that differ', noteOf({ values: spend('1000', '9', '500').values }), 'set for each cycle'],
    [
      'the least and the most',
      of({ targets: [spend('1000', '9', '500')] }).slice(0, 31),
      'Customers who spend 9 to 1000 (s'.slice(0, 31),
    ],
    ['one number, however it is written', of({ targets: [spend('500', '500.0', '0500')] }), whole],
    [
      'exactly, whatever the size',
      of({ targets: [spend('9007199254740993', '9007199254740992', '0.10')] }).slice(20, 43),
      '0.1 to 9007199254740993',
    ],
    [
      'values that are no numbers',
      of({ targets: [spend('2,5', '1e3', '3')] }),
      'Customers who spend 2,5, 1e3 or 3 (set for each cycle) in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    ['a value without a period is none', of({ targets: [spend('500', '500', '500', '77')] }), whole],
    [
      'a value that is missing',
      of({ targets: [spend('500', '500')] }),
      'Customers who spend 500 (set for 2 of 3 cycles) in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    ['no value', of({ targets: [spend()] }), 'Customers who spend … in each of 3 cycles, 8 to 20 Oct 2027'],
    [
      'values that are not all listed',
      of({ cycles: 900, targets: [{ ...spend('1', '2'), valueCount: 900 }] }),
      'Customers who spend 1 to 2 (set for each cycle; of the first 2 cycles) in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    [
      'periods that are switched off count neither as cycles nor with their days and values',
      [
        of({ periods: [first, off, third], rhythm: { ...rhythm, off: 1 }, targets: [spend('500', '9', '500')] }),
        of({ periods: [first, second, { ...third, active: false }], rhythm: { ...rhythm, off: 1 } }),
        of({ periods: periods.map((one) => ({ ...one, active: false })), rhythm: { ...rhythm, off: 3 } }),
      ].join(' | '),
      'Customers who spend 500 in each of 2 cycles, 8 to 20 Oct 2027; 2 of 3 cycles are active | Customers who spend 500 in each of 2 cycles, 8 to 11 Oct 2027; 2 of 3 cycles are active | Customers who spend … in each of 3 cycles, 8 to 20 Oct 2027; no cycle is active',
    ],
    [
      'targets that are switched off are no duty',
      of({ targets: [{ ...same, active: false }, target(1, 'Earn', 'POINTS REGULAR_POINTS', ['1', '1', '1'])] }),
      'Customers who earn 1 regular point (“Earn”) in each of 3 cycles, 8 to 20 Oct 2027; 1 target is switched off',
    ],
    ['every target is off', of({ targets: [{ ...same, active: false }] }), `${whole}; every target is switched off`],
    ['the group is off', of({ headline: { ...headline, active: false } }), `${whole}; the group is switched off`],
    [
      'any of several targets, those beyond three counted',
      of({
        traits: { ...traits, isAny: true },
        targets: [0, 1, 2, 3, 4].map((index) => target(index, `T${index}`, 'TRANSACTION COUNT', ['1', '1', '1'])),
        omitted: { ...nothingOmitted, targets: 10 },
      }),
      'Customers who make 1 transaction (“T0”) or make 1 transaction (“T1”) or make 1 transaction (“T2”) or reach 12 more targets in each of 3 cycles, 8 to 20 Oct 2027',
    ],
    [
      'levels, and an overall target',
      of({
        levels: [level('a', '2', 1), level('b', '', 2), level('c', '4', 3)],
        traits: { ...traits, isStreak: true, overall: '5000', isUserCreated: true },
      }),
      'Customers who spend 500 in up to 3 cycles, 8 to 20 Oct 2027; rewarded after 2 and 4 cycles in a row; 5000 over all targets; a challenge that customers set themselves',
    ],
    [
      'how all targets are taken together',
      ['SUM', 'COUNT', 'constructor']
        .map((overallAggregation) =>
          of({ traits: { ...traits, overall: '1', overallAggregation } }).slice(whole.length),
        )
        .join(' | '),
      '; a sum of 1 over all targets | ; a count of 1 over all targets | ; 1 over all targets',
    ],
    [
      'levels that need not follow each other',
      of({ traits: { ...traits, isStreak: true }, levels: [{ ...level('a', '1', 1), inARow: false }] }),
      'Customers who spend 500 in up to 3 cycles, 8 to 20 Oct 2027; rewarded after 1 cycle',
    ],
    [
      'more levels than are told',
      of({
        traits: { ...traits, isStreak: true },
        levels: Array.from({ length: 11 }, (_, index) => level('a', String(index + 1), index)),
        omitted: { ...nothingOmitted, levels: 4 },
      }).slice(-78),
      'rewarded after 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 cycles in a row, and on 5 more levels'.slice(-78),
    ],
    ['levels of what is no streak', of({ levels: [level('a', '2', 1)] }), whole],
    ['chosen places', noteOf({ filters: ['STORE', 'CONCEPT'] }), 'only in chosen stores and concepts'],
    [
      'places of a sort that nobody knows',
      noteOf({ filters: ['ZONE', 'toString', ''] }),
      'only in chosen zones; with a filter',
    ],
    ['a condition', ofConditions('currentTxn.value > 500'), 'only where the transaction’s value is over 500'],
    [
      'two conditions',
      ofConditions('(currentLineItem.qty >= 2) || (currentLineItem.brand != "x y")'),
      'only where the line item’s qty is at least 2 or the line item’s brand is not "x y"',
    ],
    ['a condition that is no comparison', ofConditions('currentTxn.isReturn()'), 'with a condition'],
    ['more conditions than two', ofConditions('currentTxn.a>1&&currentTxn.b>1&&currentTxn.c>1'), 'with a condition'],
    ['an owner that every object has', ofConditions('constructor.a > 5'), 'with a condition'],
    ['a condition that is never met', ofConditions('false'), 'under a condition that is never met'],
    ['a condition that cannot be read', ofConditions(''), 'with a condition that cannot be read'],
    [
      'conditions that differ',
      ofConditions('true', 'currentTxn.value < 5'),
      'with a condition, which expression and expressionJson do not agree on',
    ],
    ['conditions that may differ', ofConditions('a.b(c)', 'currentTxn.value < 5'), 'with a condition'],
    [
      'an event',
      about('EVENT COUNT', '2', { event: 'spin' }),
      'Customers who have 2 “spin” events in each of 3 cycles, 8 Oct 2027',
    ],
    [
      'days with an event',
      about('EVENT VISIT', '1.00', { event: 'spin' }),
      'Customers who have the event “spin” on 1 day in each of 3 cycles, 8 Oct 2027',
    ],
    [
      'the event of a transaction',
      about('EVENT VISIT', '2', { event: 'TransactionAdd' }),
      'Customers who make transactions on 2 days in each of 3 cycles, 8 Oct 2027',
    ],
    [
      'an event without a name is that of a transaction',
      about('EVENT COUNT', '1.00'),
      'Customers who make 1 transaction in each of 3 cycles, 8 Oct 2027',
    ],
    ['one item', about('LINEITEM QUANTITY', '1'), 'Customers who buy 1 item in each of 3 cycles, 8 Oct 2027'],
    [
      'the highest of each day',
      noteOf({ facts: [{ field: 'aggregateWindow', values: ['MAX', '1', 'DAY'], range: lineRange(1) }] }),
      'highest per 1 day',
    ],
    [
      'what nobody knows',
      about('constructor toString', '1'),
      'Customers who reach 1 in the toString of constructor in each of 3 cycles, 8 Oct 2027',
    ],
    [
      'a value that looks like a pattern',
      about('TRANSACTION SALES', '$& @ $1'),
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

  it('a text of the document turns nothing around it, whatever it holds', () => {
    const named = (name: string) =>
      of({ targets: [{ ...same, name }, target(1, 'b', 'TRANSACTION SALES', ['500', '500', '500'])] });
    assert.match(named('a\u202ecba\u2069\u2066\nd'), /^Customers who spend 500 \(“acba d”\) and spend 500/);
    assert.match(named('\u05d0\u2069'), /^Customers who spend 500 \(“\u2068\u05d0\u2069”\) and spend 500/);
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('a\u05d0\u202e\u2066\u2067\u2068\u2069\u200f\u061c\u2029\n')),
        }),
        (name) => {
          assert.match(named(name), /^[ -~“”’]*(\u2068[ a\u05d0]*\u2069)?[ -~“”’]*$/u);
        },
      ),
    );
  });

  it('its parts lead to what they stand for', () => {
    const one = {
      ...same,
      conditions: [condition('currentTxn.value > 5', 70)],
      kpi: { ...same.kpi, range: lineRange(71) },
    };
    const phrase = sentencePhrase(
      previewModel({ targets: [one], traits: { ...traits, isStreak: true }, levels: [level('a', '2', 72)] }),
    );
    const lineOf = (start: string) => phrase.find((part) => part.text.trim().startsWith(start))?.range?.start.line;
    assert.deepEqual(['spend', '500', 'only where', 'in up to', '2'].map(lineOf), [
      71,
      same.values[0]?.range.start.line,
      70,
      rhythm.range?.start.line,
      72,
    ]);
  });
});
