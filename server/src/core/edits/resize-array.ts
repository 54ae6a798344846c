import { endOf, type ArrayNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { indentAt, separatorIn, textStyle } from './text-style';

/**
 * One edit that brings an array to `count` elements: repeats the last element's text, or drops elements from the end.
 * @param emptyItem JSON text of an element, for an array that has none.
 * @returns undefined when the array has that many elements already.
 */
export function resizeArray(text: string, array: ArrayNode, count: number, emptyItem: string): Edit | undefined {
  const { items } = array;
  const last = items.at(-1);
  if (count === items.length) return undefined;
  if (!last) return fillEmpty(text, array, count, emptyItem);
  if (count === 0) return { offset: array.offset + 1, length: array.length - 2, newText: '' };
  const kept = items[count - 1];
  if (kept) return { offset: endOf(kept), length: endOf(last) - endOf(kept), newText: '' };
  const item = text.slice(last.offset, endOf(last));
  const newText = `,${separatorIn(text, array)}${item}`.repeat(count - items.length);
  return { offset: endOf(last), length: 0, newText };
}

function fillEmpty(text: string, array: ArrayNode, count: number, item: string): Edit {
  const { lineEnd, indent } = textStyle(text);
  const outer = indentAt(text, array.offset);
  const items = Array.from({ length: count }, () => item);
  const isOneLine = !/[\r\n]/.test(text.trim());
  const newText = isOneLine
    ? items.join(', ')
    : `${lineEnd}${outer}${indent}${items.join(`,${lineEnd}${outer}${indent}`)}${lineEnd}${outer}`;
  return { offset: array.offset + 1, length: array.length - 2, newText };
}
