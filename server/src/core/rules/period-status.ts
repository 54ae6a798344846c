import type { ObjectNode } from '../document/node';
import { removeKey } from '../edits/remove-member';
import { defineRule, type Fix } from './rule';

/** What documentation lists, and no answer ever holds. */
const neverSeen: ReadonlyMap<string, string> = new Map([
  ['UPCOMING', 'NOT_STARTED'],
  ['LIVE', 'RUNNING'],
]);

export const periodStatus = defineRule<'part', ObjectNode>({
  code: 'period-status',
  levels: ['hint'],
  scope: 'part',
  parts: ['period'],
  title: 'A status that the API works out itself',
  why: 'The API works the status out from the dates and ignores what is sent. These two are documented, but no answer holds them.',
  source: 'FACTS a.3 (periodStatus)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31", "periodStatus": «period-status:"UPCOMING"» }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-01", "endDate": "2027-03-31" }] }',
  },
  *check(period) {
    const status = period.choice('periodStatus');
    const stored = status && neverSeen.get(status.value);
    if (!status || stored === undefined) return;
    yield {
      at: status.node,
      message: `periodStatus is ${status.value}; the API works it out from the dates, and calls this ${stored}.`,
      data: period.node,
    };
  },
  fix: {
    title: 'remove it.',
    all: true,
    *propose({ data: period }, { text }): Iterable<Fix> {
      yield { title: 'Remove periodStatus', edits: removeKey(text, period, 'periodStatus'), preferred: true };
    },
  },
});
