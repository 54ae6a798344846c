import type { Edit } from '../document/syntax-problem';
import { setDay } from '../edits/date-literal';
import { toDayText, type Day } from '../periods/day';
import { consecutiveCycles, cycleEnd, cycleLength, lengthInDays, type CycleLength, type Span } from '../periods/span';
import { canBecome, isInsideGroup } from './bounds';
import type { Facts } from './facts';
import { spanOf, type PeriodFacts } from './period-facts';
import { defineRule, type Fix } from './rule';
import { counted } from './wording';

interface Data {
  readonly facts: Facts;
  readonly period: PeriodFacts;
  readonly span: Span;
  readonly cycle: CycleLength;
  /** The day on which one cycle ends; undefined behind the year 9999. */
  readonly end: Day | undefined;
}

export const periodLength = defineRule<'across', Data>({
  code: 'period-length',
  levels: ['information'],
  scope: 'across',
  title: 'A period is not one cycle long',
  why: 'frequencyType and frequency say how long a cycle is, the dates of the period say it again. The API goes by the dates and does not compare them; one of the two is not what was meant.',
  source: 'FACTS a.1 (frequency, frequencyType)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "frequencyType": "MONTHLY", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": «period-length:"2027-03-30"» }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "frequencyType": "MONTHLY", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31" }] }',
  },
  *check(facts) {
    const { frequencyType, frequency } = facts.group;
    if (frequencyType.value === undefined || frequency.presence === 'unknown') return;
    const cycle = cycleLength(frequencyType.value, frequency.value);
    if (!cycle) return;
    for (const period of facts.periods) {
      const span = spanOf(period);
      const end = span && cycleEnd(span.start, cycle);
      if (!span || end === span.end) continue;
      const until = end === undefined ? 'ends after the year 9999' : `ends on ${toDayText(end)}`;
      yield {
        at: period.end.at,
        message: `The period is ${counted(lengthInDays(span), 'day')} long; one cycle of ${counted(cycle.count, cycle.unit)} from ${toDayText(span.start)} ${until}.`,
        related: [{ at: frequencyType.at, message: 'The unit is set here.' }],
        data: { facts, period, span, cycle, end },
      };
    }
  },
  fix: {
    title: 'end it with the cycle, or regenerate all periods one behind the other.',
    *propose({ data: { facts, period, span, cycle, end } }, { text }): Iterable<Fix> {
      if (end !== undefined && canBecome(facts, period, { start: span.start, end }))
        yield { title: `End it on ${toDayText(end)}`, edits: [setDay(text, period.end.at, end)], preferred: true };
      const edits = facts.periods.length > 1 ? regenerated(facts, cycle, text) : undefined;
      if (edits) yield { title: `Regenerate all ${facts.periods.length} periods`, edits };
    },
  },
});

/** Edits that lay all periods one behind the other, in the order of their dates, from the first day of the earliest. */
function regenerated({ group, periods }: Facts, cycle: CycleLength, text: string): Edit[] | undefined {
  const dated = periods.flatMap((period) => {
    const span = spanOf(period);
    return span ? [{ period, span }] : [];
  });
  const inOrder = dated.sort((a, b) => a.span.start - b.span.start);
  const first = inOrder[0];
  if (!first || inOrder.length !== group.periods.value) return undefined;
  const spans = consecutiveCycles(first.span.start, cycle, inOrder.length);
  if (!spans?.every((span) => isInsideGroup(span, group))) return undefined;
  return inOrder.flatMap(({ period, span }, index) => {
    const next = spans[index] ?? span;
    return [
      ...(next.start === span.start ? [] : [setDay(text, period.start.at, next.start)]),
      ...(next.end === span.end ? [] : [setDay(text, period.end.at, next.end)]),
    ];
  });
}
