import type { Node } from '../document/node';
import { roundedText } from './decimal';
import { defaultValuesOf, type DefaultValue } from './default-value';
import { defineRule, type Fix } from './rule';
import { clipped } from './wording';

/** What is counted in whole numbers. */
const whole: ReadonlySet<string> = new Set(['COUNT', 'VISIT', 'QUANTITY']);

export const defaultValueDecimal = defineRule<'part', DefaultValue>({
  code: 'default-value-decimal',
  levels: ['information'],
  scope: 'part',
  parts: ['target'],
  title: 'A count has a fraction',
  why: 'Bills, events, days and items are counted in whole numbers, so a value with a fraction is reached at the next whole number. The user guide allows fractions for amounts and sums only.',
  source: 'The user guide (FACTS b.3)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Visits", "targetEntity": "TRANSACTION", "targetType": "VISIT", "enrolmentMethod": "IMPORT", "defaultValues": [{ "defaultValue": «default-value-decimal:2.5» }] }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Visits", "targetEntity": "TRANSACTION", "targetType": "VISIT", "enrolmentMethod": "IMPORT", "defaultValues": [{ "defaultValue": "2.00" }] }] }',
  },
  *check(target) {
    const type = target.choice('targetType')?.value;
    if (type === undefined || !whole.has(type)) return;
    for (const value of defaultValuesOf(target).flatMap(({ fractions }) => fractions))
      yield {
        at: value.node,
        message: `defaultValue is ${clipped(value.text)}, but ${type} counts in whole numbers.`,
        data: value,
      };
  },
  fix: {
    title: 'round it.',
    *propose({ data: { node, text } }): Iterable<Fix> {
      const rounded = roundedText(text);
      const newText = writtenAs(node, rounded);
      yield {
        title: `Round to ${rounded}`,
        edits: [{ offset: node.offset, length: node.length, newText }],
        preferred: true,
      };
    },
  },
});

/** A number stays a number, a text a text. */
function writtenAs(node: Node, digits: string): string {
  return node.kind === 'string' ? JSON.stringify(digits) : digits;
}
