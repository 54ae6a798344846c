import type { Part } from './part';
import { defineRule, type Problem } from './rule';

export const unifiedExpression = defineRule<'part', undefined>({
  code: 'unified-expression',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  title: 'The overall target does not fit',
  why: 'An overall target is a figure that all targets reach together: the user guide has it with ALL only, and the documentation requires a threshold as soon as there is an aggregation.',
  source: 'FACTS a.1 (unifiedTargetExpression) and b.8',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ANY", "unifiedTargetExpression": { «unified-expression:"aggregation"»: "SUM", "thresholdValue": 5000 }, "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
    good: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ALL", "unifiedTargetExpression": { "aggregation": "SUM", "thresholdValue": 5000 }, "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
  },
  *check(group) {
    const overall = group.object('unifiedTargetExpression');
    const problem = overall && (problemWithAny(group, overall) ?? problemWithoutThreshold(overall));
    if (problem) yield problem;
  },
});

function problemWithAny(group: Part, overall: Part): Problem<undefined> | undefined {
  const combination = group.choice('combinationType');
  const set = overall.choice('aggregation') ?? overall.number('thresholdValue');
  if (combination?.value !== 'ANY' || !set) return undefined;
  return {
    at: set.key,
    message: `${set.key.value} is set, but combinationType is ANY; an overall target is known with ALL only.`,
    related: [{ at: combination.node, message: 'combinationType is ANY here.' }],
  };
}

function problemWithoutThreshold(overall: Part): Problem<undefined> | undefined {
  const aggregation = overall.choice('aggregation');
  if (!aggregation || !overall.isWhole || overall.presence('thresholdValue') !== 'absent') return undefined;
  return {
    at: aggregation.key,
    message: `aggregation is ${aggregation.value}, but there is no thresholdValue; the documentation requires one with it.`,
  };
}
