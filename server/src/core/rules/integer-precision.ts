import { keyOf } from '../document/node';
import { defineRule } from './rule';

/** A fraction other than zero or an exponent makes a number no integer literal. */
const integerLiteral = /^-?\d+(?:\.0+)?$/;

export const integerPrecision = defineRule<'value', undefined>({
  code: 'integer-precision',
  levels: ['warning'],
  scope: 'value',
  nodes: 'number',
  title: 'A whole number is too large to be kept exactly',
  why: 'Beyond 9007199254740991 many JSON readers round whole numbers, so another id or value than the one written may be stored. This extension sends the digits as they stand.',
  source: 'RFC 8259 section 6; stored tills beyond it are known (FACTS a.1, preferredTillId)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "frequency": «integer-precision:9007199254740993» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "frequency": 1, "preferredTillId": 7998987987686876867 }',
  },
  check({ node, schema }) {
    if (node.kind !== 'number' || schema.readOnly || Number.isSafeInteger(node.value)) return [];
    if (!integerLiteral.test(node.text) || keyOf(node)?.value === 'preferredTillId') return [];
    return [
      {
        at: node,
        message: 'This whole number is beyond ±9007199254740991; many readers of JSON would round it.',
      },
    ];
  },
});
