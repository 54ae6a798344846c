import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target, values } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { table } from '../../../../../support/table';

const windowed = (window: string | undefined, ...texts: string[]) =>
  group(
    {
      targetEvaluationType: window,
      totalPeriods: String(texts.length),
      periods: '[]',
      targets: list(target({ enrolmentMethod: '"TRANSACTION"', defaultValues: values(...texts) })),
    },
    window === undefined || window === 'null' ? '«documented-required:{»' : '{',
  );

describe('default-values-differ', () => {
  table({
    'reports a cyclic window': windowed('"CYCLIC_WINDOW"', '1', '«default-values-differ:2»'),
    'reports a period-agnostic window': windowed('"PERIOD_AGNOSTIC_WINDOW"', '1', '«default-values-differ:2»'),
    'reports the first that differs': windowed('"CYCLIC_WINDOW"', '1', '"1.0"', '«default-values-differ:2»', '3'),
    'reads labels': windowed('«enum-label:"Cyclic window"»', '1', '«default-values-differ:2»'),
    'is silent about the fixed window': windowed('"FIXED_CALENDAR_WINDOW"', '1', '2'),
    'is silent where the window is absent': windowed(undefined, '1', '2'),
    'is silent where the window is null': windowed('null', '1', '2'),
    'is silent where the window is unknown': windowed('«schema-enum:"CYCLE"»', '1', '2'),
    'is silent about the same number in other words': windowed('"CYCLIC_WINDOW"', '500', '"500.00"', '5e2'),
    'is silent about one value': windowed('"CYCLIC_WINDOW"', '1'),
    'skips what is no number': windowed('"CYCLIC_WINDOW"', '«default-value-number:"x"»', '1', '1'),
    'compares behind what is no number': windowed(
      '"CYCLIC_WINDOW"',
      '«default-value-number:"x"»',
      '1',
      '«default-values-differ:2»',
    ),
    'is silent about a value that is half typed':
      '{ "name": "Spring", "targetEvaluationType": "CYCLIC_WINDOW", "targets": [{ "defaultValues": [{ "defaultValue": 1 }, { "defaultValue": «json-syntax:"2»\n }] }] }',
    'goes on while something else is half typed':
      '{ "name": "Spring", "targetEvaluationType": "CYCLIC_WINDOW", "active": «json-syntax:tr», "targets": [{ "defaultValues": [{ "defaultValue": 1 }, { "defaultValue": «default-values-differ:2» }] }] }',
  });

  it('compares the values of each target with its own', () => {
    const two = (second: string) =>
      group({
        trackingType: '"DEFAULT"',
        targetEvaluationType: '"CYCLIC_WINDOW"',
        totalPeriods: '2',
        periods: '[]',
        targets: list(target({ enrolmentMethod: '"TRANSACTION"', defaultValues: values('1', second) })),
      });
    expectDiagnostics(two('1'));
    const [finding] = expectDiagnostics(two('«default-values-differ:2»'));
    assert.equal(finding?.severity, 3);
    assert.equal(
      finding.message,
      'defaultValue is 2, but the first is 1; with CYCLIC_WINDOW every cycle has the same value.',
    );
    assert.equal(finding.relatedInformation?.length, 2);
  });
});
