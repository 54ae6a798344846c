import type { Day } from '../periods/day';
import type { Span } from '../periods/span';
import type { Fact } from './fact';
import type { Facts } from './facts';
import type { DatePair, GroupFacts } from './group-facts';
import { spanOf } from './period-facts';

/** One day that periods should not go beyond. */
export interface Bound {
  /** The key it stands under. */
  readonly name: string;
  readonly side: 'start' | 'end';
  readonly fact: Fact<Day>;
}

/** True for a pair whose start lies after its end: a finding of its own, so nothing is measured by it. */
export function isReversed({ start, end }: DatePair): boolean {
  return start.value !== undefined && end.value !== undefined && start.value > end.value;
}

/** The bounds that `fromDate` and `toDate` set, as far as they are known. */
export function lifeBounds({ life }: GroupFacts): Bound[] {
  return boundsOf(life, undefined);
}

/** The bounds that the cycle dates set: where one is absent, its ISO twin (RULES, period-outside-cycle). */
export function cycleBounds({ cycles, cyclesIso }: GroupFacts): Bound[] {
  return boundsOf(cycles, cyclesIso);
}

function boundsOf(pair: DatePair, twin: DatePair | undefined): Bound[] {
  return (['start', 'end'] as const).flatMap((side) => {
    const chosen = twin && pair[side].presence === 'absent' ? twin : pair;
    if (chosen[side].value === undefined || isReversed(chosen)) return [];
    return [{ name: chosen.names[side === 'start' ? 0 : 1], side, fact: chosen[side] }];
  });
}

/** True when the day lies on the wrong side of the bound. */
export function isBeyond(day: Day, { side, fact: { value } }: Bound): boolean {
  if (value === undefined) return false;
  return side === 'start' ? day < value : day > value;
}

/** True when the days lie inside all bounds of the group. */
export function isInsideGroup(span: Span, group: GroupFacts): boolean {
  return [...lifeBounds(group), ...cycleBounds(group)].every((bound) => !isBeyond(span[bound.side], bound));
}

/** The days of all periods but one; undefined where the days of one of them are not known. */
export function otherSpans({ periods }: Facts, index: number): (Span | undefined)[] {
  return periods.filter((period) => period.index !== index).map(spanOf);
}
