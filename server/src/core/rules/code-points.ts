import type { StringNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { replaceUnits } from '../edits/string-units';

/** Length of a text as the API counts it: an emoji outside the basic plane is one character (RULES, lengths). */
export function countCodePoints(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** The first so many code points. */
export function firstCodePoints(text: string, count: number): string {
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');
}

/** One edit that keeps the beginning of a text as it is spelt, and puts `ending` in place of the rest. */
export function cutAfter(text: string, literal: StringNode, kept: string, ending = ''): Edit {
  return replaceUnits(text, literal, kept.length, literal.value.length, ending);
}
