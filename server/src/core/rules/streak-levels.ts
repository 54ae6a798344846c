import type { Model } from '../document/model';
import { endOf, type Node } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { cycleCount } from './cycle-count';
import type { Known, Part } from './part';
import { defineRule, type Fix, type Problem } from './rule';
import { isStreak } from './windows';
import { quoted } from './wording';

/** Levels that a group may have. */
const limit = 10;

/** What the fix sorts; undefined where sorting is no repair. */
type Data = readonly Level[] | undefined;

interface Level {
  readonly entry: Node;
  readonly count: Known<number>;
}

export const streakLevels = defineRule<'part', Data>({
  code: 'streak-levels',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  title: 'The levels of a streak do not build on each other',
  why: 'The user guide wants at most ten levels, each higher than the one before and none above the number of cycles, and each name once.',
  source: 'The user guide on streaks (FACTS b.7)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "STREAKS", "totalPeriods": 4, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "WEEKLY", "frequency": 1, "recurringCycles": 0, "streaks": [{ "name": "Gold", "targetCountOfSequence": 4 }, { "name": "Silver", "targetCountOfSequence": «streak-levels:2» }] }',
    good: '{ "name": "Spring", "trackingType": "STREAKS", "totalPeriods": 4, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "WEEKLY", "frequency": 1, "recurringCycles": 0, "streaks": [{ "name": "Silver", "targetCountOfSequence": 2 }, { "name": "Gold", "targetCountOfSequence": 4 }] }',
  },
  *check(group) {
    const streaks = group.array('streaks');
    if (!streaks || !isStreak(group.choice('trackingType')?.value)) return;
    const entries = group.parts('streaks');
    yield* tooMany(group, streaks.key, streaks.value.items.length);
    yield* outOfOrder(entries, streaks.value.items.length);
    yield* tooHigh(group, entries);
    yield* repeatedNames(entries);
  },
  fix: {
    title: 'sort the levels, where that is all there is to it.',
    *propose({ data: levels }, model): Iterable<Fix> {
      if (levels) yield { title: 'Sort the levels', edits: sorted(levels, model), preferred: true };
    },
  },
});

function* tooMany(group: Part, key: Known<unknown>['key'], count: number): Iterable<Problem<Data>> {
  if (!group.isWhole || count <= limit) return;
  yield { at: key, message: `streaks has ${count} levels; at most ${limit} are documented.` };
}

function levelsOf(entries: readonly Part[]): Level[] {
  return entries.flatMap((entry) => {
    const count = entry.number('targetCountOfSequence');
    return count ? [{ entry: entry.node, count }] : [];
  });
}

/** The first level that is not higher than the one before. */
function* outOfOrder(entries: readonly Part[], total: number): Iterable<Problem<Data>> {
  const levels = levelsOf(entries);
  for (const [index, { count }] of levels.entries()) {
    const before = levels[index - 1]?.count;
    if (!before || count.value > before.value) continue;
    const isSortable = levels.length === total && new Set(levels.map((level) => level.count.value)).size === total;
    yield {
      at: count.node,
      message: `targetCountOfSequence is ${count.value} behind ${before.value}; each level is expected to be higher than the one before.`,
      related: [{ at: before.node, message: `The level before is ${before.value}.` }],
      data: isSortable ? levels : undefined,
    };
    return;
  }
}

/** The first level that no streak can reach. */
function* tooHigh(group: Part, entries: readonly Part[]): Iterable<Problem<Data>> {
  const cycles = cycleCount(group);
  const high = levelsOf(entries).find(({ count }) => cycles !== undefined && count.value > cycles);
  if (!high) return;
  yield {
    at: high.count.node,
    message: `targetCountOfSequence is ${high.count.value}, but there are only ${cycles ?? 0} cycles.`,
  };
}

function* repeatedNames(entries: readonly Part[]): Iterable<Problem<Data>> {
  const seen = new Map<string, Known<string>>();
  for (const entry of entries) {
    const name = entry.text('name');
    if (!name) continue;
    const first = seen.get(name.value.toLowerCase());
    if (!first) {
      seen.set(name.value.toLowerCase(), name);
      continue;
    }
    yield {
      at: name.node,
      message: `name is ${quoted(name.value)}, as that of another level; each level of a group needs a name of its own.`,
      related: [{ at: first.node, message: 'The same name stands here first.' }],
    };
  }
}

/** Each place takes the entry that belongs there by its count; what stands between the entries stays. */
function sorted(levels: readonly Level[], { text }: Model): Edit[] {
  const inOrder = [...levels].sort((a, b) => a.count.value - b.count.value);
  return levels.flatMap(({ entry }, index) => {
    const other = inOrder[index]?.entry ?? entry;
    const newText = text.slice(other.offset, endOf(other));
    return other === entry ? [] : [{ offset: entry.offset, length: entry.length, newText }];
  });
}
