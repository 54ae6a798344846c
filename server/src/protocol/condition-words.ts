import { joined, ours, say, type Phrase } from './phrase';

const owners: Readonly<Record<string, string>> = {
  currentTxn: 'the transaction’s',
  currentLineItem: 'the line item’s',
  currentCustomer: 'the customer’s',
  currentEvent: 'the event’s',
};

const relations: Readonly<Record<string, string>> = {
  '>': 'is over',
  '<': 'is under',
  '>=': 'is at least',
  '<=': 'is at most',
  '=': 'is',
  '==': 'is',
  '!=': 'is not',
};

const comparison = /^(\w+)\.(\w+)\s*(>=|<=|==|!=|=|>|<)\s*(-?\d+(?:\.\d+)?|"[^"\\]*")$/;

/**
 * A condition of one comparison, or of two that are joined, in words: "the transaction’s value is over 500". Undefined for
 * every other one.
 */
export function conditionInWords(condition: string): Phrase | undefined {
  const [first = '', operator, second, ...more] = condition.split(/\s*(&&|\|\|)\s*/);
  const one = comparisonInWords(first);
  if (one === undefined || operator === undefined) return one;
  const other = comparisonInWords(second ?? '');
  return other && more.length === 0 ? joined([one, other], operator === '&&' ? ' and ' : ' or ') : undefined;
}

function comparisonInWords(text: string): Phrase | undefined {
  const bare = text.trim().replace(/^\((.*)\)$/, '$1');
  const [, owner = '', attribute, sign = '', value = ''] = comparison.exec(bare) ?? [];
  if (attribute === undefined || !Object.hasOwn(owners, owner)) return undefined;
  return say`${ours(owners[owner] ?? '')} ${attribute} ${ours(relations[sign] ?? '')} ${value}`;
}
