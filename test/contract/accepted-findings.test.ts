import assert from 'node:assert/strict';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { acceptedBodies } from '../support/accepted-bodies';
import { diagnose, documentOf } from '../support/diagnose';
import { severities } from '../../server/src/core/features/diagnostics';

/**
 * Everything there is to say about the bodies that the API accepted, as `line:column level code «text»`. Each line was
 * held against the documented facts by hand: it is true of the body, and not above what they can bear.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  // One day per period, as DAILY has it; user-created only in the second, which needs no enrolment then.
  'create-01-default-event-attribute-daily': ['50:5 hint enrolment-default «{»'],
  'create-02-default-event-attribute-user-created': [],
  'create-03-default-event-count-leaderboard': [
    '1:1 hint documented-required «{»',
    '1:1 hint documented-required «{»',
    '22:9 hint enrolment-default «{»',
    '31:13 information extended-field-unused «"extendedFieldInfo"»',
  ],
  // Its answer keeps totalPeriods 1, both periods and both values, and says TransactionAdd.
  'create-04-event-count-no-eventname-period-count-mismatch': [
    '7:19 warning total-periods-count «1»',
    '32:5 warning event-name-missing «{»',
    '32:5 hint enrolment-default «{»',
    '41:7 information extended-field-unused «"extendedFieldInfo"»',
    '45:7 information default-values-count «"defaultValues"»',
  ],
  // Its answer lacks userCreated, so nothing shows that another enrolment is fine with it.
  'create-06-streaks-transaction-sales': [
    '1:1 hint documented-required «{»',
    '1:1 hint documented-required «{»',
    '8:21 warning total-periods-count «1»',
    '46:32 warning user-created-enrolment «"TRANSACTION"»',
    '48:13 information default-values-count «"defaultValues"»',
  ],
  'create-08-unified-all-overall-target': ['1:1 hint documented-required «{»', '1:1 hint documented-required «{»'],
  'create-11-unified-behavioural-visit-sum': [],
  'create-12-behavioural-visit': ['1:1 hint documented-required «{»'],
  'create-15-alternate-currency': [],
  // Counts are not asked of CAPPING, and a period of any length is CUSTOM.
  'create-18-capping-alternate-currency': [],
};

const levelOf = ({ severity }: Diagnostic) => Object.entries(severities).find(([, each]) => each === severity)?.[0];

function told(text: string): string[] {
  const document = documentOf(text);
  return diagnose(text).map((diagnostic) => {
    const { line, character } = diagnostic.range.start;
    const marked = `${String(diagnostic.code)} «${document.getText(diagnostic.range)}»`;
    return `${line + 1}:${character + 1} ${String(levelOf(diagnostic))} ${marked}`;
  });
}

describe('the bodies that the API accepted', () => {
  it('are those whose findings are listed', () => {
    assert.deepEqual(
      acceptedBodies.map(({ name }) => name),
      Object.keys(expected),
    );
  });

  for (const { name, text } of acceptedBodies) {
    it(`${name} gets exactly the findings that are true of it`, () => {
      assert.deepEqual(told(text), expected[name]);
    });
  }

  it('show no error, and two thirds of them no warning', () => {
    const worst = acceptedBodies.map(({ text }) => Math.min(...diagnose(text).map(({ severity = 1 }) => severity)));
    assert.ok(worst.every((severity) => severity > DiagnosticSeverity.Error));
    const warned = worst.filter((severity) => severity === DiagnosticSeverity.Warning).length;
    assert.ok(warned <= acceptedBodies.length / 3, `${warned} with a warning`);
  });
});
