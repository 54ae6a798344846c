import { containerOf, type ObjectNode } from '../document/node';
import { addDays, type Day } from '../periods/day';
import { cycleEnd, cycleLength, lengthInDays, type Span } from '../periods/span';
import type { Facts } from '../rules/facts';
import { spanOf } from '../rules/period-facts';

/**
 * The day with which a period goes on where the others end, or fits the other one of its two.
 * @returns undefined where nothing says which.
 */
export function dayFor(side: 'start' | 'end', period: ObjectNode, facts: Facts): Day | undefined {
  const list = containerOf(period);
  const index = list?.kind === 'array' ? list.items.indexOf(period) : -1;
  const own = facts.periods.find((each) => each.index === index);
  const last = lastOf(facts, index);
  const next = last ? addDays(last.end, 1) : facts.group.life.start.value;
  if (side === 'start') return earlier(next, own?.end.value);
  const start = own?.start.value ?? next;
  return start === undefined ? undefined : endOfCycle(start, facts, last);
}

/** A period does not begin behind its end. */
function earlier(start: Day | undefined, end: Day | undefined): Day | undefined {
  return end !== undefined && (start === undefined || start > end) ? end : start;
}

/** The last day of a period that begins there: one cycle later, or as much later as the last one lasts. */
function endOfCycle(start: Day, { group }: Facts, last: Span | undefined): Day | undefined {
  const unit = cycleLength(group.frequencyType.value ?? '', group.frequency.value);
  const length = unit ?? (last && ({ unit: 'day', count: lengthInDays(last) } as const));
  return length ? cycleEnd(start, length) : start;
}

function lastOf({ periods }: Facts, but: number): Span | undefined {
  const spans = periods.flatMap((period) => (period.index === but ? [] : (spanOf(period) ?? [])));
  return spans.reduce<Span | undefined>((late, span) => (late && late.end >= span.end ? late : span), undefined);
}

/** The first or the last day of all periods. */
export function outerDay(side: 'start' | 'end', { periods }: Facts): Day | undefined {
  const days = periods.flatMap((period) => spanOf(period)?.[side] ?? []);
  if (days.length === 0) return undefined;
  return side === 'start' ? Math.min(...days) : Math.max(...days);
}
