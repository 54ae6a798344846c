import { endOf, type ArrayNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { indentAt, separatorIn, textStyle } from './text-style';

/** One edit that drops the elements behind the first so many; undefined where there are no more than that. */
export function keepItems(array: ArrayNode, count: number): Edit | undefined {
  const { items } = array;
  const last = items.at(-1);
  if (!last || count >= items.length) return undefined;
  const kept = items[count - 1];
  if (!kept) return { offset: array.offset + 1, length: array.length - 2, newText: '' };
  return { offset: endOf(kept), length: endOf(last) - endOf(kept), newText: '' };
}

/** One edit that adds elements at the end, separated as those that are there. @param items JSON texts, at least one. */
export function appendItems(text: string, array: ArrayNode, items: readonly string[]): Edit {
  const last = array.items.at(-1);
  if (!last) return fillEmpty(text, array, items);
  const separator = separatorIn(text, array);
  return { offset: endOf(last), length: 0, newText: items.map((item) => `,${separator}${item}`).join('') };
}

function fillEmpty(text: string, array: ArrayNode, items: readonly string[]): Edit {
  const { lineEnd, indent } = textStyle(text);
  const outer = indentAt(text, array.offset);
  const isOneLine = !/[\r\n]/.test(text.trim());
  const newText = isOneLine
    ? items.join(', ')
    : `${lineEnd}${outer}${indent}${items.join(`,${lineEnd}${outer}${indent}`)}${lineEnd}${outer}`;
  return { offset: array.offset + 1, length: array.length - 2, newText };
}
