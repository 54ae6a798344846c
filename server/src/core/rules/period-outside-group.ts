import { lifeBounds, outsideOf, type Outside } from './bounds';
import { outsideProblem, widen } from './outside-problem';
import { defineRule, type Fix } from './rule';

export const periodOutsideGroup = defineRule<'across', Outside>({
  code: 'period-outside-group',
  levels: ['warning'],
  scope: 'across',
  title: 'A period lies outside the life of the group',
  why: 'The documentation wants the first cycle to start on fromDate or later, and the last to end on toDate or earlier. Two samples differ, and what became of them is not known.',
  source: 'Documented date rules (FACTS b.10)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "toDate": "2027-03-30", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": «period-outside-group:"2027-03-31"» }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "toDate": "2027-03-31", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31" }] }',
  },
  *check({ group, periods }) {
    for (const outside of outsideOf(periods, lifeBounds(group))) yield outsideProblem(outside);
  },
  fix: {
    title: 'widen fromDate or toDate.',
    *propose({ data }, model): Iterable<Fix> {
      yield widen(data, model);
    },
  },
});
