import type { Fact } from './fact';
import { defineRule, type Fix } from './rule';
import { counted } from './wording';

interface Data {
  readonly totalPeriods: Fact<number>;
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
  *check({ group: { totalPeriods, periods } }) {
    const { value: total } = totalPeriods;
    const { value: count } = periods;
    if (total === undefined || count === undefined || count === 0 || total === count) return;
    yield {
      at: totalPeriods.at,
      message: `totalPeriods is ${total}, but there ${count === 1 ? 'is' : 'are'} ${counted(count, 'period')}.`,
      related: [{ at: periods.key, message: `${counted(count, 'period')} here.` }],
      data: { totalPeriods, count },
    };
  },
  fix: {
    title: 'set totalPeriods, or generate the missing periods.',
    *propose({ data: { totalPeriods, count } }): Iterable<Fix> {
      const { offset, length } = totalPeriods.at;
      yield { title: `Set totalPeriods to ${count}`, edits: [{ offset, length, newText: String(count) }] };
    },
  },
});
