import assert from 'node:assert/strict';
import type { DiagnosticSeverity } from 'vscode-languageserver-types';
import { describe, it } from 'mocha';
import { group, list, object, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { expectFixes, fixesOf } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

/** A place for each enum field: the text of its value in an otherwise clean definition. */
const places: Readonly<Record<string, (value: string) => string>> = {
  trackingType: (value) => group({ trackingType: value, combinationType: '"ALL"', targets: '[]' }),
  streaks: (value) =>
    group({ trackingType: value, streaks: list(object({ name: '"One"', targetCountOfSequence: '1' })) }),
  targetEvaluationType: (value) => group({ targetEvaluationType: value }),
  frequencyType: (value) => group({ frequencyType: value, periods: '[]', totalPeriods: '1' }),
  targetEntity: (value) =>
    group({ targets: list(target({ targetEntity: value, targetType: '"COUNT"', eventName: '"x"' })) }),
  points: (value) => group({ targets: list(target({ targetEntity: value, targetType: '"ALL_POINTS"' })) }),
  sumOfEvent: (value) =>
    group({
      targets: list(
        target({
          targetEntity: '"EVENT"',
          eventName: '"spin"',
          targetType: value,
          extendedFieldInfo: object({ name: '"points"' }),
        }),
      ),
    }),
  sumOfBills: (value) => group({ targets: list(target({ targetEntity: '"TRANSACTION"', targetType: value })) }),
  sumOfLines: (value) => group({ targets: list(target({ targetEntity: '"LINEITEM"', targetType: value })) }),
  sumOfPoints: (value) => group({ targets: list(target({ targetEntity: '"POINTS"', targetType: value })) }),
  sumOfNothing: (value) => group({ targets: list(target({ targetEntity: '"NOTHING"', targetType: value })) }),
  entityType: (value) =>
    group({ targets: list(target({ filters: list(object({ entityType: value, entityIds: '[]' })) })) }),
  enrolmentMethod: (value) => group({ targets: list(target({ enrolmentMethod: value })) }),
};

describe('enum-label', () => {
  const labels: [keyof typeof places, string, DiagnosticSeverity, string[]][] = [
    ['trackingType', 'Default', 2, ['DEFAULT']],
    ['trackingType', 'Unified', 2, ['UNIFIED']],
    ['trackingType', 'Capping', 2, ['CAPPING']],
    ['trackingType', 'default', 2, ['DEFAULT']],
    ['trackingType', 'De fa-u_lt', 2, ['DEFAULT']],
    ['streaks', 'STREAK', 3, ['STREAKS']],
    ['streaks', 'Streak', 2, ['STREAKS']],
    ['streaks', 'Streaks', 2, ['STREAKS']],
    ['streaks', 'Non continuous streak', 2, ['NON_CONTINUOUS_STREAKS']],
    ['targetEvaluationType', 'FIXED_CALENDER_WINDOW', 2, ['FIXED_CALENDAR_WINDOW']],
    ['targetEvaluationType', 'Fixed calendar window', 2, ['FIXED_CALENDAR_WINDOW']],
    ['frequencyType', 'Monthly', 2, ['MONTHLY']],
    ['frequencyType', 'Quarterly', 2, ['QUARTERLY']],
    ['frequencyType', 'Half-yearly', 2, ['HALF_YEARLY']],
    ['frequencyType', 'Yearly', 2, ['YEARLY']],
    ['frequencyType', 'Weekly', 2, ['WEEKLY']],
    ['frequencyType', 'Daily', 2, ['DAILY']],
    ['targetEntity', 'Event', 2, ['EVENT']],
    ['points', 'REWARDS', 3, ['POINTS']],
    ['sumOfEvent', 'SUM', 2, ['EVENT_ATTRIBUTE']],
    ['sumOfBills', 'SUM', 2, ['SALES']],
    ['sumOfLines', 'SUM', 2, ['SALES']],
    ['sumOfPoints', 'SUM', 2, ['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS']],
    ['sumOfNothing', 'SUM', 2, ['EVENT_ATTRIBUTE', 'SALES']],
    ['entityType', 'Transaction', 2, ['STORE', 'ZONE', 'CONCEPT']],
    ['entityType', 'Line item', 2, ['STORE', 'ZONE', 'CONCEPT']],
    ['entityType', 'store', 2, ['STORE']],
    ['enrolmentMethod', 'import', 2, ['IMPORT']],
  ];
  for (const [place, label, severity, values] of labels) {
    it(`reads ${label} of ${place} as ${values.join(' or ')}`, () => {
      const write = places[place];
      assert.ok(write);
      const marked = write(`«enum-label:"${label}"»`).replace('"NOTHING"', '«schema-enum:"NOTHING"»');
      const finding = expectDiagnostics(marked).find(({ code }) => code === 'enum-label');
      assert.equal(finding?.severity, severity);
      const titles = values.map((value) => `Replace with "${value}"`);
      const fixes = fixesOf(write(`"${label}"`), 'enum-label');
      assert.deepEqual(
        fixes.map(({ title, isPreferred }) => [title, isPreferred]),
        titles.map((title) => [title, values.length === 1]),
      );
      // That of no entity stands beside another mistake.
      if (place === 'sumOfNothing') return;
      const after = expectFixes(write(`"${label}"`), 'enum-label', titles);
      assert.deepEqual(
        after,
        values.map((value) => write(`"${value}"`)),
      );
    });
  }

  table({
    'is silent about accepted values': group(),
    'leaves what is no label to schema-enum': group({ trackingType: '«schema-enum:"STREAKED"»' }),
    'is silent about what SUM means where there is no entity': group({
      targets: list(target({ targetEntity: undefined, targetType: '«enum-label:"SUM"»' }, '«documented-required:{»')),
    }),
    'is silent about null': group({ combinationType: 'null' }),
    'leaves a wrong type to schema-type': group({ frequencyType: '«schema-type:1»' }),
  });
});
