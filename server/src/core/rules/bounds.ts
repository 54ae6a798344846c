import type { Day } from '../periods/day';
import { isOverlapping, type Span } from '../periods/span';
import type { Fact } from './fact';
import type { Facts } from './facts';
import type { DatePair, GroupFacts } from './group-facts';
import { spanOf, type PeriodFacts } from './period-facts';

/** One day that periods should not go beyond. */
export interface Bound {
  /** The key it stands under. */
  readonly name: string;
  readonly side: 'start' | 'end';
  readonly fact: Fact<Day>;
  readonly day: Day;
}

/** One end of a period that lies beyond a bound. */
export interface Outside {
  readonly period: PeriodFacts;
  readonly bound: Bound;
  readonly day: Day;
}

/** True for two dates whose start lies after their end: a finding of its own, so nothing is measured by them. */
export function isReversed({ start, end }: Pick<DatePair, 'start' | 'end'>): boolean {
  return start.value !== undefined && end.value !== undefined && start.value > end.value;
}

/** The bounds that `fromDate` and `toDate` set, as far as they are known. */
export function lifeBounds({ life }: GroupFacts): Bound[] {
  return boundsOf(life, life);
}

/** The bounds that the cycle dates set: where one is absent, its ISO twin (RULES, period-outside-cycle). */
export function cycleBounds({ cycles, cyclesIso }: GroupFacts): Bound[] {
  return boundsOf(cycles, cyclesIso);
}

function boundsOf(pair: DatePair, twin: DatePair): Bound[] {
  const chosen = {
    start: pair.start.presence === 'absent' ? twin : pair,
    end: pair.end.presence === 'absent' ? twin : pair,
  };
  if (isReversed({ start: chosen.start.start, end: chosen.end.end })) return [];
  return (['start', 'end'] as const).flatMap((side) => {
    const fact = chosen[side][side];
    if (fact.value === undefined || isReversed(chosen[side])) return [];
    return [{ name: chosen[side].names[side], side, fact, day: fact.value }];
  });
}

/** True for a day that the bound leaves out. */
export function isBeyond(day: Day, bound: Bound): boolean {
  return bound.side === 'start' ? day < bound.day : day > bound.day;
}

/** Every end of a period beyond a bound, bound by bound; periods that end before they start take no part. */
export const outsideOf = (periods: readonly PeriodFacts[], bounds: readonly Bound[]): Outside[] =>
  bounds.flatMap((bound) => {
    const outside: Outside[] = [];
    for (const period of periods) {
      const day = (bound.side === 'start' ? period.start : period.end).value;
      if (day !== undefined && isBeyond(day, bound) && !isReversed(period)) outside.push({ period, bound, day });
    }
    return outside;
  });

/** True when the days lie inside all bounds of the group. */
export function isInsideGroup(span: Span, group: GroupFacts): boolean {
  return [...lifeBounds(group), ...cycleBounds(group)].every((bound) => !isBeyond(span[bound.side], bound));
}

/**
 * True when a period could have these days instead, and no finding more than now: no bound that it keeps would be
 * broken, and it would overlap no period but those that it overlaps already.
 */
export function canBecome({ group, periods }: Facts, { index }: PeriodFacts, after: Span): boolean {
  const own = periods.find((period) => period.index === index);
  const before = own && spanOf(own);
  const isBoundKept = [...lifeBounds(group), ...cycleBounds(group)].every(
    (bound) => !isBeyond(after[bound.side], bound) || (before && isBeyond(before[bound.side], bound)),
  );
  return isBoundKept && periods.every((other) => isFreeOf(other, before, after));
}

/** A period is free of itself, since it overlaps itself already. */
function isFreeOf(other: PeriodFacts, before: Span | undefined, after: Span): boolean {
  const span = spanOf(other);
  return !span || !isOverlapping(span, after) || (before !== undefined && isOverlapping(span, before));
}
