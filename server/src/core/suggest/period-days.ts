import { containerOf, type ObjectNode } from '../document/node';
import { addDays, type Day } from '../periods/day';
import { consecutiveCycles, cycleEnd, cycleLength, lengthInDays } from '../periods/span';
import type { Facts } from '../rules/facts';
import { mostPeriods } from '../rules/more-periods';
import { lastSpan, spanOf } from '../rules/period-facts';

interface Days {
  readonly start?: Day;
  readonly end?: Day | undefined;
}

/**
 * The day with which a period goes on where the others end, or fits the other one of its two.
 * @returns undefined where nothing says which.
 */
export function dayFor(side: 'start' | 'end', period: ObjectNode, facts: Facts): Day | undefined {
  const list = containerOf(period);
  const index = list?.kind === 'array' ? list.items.indexOf(period) : -1;
  const { start, end } = facts.periods.find((each) => each.index === index) ?? {};
  const next = nextDays(facts, index, side === 'end' ? start?.value : undefined);
  // A period does not begin behind its end.
  const isEarlier = next.start === undefined || (end?.value ?? next.start) < next.start;
  return side === 'start' && isEarlier ? end?.value : next[side];
}

/**
 * The days of one more period: behind the last of the others, else from where the group begins; one cycle long, or as long as
 * that last one, or all the life of the group.
 * @param but the position of a period that is not looked at.
 * @param given the first day, where it is known.
 */
export function nextDays({ group, periods }: Facts, but = -1, given?: Day): Days {
  const last = lastSpan(periods.filter(({ index }) => index !== but));
  const start = given ?? (last ? addDays(last.end, 1) : firstDay(group));
  if (start === undefined) return {};
  const unit = cycleLength(group.frequencyType.value ?? '', group.frequency.value);
  const length = unit ?? (last && ({ unit: 'day', count: lengthInDays(last) } as const));
  return { start, end: length ? cycleEnd(start, length) : Math.max(start, group.life.end.value ?? start) };
}

const firstDay = ({ life, cycles }: Facts['group']): Day | undefined => life.start.value ?? cycles.start.value;

/** The first or the last day of all periods; where there is none yet, the last of as many cycles as there are to be. */
export function outerDay(side: 'start' | 'end', { group, periods }: Facts): Day | undefined {
  const days = periods.flatMap((period) => spanOf(period)?.[side] ?? []);
  if (days.length > 0) return side === 'start' ? Math.min(...days) : Math.max(...days);
  const first = side === 'end' ? firstDay(group) : undefined;
  const length = cycleLength(group.frequencyType.value ?? '', group.frequency.value);
  if (first === undefined || !length) return undefined;
  return consecutiveCycles(first, length, Math.min(group.totalPeriods.value ?? 0, mostPeriods))?.at(-1)?.end;
}
