import type { Facts } from './facts';
import { addPeriods, followingSpans } from './more-periods';
import { defineRule, type Fix } from './rule';
import { canTotalBecome } from './value-counts';
import { counted } from './wording';

interface Data {
  readonly facts: Facts;
  readonly total: number;
  readonly count: number;
}

export const totalPeriodsCount = defineRule<'across', Data>({
  code: 'total-periods-count',
  levels: ['warning'],
  scope: 'across',
  needsWholeText: true,
  title: 'totalPeriods is not the number of periods',
  why: 'The API stores both as they are sent and does not compare them; what then counts as a cycle is not documented.',
  source: 'FACTS a.1 (totalPeriods), recorded bodies 04 and 06',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": «total-periods-count:2», "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-07" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 1, "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-07" }] }',
  },
  *check(facts) {
    const { totalPeriods, periods } = facts.group;
    const { value: total } = totalPeriods;
    const { value: count } = periods;
    if (total === undefined || count === undefined || count === 0 || total === count) return;
    yield {
      at: totalPeriods.at,
      message: `totalPeriods is ${total}, but there ${count === 1 ? 'is' : 'are'} ${counted(count, 'period')}.`,
      related: [{ at: periods.key, message: `${counted(count, 'period')} here.` }],
      data: { facts, total, count },
    };
  },
  fix: {
    title: 'set totalPeriods, or generate the missing periods.',
    *propose({ data: { facts, total, count } }, model): Iterable<Fix> {
      const { offset, length } = facts.group.totalPeriods.at;
      if (canTotalBecome(count, facts))
        yield { title: `Set totalPeriods to ${count}`, edits: [{ offset, length, newText: String(count) }] };
      const spans = total > count ? followingSpans(facts, total - count) : undefined;
      const edits = spans && addPeriods(model, facts, spans);
      const what = total - count === 1 ? 'missing period' : `${total - count} missing periods`;
      if (edits) yield { title: `Add the ${what}`, edits };
    },
  },
});
