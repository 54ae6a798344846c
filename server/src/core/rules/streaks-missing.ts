import { jsonTextIn } from '../edits/json-text';
import { setMember } from '../edits/set-member';
import { cycleCount } from './cycle-count';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';
import { isStreak } from './windows';

export const streaksMissing = defineRule<'part', Part>({
  code: 'streaks-missing',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  needsWholeText: true,
  title: 'A streak group has no levels',
  why: 'The levels say how many cycles a streak takes; the documentation requires them of streak groups, and without one nobody can complete a streak.',
  source: 'Starred on the page on streaks (FACTS a.1, b.7)',
  examples: {
    bad: '«streaks-missing:{» "name": "Spring", "trackingType": "STREAKS", "totalPeriods": 4, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "WEEKLY", "frequency": 1, "recurringCycles": 0 }',
    good: '{ "name": "Spring", "trackingType": "STREAKS", "totalPeriods": 4, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "WEEKLY", "frequency": 1, "recurringCycles": 0, "streaks": [{ "name": "Two in a row", "targetCountOfSequence": 2 }] }',
  },
  *check(group) {
    const trackingType = group.choice('trackingType');
    if (!trackingType || !isStreak(trackingType.value)) return;
    const streaks = group.array('streaks');
    const isEmpty = streaks?.value.items.length === 0;
    if (group.presence('streaks') !== 'absent' && !isEmpty) return;
    yield {
      at: streaks ? streaks.key : group.brace,
      message: `${streaks ? 'streaks is empty' : '"streaks" is missing'}; ${trackingType.value} is expected to have a level at least.`,
      related: [{ at: trackingType.node, message: `trackingType is ${trackingType.value} here.` }],
      data: group,
    };
  },
  fix: {
    title: 'insert a first level.',
    *propose({ data: group }, { text }): Iterable<Fix> {
      // With no cycle at all every level would be too high.
      if (cycleCount(group) === 0) return;
      const value = jsonTextIn(text, group.node, [{ name: '"Level 1"', targetCountOfSequence: '1' }]);
      yield { title: 'Insert a first level', edits: [setMember(text, group.node, 'streaks', value)], preferred: true };
    },
  },
});
