import { field } from '../../generated/fields.generated';
import { endOf, memberOf, type Node } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { spanOf } from '../rules/period-facts';
import { counted } from '../rules/wording';
import type { Outcome } from './generator';
import type { Subject } from './subject';

/** Puts the periods into the order of their days, and the values of every target into the same. */
export function sortPeriods({ model: { text }, facts, periodNodes, targetNodes }: Subject): Outcome {
  const spans = facts.periods.flatMap((period, index) => {
    const span = spanOf(period);
    return span ? [{ ...span, index }] : [];
  });
  if (spans.length < periodNodes.length) return { reason: 'A period has no days by which it could be sorted.' };
  const order = spans.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index).map(({ index }) => index);
  if (order.every((from, index) => from === index)) return { reason: 'The periods are in the order of their days.' };
  const lists: (readonly Node[])[] = [periodNodes];
  for (const [index, target] of targetNodes.entries()) {
    const values = memberOf(target, field.defaultValues)?.value;
    if (!values || values.kind === 'null') continue;
    if (values.kind !== 'array' || values.items.length !== order.length)
      return {
        reason: `Target ${index + 1} does not have ${counted(order.length, 'default value')}, one for each period.`,
      };
    lists.push(values.items);
  }
  return lists.flatMap((items) => rearranged(text, items, order));
}

/** Edits that write, into the place of each element, the one that `order` names for it. */
function rearranged(text: string, items: readonly Node[], order: readonly number[]): Edit[] {
  return items.flatMap((item, index) => {
    const from = items[order[index] ?? index];
    if (!from || from === item) return [];
    return [{ offset: item.offset, length: item.length, newText: text.slice(from.offset, endOf(from)) }];
  });
}
