import { endOf, type ArrayNode, type Node } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { jsonTextIn } from '../edits/json-text';
import { objectLike } from '../edits/object-like';
import { appendItems } from '../edits/resize-array';
import { defaultValueOf } from './default-value';

/**
 * One edit that adds so many default values, each the last one that is a number, in the layout of the last entry; 1 where
 * there is none. Nothing else of that entry is repeated: an id, or a mistake, stays the only one.
 * @param given a JSON number to be written instead.
 */
export function padValues(text: string, values: ArrayNode, count: number, given?: string): Edit {
  const last = values.items.findLast(isRepeatable);
  const node = last && defaultValueOf(last)?.node;
  const value = given ?? (node ? text.slice(node.offset, endOf(node)) : '1');
  const item =
    last?.kind === 'object'
      ? objectLike(text, last, [['defaultValue', value]])
      : jsonTextIn(text, values, { defaultValue: value });
  return appendItems(
    text,
    values,
    Array.from({ length: count }, () => item),
  );
}

/** A number that readers of JSON round would be warned of once more. */
function isRepeatable(entry: Node): boolean {
  const node = defaultValueOf(entry)?.node;
  return (
    node !== undefined && (node.kind !== 'number' || !Number.isInteger(node.value) || Number.isSafeInteger(node.value))
  );
}
