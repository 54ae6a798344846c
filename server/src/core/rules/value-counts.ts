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

const wrong: readonly (Level | undefined)[] = ['warning', 'error'];

/** True when another `totalPeriods` would make nothing worse: no target's values, no streak level. */
export function canTotalBecome(value: number, { group, targets }: Facts): boolean {
  const after = { periods: group.periods, totalPeriods: { ...group.totalPeriods, value } };
  const isWorse = targets.some(
    ({ defaultValues }) =>
      wrong.indexOf(countLevel(after, defaultValues)) > wrong.indexOf(countLevel(group, defaultValues)),
  );
  const cycles = (total: number) => Math.max(total, group.periods.value ?? 0);
  const before = group.totalPeriods.value ?? group.periods.value ?? Infinity;
  const isAbove = group.highestStreak > cycles(value) && group.highestStreak <= cycles(before);
  return !isWorse && !isAbove;
}
