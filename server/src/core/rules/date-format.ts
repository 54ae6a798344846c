import { keyOf } from '../document/node';
import { readDateText, type DateProblem } from '../periods/date-text';
import { defineRule } from './rule';
import { quoted } from './wording';

function expectation(problem: DateProblem): string {
  switch (problem.kind) {
    case 'form':
      return 'a date like 2027-01-31, or 2027-01-31T00:00:00.000Z, is expected';
    case 'day':
      return problem.days > 0 ? `that month has ${problem.days} days` : 'the calendar has no such day';
    case 'time':
      return 'hours run from 00 to 23, minutes and seconds from 00 to 59';
    case 'offset':
      return 'an offset is hours from 00 to 23 and minutes from 00 to 59';
  }
}

export const dateFormat = defineRule<'value', undefined>({
  code: 'date-format',
  levels: ['error'],
  scope: 'value',
  nodes: 'string',
  keyword: 'format',
  title: 'A text is no date',
  why: 'The API reads dates as year, month and day, with or without time and zone, and refuses a body with anything else. A day that the calendar does not have can never be meant.',
  source: 'The formats of documentation and accepted bodies (FACTS a.3)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "fromDate": «date-format:"2027-02-30"» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "fromDate": "2027-02-28T00:00:00.000Z" }',
  },
  check({ node, schema }) {
    if (node.kind !== 'string' || schema.format !== 'date-time') return [];
    const date = readDateText(node.value);
    if (date.kind === 'date') return [];
    const name = keyOf(node)?.value ?? 'The date';
    return [{ at: node, message: `${name} is ${quoted(node.value)}; ${expectation(date)}.` }];
  },
});
