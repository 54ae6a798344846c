import { nameKey } from './name-key';
import { defineRule } from './rule';
import type { TargetFacts } from './target-facts';
import { quoted } from './wording';

export const nameDuplicate = defineRule<'across', undefined>({
  code: 'name-duplicate',
  levels: ['warning'],
  scope: 'across',
  title: 'A name is taken already',
  why: 'The API refuses a group whose name another group of the organisation has (310069), upper and lower case being the same. Targets of one group are told apart by their names: answers are compared by name, and the user guide wants it unique.',
  source: 'Error 310069; FACTS a.4, b.9 and b.13',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ALL", "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT" }, { "name": «name-duplicate:"spend"», "targetEntity": "TRANSACTION", "targetType": "COUNT", "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "UNIFIED", "combinationType": "ALL", "totalPeriods": 0, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "CUSTOM", "frequency": 0, "recurringCycles": 0, "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT" }, { "name": "Visits", "targetEntity": "TRANSACTION", "targetType": "COUNT", "enrolmentMethod": "IMPORT" }] }',
  },
  *check({ targets }) {
    const seen = new Map<string, TargetFacts>();
    for (const target of targets) {
      const { value } = target.name;
      const key = value === undefined ? '' : nameKey(value);
      if (value === undefined || key === '') continue;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, target);
        continue;
      }
      yield {
        at: target.name.at,
        message: `name is ${quoted(value)}, as that of target ${first.index + 1}; each target of a group needs a name of its own.`,
        related: [{ at: first.name.at, message: 'The same name stands here first.' }],
      };
    }
  },
});
