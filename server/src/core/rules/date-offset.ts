import { keyOf } from '../document/node';
import { readDateText, utcDayShift } from '../periods/date-text';
import { addDays, toDayText } from '../periods/day';
import { defineRule } from './rule';

export const dateOffset = defineRule<'value', undefined>({
  code: 'date-offset',
  levels: ['hint'],
  scope: 'value',
  nodes: 'string',
  keyword: 'format',
  title: 'In UTC this is another day',
  why: 'The API keeps a day without a time. Which one it keeps of a moment whose day differs in UTC has not been seen; a date alone, or one in UTC, leaves no doubt.',
  source: 'FACTS a.3 (no answer to a body with offsets is known)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "fromDate": «date-offset:"2027-03-01T00:00:00+05:30"» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "fromDate": "2027-03-01T09:00:00+05:30" }',
  },
  check({ node, schema }) {
    if (node.kind !== 'string' || schema.format !== 'date-time') return [];
    const date = readDateText(node.value);
    if (date.kind !== 'date') return [];
    const shift = utcDayShift(date);
    if (shift === 0) return [];
    const utc = addDays(date.day, shift);
    const side = shift === -1 ? 'the day before' : 'the day after';
    const name = keyOf(node)?.value ?? 'The date';
    return [
      {
        at: node,
        message: `${name} is written as ${toDayText(date.day)}, but in UTC it is ${side}${utc === undefined ? '' : ` (${toDayText(utc)})`}; which of the two the API stores is not known.`,
      },
    ];
  },
});
