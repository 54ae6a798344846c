import type { Place } from '../document/node';
import type { Part } from './part';
import { defineRule } from './rule';

const limit = 100;

interface Count {
  readonly at: Place;
  readonly says: string;
}

/** The counts over the limit, those that are written as numbers first: they stay where they are while periods are typed. */
function tooMany(group: Part): Count[] {
  const numbers = ['totalPeriods', 'recurringCycles'].flatMap((name) => {
    const number = group.number(name);
    return number && number.value > limit ? [{ at: number.node, says: `${name} is ${number.value}` }] : [];
  });
  const periods = group.isWhole ? group.array('periods') : undefined;
  if (!periods || periods.value.items.length <= limit) return numbers;
  return [...numbers, { at: periods.key, says: `the number of periods is ${periods.value.items.length}` }];
}

export const cycleLimit = defineRule<'part', undefined>({
  code: 'cycle-limit',
  levels: ['warning'],
  scope: 'part',
  parts: ['group'],
  title: 'There are more than 100 cycles',
  why: 'The documentation gives 100 cycles as the most a group can have; what the API does with more is not known.',
  source: 'FACTS a.1 (recurringCycles, periods)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": «cycle-limit:104» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 100 }',
  },
  *check(group) {
    const [first, ...others] = tooMany(group);
    if (!first) return;
    const says = [first, ...others].map((count) => count.says).join(', and ');
    yield {
      at: first.at,
      message: `${says}; at most ${limit} cycles are documented.`,
      related: others.map((count) => ({ at: count.at, message: `Here ${count.says}.` })),
    };
  },
});
