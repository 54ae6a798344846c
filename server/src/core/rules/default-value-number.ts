import { memberOf, type Node } from '../document/node';
import { isUnread } from '../schema/validate';
import { isDecimal } from './decimal';
import { defaultValuesOf } from './default-value';
import { defineRule, type Problem } from './rule';
import { described } from './wording';

function problemOf(entry: Node, isWhole: boolean): Problem<undefined> | undefined {
  if (entry.kind !== 'object') return undefined;
  const member = memberOf(entry, 'defaultValue');
  const value = member?.value;
  if (!value || value.kind === 'null') {
    if (!isWhole) return undefined;
    const what = value ? 'defaultValue is null' : 'This entry has no defaultValue';
    return { at: entry, message: `${what}; a number, or a text that holds one, is expected.` };
  }
  if (isUnread(value) || value.kind === 'number') return undefined;
  if (value.kind === 'string' && isDecimal(value.value)) return undefined;
  return {
    at: value,
    message: `defaultValue is ${described(value)}; a number, or a text that holds one, is expected.`,
  };
}

export const defaultValueNumber = defineRule<'part', undefined>({
  code: 'default-value-number',
  levels: ['error'],
  scope: 'part',
  parts: ['target'],
  title: 'A default value is no number',
  why: 'The default value is what customers have to reach in a period. Bodies hold it as a number or as a text with a number; nothing else can be read as one.',
  source: 'FACTS a.4 and b.3',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "defaultValues": [{ "defaultValue": «default-value-number:"1,000"» }] }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "defaultValues": [{ "defaultValue": "1000" }] }] }',
  },
  *check(target) {
    for (const { unread } of defaultValuesOf(target))
      for (const entry of unread) {
        const problem = problemOf(entry, target.isWhole);
        if (problem) yield problem;
      }
  },
});
