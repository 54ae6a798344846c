import { setMember } from '../edits/set-member';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

export const unifiedCombination = defineRule<'part', Part>({
  code: 'unified-combination',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  needsWholeText: true,
  title: 'A unified group does not say how its targets combine',
  why: 'combinationType says whether all targets have to be reached or any of them; the documentation requires it of unified groups, and what the API takes without it is not known.',
  source: 'Starred on the page on unified groups (FACTS a.1, b.8)',
  examples: {
    bad: '«unified-combination:{» "name": "Spring", "trackingType": "UNIFIED", "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
    good: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ALL", "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
  },
  *check(group) {
    const trackingType = group.choice('trackingType');
    if (trackingType?.value !== 'UNIFIED' || group.presence('combinationType') !== 'absent') return;
    yield {
      at: group.brace,
      message: '"combinationType" is missing; a unified group is expected to say ALL or ANY.',
      related: [{ at: trackingType.node, message: 'trackingType is UNIFIED here.' }],
      data: group,
    };
  },
  fix: {
    title: 'insert ALL, or ANY where there is no overall target.',
    *propose({ data: group }, { text }): Iterable<Fix> {
      for (const value of hasOverallTarget(group) ? ['ALL'] : ['ALL', 'ANY']) {
        const edits = [setMember(text, group.node, 'combinationType', JSON.stringify(value))];
        yield { title: `Insert combinationType: "${value}"`, edits };
      }
    },
  },
});

/** With ANY an overall target would be a warning of its own. */
function hasOverallTarget(group: Part): boolean {
  const overall = group.object('unifiedTargetExpression');
  return overall?.presence('aggregation') === 'known' || overall?.presence('thresholdValue') === 'known';
}
