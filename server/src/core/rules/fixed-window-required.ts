import type { Place } from '../document/node';
import { defineRule, type Fix } from './rule';
import { isFixedWindow, isStreak } from './windows';

export const fixedWindowRequired = defineRule<'part', Place>({
  code: 'fixed-window-required',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  title: 'Streaks and unified groups need the fixed calendar window',
  why: 'The user guide knows streaks and unified groups with the fixed window alone. The window cannot be repaired by an update once the group is there.',
  source: 'The user guide (FACTS b.7, b.8, b.15)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ALL", "targetEvaluationType": «fixed-window-required:"CYCLIC_WINDOW"», "totalPeriods": 0, "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
    good: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ALL", "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "totalPeriods": 0, "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0 }',
  },
  *check(group) {
    const trackingType = group.choice('trackingType');
    const window = group.choice('targetEvaluationType');
    if (!trackingType || !window || isFixedWindow(window.value)) return;
    if (!isStreak(trackingType.value) && trackingType.value !== 'UNIFIED') return;
    yield {
      at: window.node,
      message: `targetEvaluationType is ${window.value}; for ${trackingType.value} only FIXED_CALENDAR_WINDOW is known to work.`,
      related: [{ at: trackingType.node, message: `trackingType is ${trackingType.value} here.` }],
      data: window.node,
    };
  },
  fix: {
    title: 'set the fixed window.',
    *propose({ data: { offset, length } }): Iterable<Fix> {
      yield {
        title: 'Set targetEvaluationType to FIXED_CALENDAR_WINDOW',
        edits: [{ offset, length, newText: '"FIXED_CALENDAR_WINDOW"' }],
        preferred: true,
      };
    },
  },
});
