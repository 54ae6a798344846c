import { setDay } from '../edits/date-literal';
import { addDays, toDayText, type Day } from '../periods/day';
import { firstOverlaps } from '../periods/overlaps';
import { cycleEnd, cycleLength, firstFreeSpan, lengthInDays, type Span } from '../periods/span';
import { canBecome } from './bounds';
import type { Facts } from './facts';
import { periodName, spanOf, type PeriodFacts } from './period-facts';
import { defineRule, type Fix } from './rule';

interface Data {
  readonly facts: Facts;
  readonly later: PeriodFacts;
  readonly span: Span;
}

export const periodsOverlap = defineRule<'across', Data>({
  code: 'periods-overlap',
  levels: ['warning'],
  scope: 'across',
  title: 'Two periods share a day',
  why: 'No accepted body has overlapping periods, and no error is documented for them: which of the two a purchase on a shared day counts for is not known.',
  source: 'FACTS a.3 (order), b.10',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31" }, { "refCode": "Cycle_2", "startDate": «periods-overlap:"2027-03-31"», "endDate": "2027-04-30" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31" }, { "refCode": "Cycle_2", "startDate": "2027-04-01", "endDate": "2027-04-30" }] }',
  },
  *check(facts) {
    const spans = facts.periods.map(spanOf);
    for (const [index, firstIndex] of firstOverlaps(spans)) {
      const later = facts.periods[index];
      const span = spans[index];
      const first = facts.periods[firstIndex];
      const other = spans[firstIndex];
      if (!later || !span || !first || !other) continue;
      yield {
        at: later.start.at,
        message: `${capitalised(periodName(later))} shares ${sharedDays(span, other)} with ${periodName(first)}; each day is expected in one period.`,
        related: [{ at: first.start.at, message: `${capitalised(periodName(first))} starts here.` }],
        data: { facts, later, span },
      };
    }
  },
  fix: {
    title: 'shift the later one to the first days behind that are free.',
    *propose({ data: { facts, later, span } }, { text }): Iterable<Fix> {
      const others = facts.periods.flatMap((period) => (period === later ? [] : (spanOf(period) ?? [])));
      const free = firstFreeSpan(span.start, others, (start) => endLike(facts, span, start));
      if (!free || !canBecome(facts, later, free)) return;
      yield {
        title: `Shift it to ${toDayText(free.start)} – ${toDayText(free.end)}`,
        edits: [setDay(text, later.start.at, free.start), setDay(text, later.end.at, free.end)],
        preferred: true,
      };
    },
  },
});

/** The end of a period moved to another start: one cycle later where it was one cycle long, else as many days. */
function endLike({ group }: Facts, span: Span, start: Day): Day | undefined {
  const cycle = cycleLength(group.frequencyType.value ?? '', group.frequency.value);
  if (cycle && cycleEnd(span.start, cycle) === span.end) return cycleEnd(start, cycle);
  return addDays(start, lengthInDays(span) - 1);
}

function sharedDays(a: Span, b: Span): string {
  const start = toDayText(Math.max(a.start, b.start));
  const end = toDayText(Math.min(a.end, b.end));
  return start === end ? start : `${start} to ${end}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
