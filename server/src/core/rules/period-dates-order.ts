import { swapPlaces } from '../edits/swap-places';
import { toDayText } from '../periods/day';
import type { Span } from '../periods/span';
import { canBecome } from './bounds';
import type { Facts } from './facts';
import type { PeriodFacts } from './period-facts';
import { defineRule, type Fix } from './rule';

interface Data {
  readonly facts: Facts;
  readonly period: PeriodFacts;
  /** The days of the period with its dates swapped. */
  readonly swapped: Span;
}

export const periodDatesOrder = defineRule<'across', Data>({
  code: 'period-dates-order',
  levels: ['error'],
  scope: 'across',
  title: 'A period ends before it starts',
  why: 'Such a period has no day on which anything could count. No answer is known in which the API stored one.',
  source: 'FACTS a.3 (start after end)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-31", "endDate": «period-dates-order:"2027-03-01"» }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-01" }] }',
  },
  *check(facts) {
    for (const period of facts.periods) {
      const { start, end } = period;
      if (start.value === undefined || end.value === undefined || end.value >= start.value) continue;
      yield {
        at: end.at,
        message: `endDate is ${toDayText(end.value)}, before startDate ${toDayText(start.value)}; a period ends on the day it starts, or later.`,
        related: [{ at: start.at, message: 'The period starts here.' }],
        data: { facts, period, swapped: { start: end.value, end: start.value } },
      };
    }
  },
  fix: {
    title: 'swap the two dates, where the period then fits between the others.',
    *propose({ data: { facts, period, swapped } }, { text }): Iterable<Fix> {
      if (!canBecome(facts, period, swapped)) return;
      yield { title: 'Swap the two dates', edits: swapPlaces(text, period.start.at, period.end.at), preferred: true };
    },
  },
});
