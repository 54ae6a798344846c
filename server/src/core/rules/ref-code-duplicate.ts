import { endOf } from '../document/node';
import type { Facts } from './facts';
import { codeLiteral, nextFreeCode } from './next-code';
import type { PeriodFacts } from './period-facts';
import { defineRule, type Fix } from './rule';
import { quoted } from './wording';

interface Data {
  readonly facts: Facts;
  readonly later: PeriodFacts;
}

/** The codes that were last seen to be no duplicates, in their order: most keys change none, and comparing is quick. */
let unlike: readonly string[] = [];

export const refCodeDuplicate = defineRule<'across', Data>({
  code: 'ref-code-duplicate',
  levels: ['warning'],
  scope: 'across',
  title: 'A reference code stands twice in one group',
  why: 'Enrolment calls name a period by its reference code, and the API stores it as text, so 5 and "5" are the same. With two of the same nobody can say which period is meant.',
  source: 'FACTS a.3 (refCode)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "5", "startDate": "2027-03-01", "endDate": "2027-03-31" }, { "refCode": «ref-code-duplicate:5», "startDate": "2027-04-01", "endDate": "2027-04-30" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "5", "startDate": "2027-03-01", "endDate": "2027-03-31" }, { "refCode": 6, "startDate": "2027-04-01", "endDate": "2027-04-30" }] }',
  },
  *check(facts) {
    const { periods } = facts;
    if (periods.length === unlike.length && periods.every(({ refCode }, at) => refCode.value === unlike[at])) return;
    const seen = new Map<string, PeriodFacts>();
    for (const period of periods) {
      const { value, at } = period.refCode;
      if (value === undefined) continue;
      const first = seen.get(value);
      if (!first) seen.set(value, period);
      else
        yield {
          at,
          message: `refCode is ${quoted(value)}, as that of period ${first.index + 1}; each period of a group needs one of its own.`,
          related: [{ at: first.refCode.at, message: 'The same code stands here first.' }],
          data: { facts, later: period },
        };
    }
    if (seen.size === periods.length) unlike = [...seen.keys()];
  },
  fix: {
    title: 'renumber it.',
    *propose({ data: { facts, later } }, { text }): Iterable<Fix> {
      const { at, value = '' } = later.refCode;
      const taken = new Set(facts.periods.flatMap(({ refCode }) => refCode.value ?? []));
      const next = nextFreeCode(value, taken);
      const newText = codeLiteral(next, text.slice(at.offset, endOf(at)));
      yield {
        title: `Change to ${quoted(next)}`,
        edits: [{ offset: at.offset, length: at.length, newText }],
        preferred: true,
      };
    },
  },
});
