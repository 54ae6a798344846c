import type { Fact } from './fact';
import { defineRule } from './rule';
import type { TargetFacts } from './target-facts';
import { isFixedWindow } from './windows';

export const defaultValuesDiffer = defineRule<'across', undefined>({
  code: 'default-values-differ',
  levels: ['information'],
  scope: 'across',
  title: 'Cycles without fixed dates have different values',
  why: 'In a cyclic or period-agnostic window every cycle is meant to ask for the same; the user guide allows different values with the fixed calendar window alone.',
  source: 'The user guide (FACTS b.3)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targetEvaluationType": "CYCLIC_WINDOW", "totalPeriods": 2, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "TRANSACTION", "defaultValues": [{ "defaultValue": 500 }, { "defaultValue": «default-values-differ:800» }] }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targetEvaluationType": "CYCLIC_WINDOW", "totalPeriods": 2, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "TRANSACTION", "defaultValues": [{ "defaultValue": 500 }, { "defaultValue": "500.00" }] }] }',
  },
  *check({ group: { window }, targets }) {
    if (window.value === undefined || isFixedWindow(window.value)) return;
    for (const { difference } of targets) if (difference) yield problemOf(difference, window);
  },
});

function problemOf({ first, other }: NonNullable<TargetFacts['difference']>, window: Fact<string>) {
  return {
    at: other.at,
    message: `defaultValue is ${other.text}, but the first is ${first.text}; with ${window.value ?? ''} every cycle has the same value.`,
    related: [
      { at: first.at, message: `The first value is ${first.text}.` },
      { at: window.at, message: 'The window is set here.' },
    ],
  };
}
