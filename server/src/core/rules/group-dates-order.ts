import { swapPlaces } from '../edits/swap-places';
import { toDayText } from '../periods/day';
import { cycleBounds, lifeBounds, outsideOf } from './bounds';
import type { Facts } from './facts';
import type { DatePair, GroupFacts } from './group-facts';
import { defineRule, type Fix } from './rule';

const pairs = ['life', 'cycles', 'cyclesIso'] as const satisfies readonly (keyof GroupFacts)[];

interface Data {
  readonly facts: Facts;
  readonly which: (typeof pairs)[number];
}

export const groupDatesOrder = defineRule<'across', Data>({
  code: 'group-dates-order',
  levels: ['warning'],
  scope: 'across',
  title: 'The group, or its cycles, end before they start',
  why: 'Documentation wants the end later than the start. What the API does otherwise is not known; no period can lie between the two.',
  source: 'Documented date rules (FACTS b.10)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "fromDate": "2027-12-31", "toDate": «group-dates-order:"2027-01-01"» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "fromDate": "2027-01-01", "toDate": "2027-12-31" }',
  },
  *check(facts) {
    for (const which of pairs) {
      const { start, end, names } = facts.group[which];
      if (start.value === undefined || end.value === undefined || start.value <= end.value) continue;
      yield {
        at: end.at,
        message: `${names.end} is ${toDayText(end.value)}, before ${names.start} ${toDayText(start.value)}; it is expected on the same day or later.`,
        related: [{ at: start.at, message: `${names.start} stands here.` }],
        data: { facts, which },
      };
    }
  },
  fix: {
    title: 'swap the two dates, where no period then lies outside them.',
    *propose({ data: { facts, which } }, { text }): Iterable<Fix> {
      const { start, end } = facts.group[which];
      if (!isSwapHarmless(facts, which)) return;
      yield { title: 'Swap the two dates', edits: swapPlaces(text, start.at, end.at), preferred: true };
    },
  },
});

/** While they are reversed nothing is measured by them; swapped, they must not put a period outside. */
function isSwapHarmless({ group, periods }: Facts, which: Data['which']): boolean {
  const { names, start, end }: DatePair = group[which];
  const swapped = {
    ...group,
    [which]: { names, start: { ...start, value: end.value }, end: { ...end, value: start.value } },
  };
  const before = new Set(placesOf(group, periods));
  return placesOf(swapped, periods).every((place) => before.has(place));
}

function placesOf(group: GroupFacts, periods: Facts['periods']): string[] {
  return [...outsideOf(periods, [...lifeBounds(group), ...cycleBounds(group)])].map(
    ({ period, bound }) => `${period.index} ${bound.name}`,
  );
}
