import type { Fact } from './fact';
import type { Facts } from './facts';
import type { Level } from './rule';

/** What each target's `defaultValues` is compared with. */
export interface ExpectedCount {
  readonly count: number;
  readonly by: 'totalPeriods' | 'periods';
}

type Counts = Pick<Facts['group'], 'totalPeriods' | 'periods'>;

/** `totalPeriods`, or the number of periods where there is none; undefined where neither is known. */
export function expectedCount({ totalPeriods, periods }: Counts): ExpectedCount | undefined {
  if (totalPeriods.value !== undefined) return { count: totalPeriods.value, by: 'totalPeriods' };
  if (totalPeriods.presence === 'unknown' || periods.value === undefined) return undefined;
  return { count: periods.value, by: 'periods' };
}

/** How wrong a number of default values is; undefined where it is right, or not to be judged. */
export function countLevel(counts: Counts, { presence, value }: Fact<number>): Level | undefined {
  const expected = expectedCount(counts);
  if (!expected || presence === 'unknown' || value === expected.count) return undefined;
  if (value === undefined) return expected.count === 0 ? undefined : 'warning';
  if (expected.by === 'periods') return 'warning';
  return value === counts.periods.value ? 'information' : 'error';
}

const rank: Readonly<Record<Level, number>> = { error: 2, warning: 1, information: 0, hint: 0 };
const rankOf = (level: Level | undefined): number => (level === undefined ? 0 : rank[level]);

/** True when another `totalPeriods` would make nothing worse: no target's values, no streak level. */
export function canTotalBecome(value: number, { group, targets }: Facts): boolean {
  const after = { periods: group.periods, totalPeriods: { ...group.totalPeriods, presence: 'known' as const, value } };
  const isWorse = targets.some(
    ({ defaultValues }) => rankOf(countLevel(after, defaultValues)) > rankOf(countLevel(group, defaultValues)),
  );
  const highest = (total: number | undefined) => Math.max(total ?? 0, group.periods.value ?? 0);
  const isAbove = group.highestStreak > highest(value) && group.highestStreak <= highest(group.totalPeriods.value);
  return !isWorse && !isAbove;
}
