import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { isMessageToPreview } from '../../../../../../server/src/protocol/preview-messages';
import { kindInWords, labelOf, valueInWords } from '../../../../../../server/src/protocol/fact-words';
import { measureInWords } from '../../../../../../server/src/protocol/preview-measure';
import type { PreviewModel } from '../../../../../../server/src/protocol/requests';
import { describeModel } from '../../../../../support/preview/describe-model';
import { binary, literal, name, spend } from '../../../../../support/expression-trees';
import { root } from '../../../../../support/repository';

const accepted = path.join(root, 'test/fixtures/accepted');
const examples = path.join(root, 'examples');
const golden = path.join(root, 'test/fixtures/preview');
const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');
const documentOf = (text: string, version = 1) =>
  TextDocument.create('file:///x.targetgroup.json', 'targetgroup', version, text);

/** The picture of a text, as the page would get it; what it refuses, or a place outside of the text, fails. */
function previewOf(text: string): { readonly model: PreviewModel; readonly lines: string[] } {
  const document = documentOf(text);
  const model = createTargetGroupService().preview(document);
  const message: unknown = JSON.parse(JSON.stringify({ kind: 'picture', generation: 1, model }));
  assert.ok(isMessageToPreview(message), 'the page would refuse it');
  const end = document.positionAt(text.length);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('line' in value && 'character' in value) {
      const { line, character } = value as typeof end;
      assert.ok(line < end.line || (line === end.line && character <= end.character), 'a place outside');
    } else for (const member of Object.values(value)) visit(member);
  };
  visit(model);
  return { model, lines: describeModel(model, document).map((line) => line.replace(/ {2}<- .*/, '')) };
}

const group = (members: object) => JSON.stringify({ name: 'n', trackingType: 'DEFAULT', ...members });
const target = (members: object) => group({ targets: [{ name: 't', ...members }] });

const goldens = {
  'accepted bodies': [accepted, golden, 10],
  examples: [examples, path.join(golden, 'examples'), 8],
} as const;
for (const [what, [from, expected, count]] of Object.entries(goldens)) {
  describe(`the picture of ${what}`, () => {
    const suffix = '.targetgroup.json';
    const names = readdirSync(from).filter((name) => name.endsWith(suffix));
    assert.equal(names.length, count);
    for (const name of names) {
      it(name, () => {
        const document = documentOf(read(from, name));
        const lines = describeModel(createTargetGroupService().preview(document), document);
        assert.deepEqual(lines, read(expected, name.replace(suffix, '.txt')).trimEnd().split('\n'));
      });
    }
  });
}

describe('the facts of a group', () => {
  const facts = (members: object) =>
    previewOf(group(members)).model.facts.map((fact) => `${labelOf(fact)}: ${valueInWords(fact)}`);
  const cases: Readonly<Record<string, readonly [object, readonly string[]]>> = {
    'only what the file says': [{}, []],
    'null is absent': [{ description: null, totalPeriods: null, frequencyType: null }, []],
    'a number as it is written': [{ totalPeriods: 4 }, ['Cycles: 4']],
    'labels stand for what they mean': [
      { targetEvaluationType: 'FIXED_CALENDER_WINDOW', frequencyType: 'Half-yearly' },
      ['Window: Fixed calendar days', 'Cycle: Half-yearly'],
    ],
    'a value that nobody knows as it is written': [
      { targetEvaluationType: 'SOMEHOW', frequencyType: 'constructor' },
      ['Window: SOMEHOW', 'Cycle: constructor'],
    ],
    'a cycle of several units': [{ frequencyType: 'DAILY', frequency: 10 }, ['Cycle: Every 10 days']],
    'a negative frequency counts as 1': [{ frequencyType: 'WEEKLY', frequency: -10 }, ['Cycle: Weekly']],
    'custom cycles have no unit': [{ frequencyType: 'CUSTOM', frequency: 3 }, ['Cycle: Custom']],
    'recurring cycles but 0': [{ recurringCycles: 0 }, []],
    'recurring cycles': [{ recurringCycles: 3 }, ['Recurring cycles: 3']],
    'switches that are on': [
      { leaderboardEnabled: true, userCreated: true },
      ['Leaderboard: On', 'User-created challenge: On'],
    ],
    'switches that are off': [{ leaderboardEnabled: false, userCreated: false, active: true }, []],
    unified: [
      { combinationType: 'ANY', unifiedTargetExpression: { thresholdValue: 5 } },
      ['To be reached: Any of the targets', 'Overall target: 5'],
    ],
    'unified with a sum': [
      { unifiedTargetExpression: { aggregation: 'SUM', thresholdValue: 5000.5 } },
      ['Overall target: Sum of 5000.5'],
    ],
    'the aggregate window': [
      { aggregateWindow: { windowType: 'MAX', windowTimeUnit: 'DAY', windowValue: '1' } },
      ['Aggregate window: Highest per 1 day'],
    ],
    'the aggregate window as rows of the group': [{ windowType: 'MIN' }, ['Aggregate window: Lowest']],
    'texts and numbers of the rest': [
      { description: ' x ', timeZoneName: 'Asia/Kolkata', preferredTillId: -1 },
      ['Description:  x ', 'Time zone: Asia/Kolkata', 'Till: -1'],
    ],
    'a blank description is none': [{ description: '  ' }, []],
    'wrong types are left out, or as they are written': [
      { description: ['x'], totalPeriods: '4', streaks: {}, unifiedTargetExpression: 5, leaderboardEnabled: 'yes' },
      ['Cycles: 4'],
    ],
  };
  for (const [name, [members, expected]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(facts(members), expected);
    });
  }

  it('a number beyond doubles keeps its digits', () => {
    const { model } = previewOf('{"name":"n","preferredTillId": 7998987987686876867, "totalPeriods": 2.0}');
    assert.deepEqual(model.facts.map(valueInWords), ['2.0', '7998987987686876867']);
  });
});

describe('the levels of a streak', () => {
  const levels = (members: object) =>
    previewOf(group(members)).model.levels.map(({ name, cycles, inARow }) => [name, cycles, inARow]);

  it('in a row', () => {
    const streaks = [{ name: 'a', targetCountOfSequence: 1 }, { targetCountOfSequence: '2' }, 7];
    assert.deepEqual(levels({ trackingType: 'STREAK', streaks }), [
      ['a', '1', true],
      ['', '2', true],
    ]);
  });

  it('that need not follow each other', () => {
    const streaks = [{ name: 'a', targetCountOfSequence: 3 }, { name: 'b' }];
    assert.deepEqual(levels({ trackingType: 'NON_CONTINUOUS_STREAKS', streaks }), [
      ['a', '3', false],
      ['b', '', false],
    ]);
  });

  it('none, for what is no list', () => {
    assert.deepEqual(levels({ streaks: {} }), []);
  });
});

describe('what a sentence is made of', () => {
  const about = (members: object) => {
    const text = group(members);
    const { rhythm, traits } = previewOf(text).model;
    const { range, ...rest } = rhythm;
    return { ...rest, ...traits, said: range && documentOf(text).getText(range) };
  };
  const nothing = {
    ...{ window: 'fixed', unit: '', every: 1, rounds: 0, off: 0, said: undefined },
    ...{ isCap: false, isStreak: false, isAny: false, isRanked: false, isUserCreated: false },
    ...{ overall: '', overallAggregation: '' },
  };
  const cases: Readonly<Record<string, readonly [object, object]>> = {
    'nothing is said': [{}, {}],
    'cycles by the calendar': [
      { frequencyType: 'Daily', frequency: 14, totalPeriods: 3, recurringCycles: 7 },
      { unit: 'DAILY', every: 14, rounds: 3, said: '3' },
    ],
    'as many as there are periods': [
      { totalPeriods: 3, periods: [{}, {}] },
      { rounds: 2, said: '[{},{}]' },
    ],
    'periods that are switched off': [
      { periods: [{ active: false }, 5, { active: null }] },
      { rounds: 3, off: 1, said: '[{"active":false},5,{"active":null}]' },
    ],
    'from the first transaction': [
      { targetEvaluationType: 'CYCLIC_WINDOW', totalPeriods: 3, recurringCycles: 7, periods: [{}] },
      { window: 'cyclic', rounds: 7, said: '7' },
    ],
    'until the target is reached': [
      { targetEvaluationType: 'PERIOD_AGNOSTIC_WINDOW', totalPeriods: 3, recurringCycles: 0, periods: [{}] },
      { window: 'agnostic', rounds: 3, said: '3' },
    ],
    'a window that every object has': [{ targetEvaluationType: 'constructor' }, {}],
    'numbers that are no counts': [{ totalPeriods: 2.5, frequency: -2 }, { said: '2.5' }],
    'numbers beyond doubles': [{ totalPeriods: 1e300, frequency: 1e300 }, { said: '1e+300' }],
    'every switch': [
      { trackingType: 'CAPPING', combinationType: 'ANY', leaderboardEnabled: true, userCreated: true },
      { isCap: true, isAny: true, isRanked: true, isUserCreated: true },
    ],
    'an overall target': [{ unifiedTargetExpression: { thresholdValue: 5000.5 } }, { overall: '5000.5' }],
    'a sum of all targets': [
      { unifiedTargetExpression: { thresholdValue: 5, aggregation: 'sum' } },
      { overall: '5', overallAggregation: 'SUM' },
    ],
    'a streak': [{ trackingType: 'Non continuous streak' }, { isStreak: true }],
  };
  for (const [name, [members, expected]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(about(members), { ...nothing, ...expected });
    });
  }

  it('the days of all periods, whatever their order', () => {
    const period = (startDate: string, endDate: string) => ({ startDate, endDate });
    const extent = (...periods: object[]) => previewOf(group({ periods })).model.extent;
    assert.deepEqual(extent(period('2027-05-01', '2027-05-31'), {}, period('2027-03-01', '2027-03-31')), {
      startDay: '2027-03-01',
      endDay: '2027-05-31',
    });
    assert.equal(extent({}, period('2027-05-31', '2027-05-01')), undefined);
    const many = Array.from({ length: 1000 }, () => period('2027-03-02', '2027-03-02'));
    assert.deepEqual(extent(...many, period('2027-03-01', '2027-03-03')), {
      startDay: '2027-03-01',
      endDay: '2027-03-03',
    });
  });
});

describe('the conditions of a target', () => {
  const conditionsOf = (members: object) => {
    const text = target(members);
    const document = documentOf(text);
    return (previewOf(text).model.targets[0]?.conditions ?? []).map(({ text: condition, rows, omitted, range }) => [
      condition,
      ...rows.map((row) => `${row.depth} ${row.text} <- ${document.getText(row.range)}`),
      ...(omitted > 0 ? [omitted] : []),
      document.getText(range),
    ]);
  };
  const texts = (members: object) => conditionsOf(members).map(([text]) => text);
  const all = JSON.stringify(literal('true'));
  const over = JSON.stringify(spend('>', '500'));

  it('as text and as a tree, each part leading to where it is written', () => {
    const both = binary('&&', spend('>', '5'), spend('<', '9'));
    const json = JSON.stringify(both);
    const written = (part: unknown) => JSON.stringify(JSON.stringify(part)).slice(1, -1);
    assert.deepEqual(conditionsOf({ expressionJson: json }), [
      [
        '(currentTxn.value > 5) && (currentTxn.value < 9)',
        `0 && <- ${written(both)}`,
        `1 currentTxn.value > 5 <- ${written(spend('>', '5'))}`,
        `1 currentTxn.value < 9 <- ${written(spend('<', '9'))}`,
        JSON.stringify(json),
      ],
    ]);
  });

  it('once, where expression and tree say the same, else both', () => {
    assert.deepEqual(texts({ expression: 'currentTxn.value>500', expressionJson: over }), ['currentTxn.value > 500']);
    assert.deepEqual(texts({ expression: 'currentTxn.value>500.0', expressionJson: over }), ['currentTxn.value > 500']);
    assert.deepEqual(texts({ expression: 'currentTxn.value>5', expressionJson: over }), [
      'currentTxn.value > 500',
      'currentTxn.value>5',
    ]);
    assert.deepEqual(texts({ expression: true, expressionJson: over }), ['currentTxn.value > 500', 'true']);
    assert.deepEqual(texts({ expression: 'a>5', expressionJson: all }), ['true', 'a>5']);
    const both = JSON.stringify(binary('&&', spend('>', '5'), spend('<', '9')));
    assert.equal(texts({ expression: 'currentTxn.value>5&&currentTxn.value<9', expressionJson: both }).length, 1);
    const mixed = JSON.stringify(binary('||', binary('&&', spend('>', '5'), spend('<', '9')), spend('<', '1')));
    const brackets = 'currentTxn.value>5&&(currentTxn.value<9||currentTxn.value<1)';
    assert.equal(texts({ expression: brackets, expressionJson: mixed }).length, 2);
  });

  it('where one alone says it', () => {
    assert.deepEqual(texts({ expression: 'a>5' }), ['a>5']);
    assert.deepEqual(texts({ expression: false }), ['false']);
    assert.deepEqual(texts({ expressionJson: over }), ['currentTxn.value > 500']);
  });

  it('none where everything counts', () => {
    for (const [expression, expressionJson] of [
      [true, all],
      ['true', undefined],
      [undefined, all],
      [null, ''],
      ['true', null],
    ])
      assert.deepEqual(texts({ expression, expressionJson }), []);
  });

  it('without words where it cannot be read', () => {
    for (const json of ['{', 'x', '5', JSON.stringify({ arity: 'literal', type: 'boolean:primitive' })]) {
      assert.deepEqual(
        conditionsOf({ expressionJson: json }).map(([text, ...rest]) => [text, rest.at(-1)]),
        [['', JSON.stringify(json)]],
      );
    }
  });

  it('is cut where it is long, however deep it is', () => {
    let deep: object = name('a');
    for (let depth = 0; depth < 300; depth += 1) deep = binary(depth % 2 === 0 ? '&&' : '||', name('b'), deep);
    const [condition] = previewOf(target({ expressionJson: JSON.stringify(deep) })).model.targets[0]?.conditions ?? [];
    assert.ok(condition);
    assert.deepEqual([condition.rows.length, condition.omitted, condition.text.length], [60, 541, 1000]);
  });
});

describe('the head of the picture', () => {
  const head = (text: string) => {
    const { state, headline } = previewOf(text).model;
    return [
      state,
      kindInWords(headline.kind),
      headline.name,
      headline.active,
      documentOf(text).getText(headline.range),
    ];
  };
  const cases: Readonly<Record<string, readonly [string, readonly unknown[]]>> = {
    'a definition': ['{"name": "a", "trackingType": "UNIFIED"}', ['complete', 'Unified milestone', 'a', true, '"a"']],
    'a label': ['{"name": "a", "trackingType": "Streaks"}', ['complete', 'Streak', 'a', true, '"a"']],
    'a kind that nobody knows': ['{"name": "a", "trackingType": "NEW"}', ['complete', 'NEW', 'a', true, '"a"']],
    'switched off': ['{"name": "a", "active": false}', ['complete', '', 'a', false, '"a"']],
    'without a name': ['{"active": true}', ['complete', '', '', true, '{']],
    'the last of two names': ['{"name": "a", "name": "b"}', ['complete', '', 'b', true, '"b"']],
    'a name of null': ['{"name": null}', ['complete', '', '', true, '"name"']],
    'comments and trailing commas leave it whole': ['{"name": "a", /* x */ }', ['complete', '', 'a', true, '"a"']],
    'a missing comma': ['{"name": "a" "active": false}', ['broken', '', 'a', false, '"a"']],
    'a half-typed name': ['{"name": "a', ['broken', '', '', true, '"name"']],
    'a missing value': ['{"name": ', ['broken', '', '', true, '"name"']],
    'no text': ['', ['unreadable', '', '', true, '']],
    blanks: [' \n ', ['unreadable', '', '', true, '']],
    'an array': ['[{"name": "a"}]', ['unreadable', '', '', true, '[{"name": "a"}]']],
    'a byte order mark': ['\uFEFF{"name": "a"}', ['complete', '', 'a', true, '"a"']],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(head(text), expected);
    });
  }

  it('tells the version', () => {
    assert.equal(createTargetGroupService().preview(documentOf('{}', 42)).version, 42);
  });
});

describe('the periods of the picture', () => {
  const shown = (...periods: unknown[]) =>
    previewOf(group({ periods })).lines.filter((line) => /^(period|gap|overlap)/.test(line));
  const days = (startDate: unknown, endDate: unknown, more = {}) => ({ refCode: 'c', startDate, endDate, ...more });
  const cases: Readonly<Record<string, readonly [readonly unknown[], readonly string[]]>> = {
    'the written day counts, not the moment': [
      [days('2025-06-11T00:00:00.000+05:30', '2025-06-11T23:59:59.999Z')],
      ['period 0 c 2025-06-11..2025-06-11 1 days'],
    ],
    'every form of a date': [
      [days('2024-08-20', '2024-08-21T08:41'), days('2024-08-22T00:00:00', '2024-08-23T00:00:00.123456789-0330')],
      ['period 0 c 2024-08-20..2024-08-21 2 days', 'period 1 c 2024-08-22..2024-08-23 2 days'],
    ],
    'a leap day': [[days('2024-02-28', '2024-03-01')], ['period 0 c 2024-02-28..2024-03-01 3 days']],
    'what is no day': [
      [days('2023-02-29', '2023-13-01'), days('tomorrow', 20240101), days(null, undefined), days('2024-1-1', '')],
      [0, 1, 2, 3].map((index) => `period ${index} c ?..? ? days`),
    ],
    'the end before the start': [[days('2024-02-02', '2024-02-01')], ['period 0 c 2024-02-02..2024-02-01 ? days']],
    'a number for a code, and none': [
      [days('2024-01-01', '2024-01-01', { refCode: 1720782952 }), days('2024-01-02', '2024-01-02', { refCode: null })],
      ['period 0 1720782952 2024-01-01..2024-01-01 1 days', 'period 1  2024-01-02..2024-01-02 1 days'],
    ],
    'switched off': [
      [days('2024-01-01', '2024-01-01', { active: false })],
      ['period 0 c 2024-01-01..2024-01-01 1 days (off)'],
    ],
    'what is no object keeps its position': [
      ['x', days('2024-01-01', '2024-01-01')],
      ['period 0  ?..? ? days', 'period 1 c 2024-01-01..2024-01-01 1 days'],
    ],
    'gaps and overlaps, whatever the order in the file': [
      [days('2024-01-20', '2024-01-31'), days('2024-01-01', '2024-01-10'), days('2024-01-10', '2024-01-12')],
      [
        'period 0 c 2024-01-20..2024-01-31 12 days',
        'period 1 c 2024-01-01..2024-01-10 10 days',
        'period 2 c 2024-01-10..2024-01-12 3 days',
        'overlap 2024-01-10..2024-01-10 1 days between 1 and 2',
        'gap 2024-01-13..2024-01-19 7 days between 2 and 0',
      ],
    ],
  };
  for (const [name, [periods, expected]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(shown(...periods), expected);
    });
  }

  it('the dates around them', () => {
    const frames = (members: object) =>
      previewOf(group(members)).model.frames.map(({ label, startDay, endDay }) => [label, startDay, endDay]);
    assert.deepEqual(frames({ fromDate: '2024-01-01', toDate: '2024-02-01T00:00:00Z' }), [
      ['Group dates', '2024-01-01', '2024-02-01'],
    ]);
    assert.deepEqual(frames({ toDate: '2024-02-01', fromDate: 'soon' }), [['Group dates', undefined, '2024-02-01']]);
    assert.deepEqual(frames({ fromDate: 'soon' }), []);
    const cycle = {
      targetCycleStartDateISO: '2026-01-01T10:30:00+05:30',
      targetCycleEndDate: '2026-02-01',
      targetCycleEndDateISO: '2027-01-01',
    };
    assert.deepEqual(frames(cycle), [['Cycle dates', '2026-01-01', '2026-02-01']]);
  });
});

describe('the targets of the picture', () => {
  const measured: Readonly<Record<string, readonly [object, string]>> = {
    'net sales of bills': [{ targetEntity: 'TRANSACTION', targetType: 'SALES' }, 'Net sales of transactions'],
    'days with bills': [{ targetEntity: 'TRANSACTION', targetType: 'VISIT' }, 'Days with transactions'],
    'lines of bills': [{ targetEntity: 'LINEITEM', targetType: 'QUANTITY' }, 'Quantity of line items'],
    'an extended field': [
      {
        targetEntity: 'LINEITEM',
        targetType: 'EXTENDED_FIELD',
        extendedFieldInfo: { name: 'f', aggregateFunction: 'COUNT' },
      },
      'Count of the extended field “f” of line items',
    ],
    'counted events': [{ targetEntity: 'Event', targetType: 'COUNT', eventName: 'spin' }, 'Number of “spin” events'],
    'days with an event': [
      { targetEntity: 'EVENT', targetType: 'VISIT', eventName: 'spin' },
      'Days with the event “spin”',
    ],
    'an attribute': [
      { targetEntity: 'EVENT', targetType: 'EVENT_ATTRIBUTE', eventName: 'spin' },
      'Sum of the attribute of the event “spin”',
    ],
    points: [{ targetEntity: 'POINTS', targetType: 'ALL_POINTS' }, 'Points of every sort'],
    'points by their other name': [{ targetEntity: 'REWARDS', targetType: 'REGULAR_POINTS' }, 'Regular points'],
    'an alternate currency': [
      {
        targetEntity: 'ALTERNATE_CURRENCIES',
        targetType: 'PROMOTION',
        extendedFieldInfo: { alternateCurrencyIdentifier: 'Coin', programId: 46 },
      },
      'Promotional amount of the alternate currency “Coin” of program 46',
    ],
    'an unnamed one': [
      { targetEntity: 'ALTERNATE_CURRENCIES', targetType: 'ALL' },
      'Total amount of alternate currencies',
    ],
    'a pair that nobody knows': [{ targetEntity: 'NEW', targetType: 'TYPE' }, 'TYPE of NEW'],
    'names that every object has': [{ targetEntity: 'constructor', targetType: 'toString' }, 'toString of constructor'],
    'an entity alone': [{ targetEntity: 'TRANSACTION' }, 'transactions'],
    'a type alone': [{ targetType: 'SALES' }, 'Net sales'],
    nothing: [{}, ''],
  };
  for (const [name, [members, expected]] of Object.entries(measured)) {
    it(name, () => {
      const [measured] = previewOf(target(members)).model.targets;
      assert.equal(measured && measureInWords(measured.kpi), expected);
    });
  }

  const facts: Readonly<Record<string, readonly [object, readonly string[]]>> = {
    'a condition stands by itself': [{ expression: 'currentTxn.value>500' }, []],
    filters: [
      {
        filters: [
          { entityType: 'STORE', entityIds: [1, '2', 3, 4, 5, 6, 7, 8] },
          { entityType: 'ZONE', entityIds: [] },
          { entityIds: [{}] },
          'x',
        ],
      },
      ['Only: Stores 1, 2, 3, 4, 5, 6, 2 more', 'Only: Zones', 'Only: …'],
    ],
    'more filters than are listed': [
      { filters: Array.from({ length: 14 }, (_, index) => ({ entityType: 'ZONE', entityIds: [index] })) },
      [...Array.from({ length: 10 }, (_, index) => `Only: Zones ${index}`), 'Only: 4 more'],
    ],
    'an event that nobody named': [
      { targetEntity: 'EVENT', targetType: 'COUNT', eventName: ' ' },
      ['Event: TransactionAdd, since none is named'],
    ],
    'the rest': [
      {
        description: 'd',
        enrolmentMethod: 'IMPORT',
        extendedFieldInfo: { aggregateWindow: { windowType: 'MAX', windowTimeUnit: 'DAY', windowValue: 1 } },
      },
      ['Description: d', 'Aggregate window: Highest per 1 day', 'Enrolment: By a list or a call'],
    ],
  };
  for (const [name, [members, expected]] of Object.entries(facts)) {
    it(name, () => {
      const shown = previewOf(target(members)).model.targets[0]?.facts ?? [];
      assert.deepEqual(
        shown.map((fact) => `${labelOf(fact)}: ${valueInWords(fact)}`),
        expected,
      );
    });
  }

  it('values as they are written, whatever they are', () => {
    const values =
      '{"defaultValue":1.00},{"defaultValue":"2"},{"defaultValue":null},{},7,{"defaultValue":[]},{"defaultValue":1e3}';
    const text = `{"name":"n","targets":[{"defaultValues":[${values}]},5,{"name":"second","active":false}]}`;
    const [first, second] = previewOf(text).model.targets;
    assert.deepEqual(
      first?.values.map(({ text: value, range }) => `${value} <- ${documentOf(text).getText(range)}`),
      [
        '1.00 <- 1.00',
        '2 <- "2"',
        ' <- {"defaultValue":null}',
        ' <- {}',
        ' <- 7',
        ' <- {"defaultValue":[]}',
        '1e3 <- 1e3',
      ],
    );
    assert.deepEqual([second?.name, second?.active, second?.valueCount], ['second', false, 0]);
  });
});

describe('the problems of the picture', () => {
  const text = '{"name": "", "description": "a", "periods": 5}';
  const problems = (settings = {}) => {
    const { problems: all, problemCounts } = createTargetGroupService().preview(documentOf(text), settings);
    const listed = all.map(({ level, code, range }) => `${level} ${code} ${documentOf(text).getText(range)}`);
    return [...listed.filter((line) => !line.includes('documented')), problemCounts.error, problemCounts.warning];
  };

  it('are those of the editor, in the order of the text', () => {
    assert.deepEqual(problems(), ['error name-empty ""', 'error schema-type 5', 2, 2]);
  });

  it('have the levels that the author set', () => {
    const levels = { 'name-empty': 'off', 'schema-type': 'warning', 'documented-required': 'off' };
    assert.deepEqual(problems({ levels }), ['warning schema-type 5', 0, 1]);
  });
});

describe('how much a picture holds', () => {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  const periods = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ refCode: `c${index}`, startDate: day(index), endDate: day(index) }));
  const targets = (count: number, values: number) =>
    Array.from({ length: count }, () => ({
      name: 't',
      defaultValues: Array.from({ length: values }, () => ({ defaultValue: 1 })),
    }));

  it('cycles are the periods, or as many as the file says without any', () => {
    assert.equal(previewOf(group({ periods: periods(3), totalPeriods: 5 })).model.cycles, 3);
    assert.equal(previewOf(group({ totalPeriods: 5 })).model.cycles, 5);
    assert.equal(previewOf(group({ totalPeriods: 1e15 })).model.cycles, 400);
    assert.equal(previewOf(group({ totalPeriods: -1 })).model.cycles, 0);
    assert.equal(previewOf(group({ totalPeriods: 1.5 })).model.cycles, 0);
    assert.equal(previewOf(group({})).model.cycles, 0);
  });

  it('400 periods and targets, 5,000 values; the rest is counted', () => {
    const { model } = previewOf(group({ periods: periods(1000), targets: targets(500, 20) }));
    const { omitted, cycles } = model;
    assert.deepEqual([model.periods.length, model.targets.length, cycles], [400, 400, 1000]);
    assert.deepEqual([omitted.periods, omitted.targets], [600, 100]);
    assert.equal(model.targets.flatMap(({ values }) => values).length, 4800);
    assert.ok(model.targets.every(({ valueCount }) => valueCount === 20));
    const few = previewOf(group({ periods: periods(100), targets: targets(50, 100) })).model;
    assert.ok(few.targets.every(({ values }) => values.length === 100));
  });

  it('200 problems; all are counted', () => {
    const { model } = previewOf(group({ targets: Array.from({ length: 300 }, () => ({ targetEntity: 'x' })) }));
    const total = Object.values(model.problemCounts).reduce((sum, count) => sum + count, 0);
    assert.equal(model.problems.length, 200);
    assert.equal(model.omitted.problems, total - 200);
    assert.ok(model.problemCounts.error >= 300);
  });

  it('gaps are told of all periods, listed or not', () => {
    assert.deepEqual(previewOf(group({ periods: periods(1000).reverse() })).model.spans, []);
  });

  it('texts of 1,000 characters', () => {
    const long = 'x'.repeat(100_000);
    const text = group({
      name: long,
      trackingType: long,
      description: long,
      periods: [{ refCode: long }],
      streaks: [{ name: long, targetCountOfSequence: 1 }],
      targets: [
        {
          name: long,
          targetEntity: long,
          targetType: long,
          expression: long,
          filters: [{ entityType: long, entityIds: [long] }],
          defaultValues: [{ defaultValue: long }],
        },
      ],
    });
    assert.ok(JSON.stringify(previewOf(text).model).length < 40_000);
  });
});

describe('any text', () => {
  it('cut anywhere has a picture', () => {
    for (const name of readdirSync(accepted)) {
      const text = read(accepted, name);
      for (let length = 0; length < text.length; length += 61) previewOf(text.slice(0, length));
    }
  });

  it('of any JSON has a picture', () => {
    const names = ['name', 'periods', 'targets', 'defaultValues', 'startDate', 'filters', 'entityIds', '__proto__'];
    const plain = fc.constantFrom(null, true, 1, '', '2024-01-01', 'DEFAULT');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, plain, tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(value, (any) => {
        previewOf(JSON.stringify(any));
      }),
    );
  });

  it('nested without end has a picture', () => {
    const lists = `{"targets":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    for (const text of ['['.repeat(50_000), '{"targets":'.repeat(50_000), lists]) previewOf(text);
  });
});
