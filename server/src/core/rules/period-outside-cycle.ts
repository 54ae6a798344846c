import { cycleBounds, outsideOf, type Outside } from './bounds';
import { outsideProblem, widen } from './outside-problem';
import { defineRule, type Fix } from './rule';

export const periodOutsideCycle = defineRule<'across', Outside>({
  code: 'period-outside-cycle',
  levels: ['warning'],
  scope: 'across',
  title: 'A period lies outside the dates of the cycles',
  why: 'The cycle dates say when the first cycle begins and the last one ends. Left out, the API works them out from the periods; sent, it keeps them, even where a period lies outside.',
  source: 'FACTS a.1 (targetCycleStartDate, targetCycleEndDate and their ISO twins)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targetCycleStartDate": "2027-03-02", "periods": [{ "refCode": "Cycle_1", "startDate": «period-outside-cycle:"2027-03-01"», "endDate": "2027-03-31" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targetCycleStartDate": "2027-03-01T10:30:00.000Z", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31" }] }',
  },
  *check({ group, periods }) {
    for (const outside of outsideOf(periods, cycleBounds(group))) yield outsideProblem(outside);
  },
  fix: {
    title: 'widen the cycle date.',
    *propose({ data }, model): Iterable<Fix> {
      yield widen(data, model);
    },
  },
});
