import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createModel } from '../../../../../../server/src/core/document/model';
import { findingsOf } from '../../../../../../server/src/core/features/findings';
import { group, list, object, period, target, values } from '../../../../../support/definition-text';
import { diagnose, documentOf, expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes, fixesOf } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const brace = '«documented-required:{»';
const none = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));
/** The definition without the marker, for what the fixes make of it. */
const inPeriod = (members: Record<string, string | undefined>, open?: string) =>
  group({ periods: list(period(members, open)) });
const inTarget = (members: Record<string, string | undefined>, open?: string) =>
  group({ targets: list(target(members, open)) });

describe('documented-required', () => {
  table({
    'reports a group without its kind': group(none('trackingType'), brace),
    'reports a group without its number of cycles': group(none('totalPeriods'), brace),
    'reports a period without its first day': inPeriod(none('startDate'), brace),
    'reports a period without its last day': inPeriod(none('endDate'), brace),
    'reports a period without its code': inPeriod(none('refCode'), brace),
    'reports a target without its name': inTarget(none('name'), brace),
    'reports a target without its entity': inTarget(none('targetEntity'), brace),
    'reports a target without its type': inTarget(none('targetType'), brace),
    'reports a member that is null': inPeriod({ refCode: 'null' }, brace),
    'reports one finding per member': inPeriod(
      none('refCode', 'startDate'),
      '«documented-required:«documented-required:{»»',
    ),
    'is silent at a group of kind CAPPING': '{ "name": "Spring", "trackingType": "CAPPING" }',
    'is silent at a group whose kind is spelt Capping': '{ "name": "Spring", "trackingType": «enum-label:"Capping"» }',
    'is silent at a group whose kind is CAPPING in any spelling':
      '{ "name": "Spring", "trackingType": «enum-label:"cap-ping "» }',
    'goes on below a group of kind CAPPING': `{ "name": "Spring", "trackingType": "CAPPING", "periods": [${period(none('refCode'), brace)}] }`,
    'never asks for an aggregate window, nor inside activePeriod': group({ activePeriod: '{}' }),
    'asks for nothing in filters, values and streaks': group({
      streaks: '[{}]',
      targets: list(target({ filters: '[{}]', extendedFieldInfo: '{}', targetMilestoneTriggers: '[{}]' })),
    }),
    'is silent about a member of a wrong type': inPeriod({ refCode: '«schema-type:true»' }),
    'is silent while the text is half typed':
      '{ "name": "Spring", "active": «json-syntax:tr», "periods": [{}], "targets": [{}] }',
    'is silent in a period that a later one hides': group({
      periods: `[{}], «duplicate-key:"periods"»: ${list(period())}`,
    }),
  });

  it('is a warning, and a hint for what accepted bodies often leave out', () => {
    const levels = diagnose('{ "name": "Spring" }').map(({ message, severity }) => [
      /"(\w+)"/.exec(typeof message === 'string' ? message : '')?.[1],
      severity,
    ]);
    assert.deepEqual(levels, [
      ['trackingType', 2],
      ['targetEvaluationType', 4],
      ['totalPeriods', 2],
      ['frequencyType', 4],
      ['frequency', 4],
      ['recurringCycles', 4],
    ]);
    assert.equal(
      expectDiagnostics(inPeriod(none('refCode'), brace))[0]?.message,
      '"refCode" is missing; the documentation requires it here.',
    );
  });

  /** For each value of one half of the pair, the other half that is inserted. */
  const pairs = (
    there: string,
    missing: string,
    values_: Readonly<Record<string, string>>,
  ): [what: string, text: string, title: string][] =>
    Object.entries(values_).map(([value, other]) => [
      `${other} for ${value}`,
      inTarget({
        ...none(missing),
        [there]: `"${value}"`,
        eventName: '"a"',
        extendedFieldInfo: '{ "name": "a", "alternateCurrencyIdentifier": "a", "programId": 1 }',
      }),
      `Insert ${missing}: "${other}"`,
    ]);

  describe('inserts', () => {
    const inserted: [what: string, text: string, title: string][] = [
      ['the kind', group(none('trackingType')), 'Insert trackingType: "DEFAULT"'],
      ['the window', group(none('targetEvaluationType')), 'Insert targetEvaluationType: "FIXED_CALENDAR_WINDOW"'],
      ['the number of periods', group(none('totalPeriods')), 'Insert totalPeriods: 1'],
      [
        'no periods where there are none',
        group({ ...none('totalPeriods', 'periods'), targets: '[]' }),
        'Insert totalPeriods: 0',
      ],
      [
        'the number of values where there are no periods',
        group({ ...none('totalPeriods', 'periods'), targets: list(target({ defaultValues: values('1', '2') })) }),
        'Insert totalPeriods: 2',
      ],
      ['the unit', group(none('frequencyType')), 'Insert frequencyType: "CUSTOM"'],
      ['the length', group(none('frequency')), 'Insert frequency: 0'],
      ['the cycles', group(none('recurringCycles')), 'Insert recurringCycles: 0'],
      ['the first day from the last', inPeriod(none('startDate')), 'Insert startDate: "2027-03-31"'],
      ['the last day from the first', inPeriod(none('endDate')), 'Insert endDate: "2027-03-01"'],
      ['a code', inPeriod(none('refCode')), 'Insert refCode: "Cycle_1"'],
      ['a name', inTarget(none('name')), 'Insert name: "Spring target 1"'],
      [
        'an entity where there is no type',
        inTarget(none('targetEntity', 'targetType')),
        'Insert targetEntity: "TRANSACTION"',
      ],
      [
        'an entity beside a type that is null',
        inTarget({ ...none('targetEntity'), targetType: 'null' }),
        'Insert targetEntity: "TRANSACTION"',
      ],
      ...pairs('targetType', 'targetEntity', {
        REGULAR_POINTS: 'POINTS',
        PROMOTIONAL_POINTS: 'POINTS',
        SALES: 'TRANSACTION',
        GROSS_SALES: 'TRANSACTION',
        COUNT: 'TRANSACTION',
        VISIT: 'TRANSACTION',
        QUANTITY: 'TRANSACTION',
        ALL: 'TRANSACTION',
      }),
      ...pairs('targetEntity', 'targetType', {
        TRANSACTION: 'SALES',
        LINEITEM: 'SALES',
        EVENT: 'COUNT',
        REWARDS: 'ALL_POINTS',
        ALTERNATE_CURRENCIES: 'ALL',
      }),
      [
        'a name of its own where the group has none',
        group({ name: '«name-empty:"  "»', targets: list(target(none('name'))) }).replace(/«[a-z-]+:|»/g, ''),
        'Insert name: "Target 1"',
      ],
      [
        "a name of its own where the group's is long",
        group({ name: `"${'a'.repeat(180)}"`, targets: list(target(none('name'))) }),
        'Insert name: "Target 1"',
      ],
      [
        "a name with the group's where that is not",
        group({ name: `"${'a'.repeat(179)}"`, targets: list(target(none('name'))) }),
        `Insert name: "${'a'.repeat(179)} target 1"`,
      ],
      [
        'an entity that fits the type',
        inTarget({ ...none('targetEntity'), targetType: '"ALL_POINTS"' }),
        'Insert targetEntity: "POINTS"',
      ],
      [
        'a type that fits the entity',
        inTarget({ ...none('targetType'), targetEntity: '"POINTS"' }),
        'Insert targetType: "ALL_POINTS"',
      ],
    ];
    for (const [what, text, title] of inserted) {
      it(what, () => {
        const [after] = expectFixes(text, 'documented-required', [title]);
        const member = title.slice('Insert '.length).replace(/^(\w+)/, '"$1"');
        assert.ok(after?.includes(member), after);
      });
    }

    it('puts a value where null stands', () => {
      const [after] = expectFixes(inPeriod({ refCode: 'null' }), 'documented-required', ['Insert refCode: "Cycle_1"']);
      assert.equal(after, inPeriod({}));
    });

    it('a code that no neighbour has, and a name that none has in any letters', () => {
      const later = { startDate: '"2027-05-01"', endDate: '"2027-05-02"' };
      const codes = group({
        totalPeriods: '2',
        periods: list(period({ refCode: '"Cycle_2"' }), period({ ...none('refCode'), ...later })),
        targets: '[]',
      });
      expectFixes(codes, 'documented-required', ['Insert refCode: "Cycle_3"']);
      const names = group({
        trackingType: '"UNIFIED"',
        combinationType: '"ALL"',
        targets: list(target({ name: '"SPRING TARGET 2"' }), target(none('name'))),
      });
      expectFixes(names, 'documented-required', ['Insert name: "Spring target 3"']);
    });

    it('a type where there is no entity either', () => {
      const model = createModel(documentOf(inTarget(none('targetEntity', 'targetType'))));
      const missing = findingsOf(model).filter(({ code }) => code === 'documented-required');
      assert.deepEqual(
        missing.map(({ fixes }) => fixes().map(({ title }) => title)),
        [['Insert targetEntity: "TRANSACTION"'], ['Insert targetType: "SALES"']],
      );
    });

    it('a day alone where it is one, and free', () => {
      const beside = (startDate: string) =>
        group({
          totalPeriods: '2',
          targets: '[]',
          periods: list(period(), period({ refCode: '"C"', startDate, ...none('endDate') })),
        });
      expectFixes(beside('"2027-04-01"'), 'documented-required', ['Insert endDate: "2027-04-01"']);
      expectFixes(beside('"2027-03-31"'), 'documented-required', []);
      expectFixes(beside('"2027-04-31"'), 'documented-required', []);
    });

    it('a code beside elements that are no periods', () => {
      expectFixes(group({ periods: list('5', period(none('refCode'))) }), 'documented-required', [
        'Insert refCode: "Cycle_2"',
      ]);
    });

    it('nothing where every value would be wrong', () => {
      const two = list(target(), target({ name: '"B"' }));
      expectFixes(group({ ...none('trackingType'), targets: two }), 'documented-required', []);
      const uneven = list(target({ defaultValues: values('1', '2') }));
      expectFixes(group({ ...none('totalPeriods'), targets: uneven }), 'documented-required', []);
      const level = list(object({ name: '"One"', targetCountOfSequence: '1' }));
      const streak = { trackingType: '"STREAKS"', streaks: level, targets: '[]' };
      expectFixes(group({ ...streak, ...none('totalPeriods', 'periods') }), 'documented-required', []);
      expectFixes(group({ periods: list(period(none('startDate', 'endDate'))) }), 'documented-required', []);
      for (const targetType of ['"EXTENDED_FIELD"', '"EVENT_ATTRIBUTE"', '"REGULAR"', '"PROMOTION"'])
        expectFixes(inTarget({ ...none('targetEntity'), targetType }), 'documented-required', []);
    });

    it('into an empty object', () => {
      const [after] = fixesOf(group({ periods: list(object({})) }), 'documented-required');
      assert.equal(after?.after, group({ periods: '[{ "refCode": "Cycle_1" }]' }));
    });
  });
});
