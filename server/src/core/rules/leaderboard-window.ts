import type { Place } from '../document/node';
import { defineRule, type Fix } from './rule';
import { isFixedWindow } from './windows';

interface Data {
  readonly window: Place;
  readonly leaderboard: Place;
}

export const leaderboardWindow = defineRule<'part', Data>({
  code: 'leaderboard-window',
  levels: ['error'],
  scope: 'part',
  parts: ['group'],
  title: 'A leaderboard needs the fixed calendar window',
  why: 'The API refuses a leaderboard on any other evaluation window (310132).',
  source: 'Error 310132 (FACTS b.5, d)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "DEFAULT", "totalPeriods": 0, "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0, "targetEvaluationType": «leaderboard-window:"CYCLIC_WINDOW"», "leaderboardEnabled": true }',
    good: '{ "name": "Spring", "trackingType": "DEFAULT", "totalPeriods": 0, "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0, "targetEvaluationType": "CYCLIC_WINDOW", "leaderboardEnabled": false }',
  },
  *check(group) {
    const leaderboard = group.boolean('leaderboardEnabled');
    const window = group.choice('targetEvaluationType');
    if (leaderboard?.value !== true || !window || isFixedWindow(window.value)) return;
    yield {
      at: window.node,
      message: `targetEvaluationType is ${window.value}; with leaderboardEnabled the API accepts FIXED_CALENDAR_WINDOW alone.`,
      related: [{ at: leaderboard.node, message: 'The leaderboard is turned on here.' }],
      data: { window: window.node, leaderboard: leaderboard.node },
    };
  },
  fix: {
    title: 'set the fixed window, or turn the leaderboard off.',
    *propose({ data: { window, leaderboard } }): Iterable<Fix> {
      yield {
        title: 'Set targetEvaluationType to FIXED_CALENDAR_WINDOW',
        edits: [{ offset: window.offset, length: window.length, newText: '"FIXED_CALENDAR_WINDOW"' }],
      };
      yield {
        title: 'Turn the leaderboard off',
        edits: [{ offset: leaderboard.offset, length: leaderboard.length, newText: 'false' }],
      };
    },
  },
});
