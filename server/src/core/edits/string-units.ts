import type { Place, StringNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';

/**
 * Offset in the document of a UTF-16 unit of a string's value; the closing quote's for the unit behind the last. An
 * escape stands for one unit, so a value written with escapes keeps them.
 */
export function offsetOfUnit(text: string, literal: Place, unit: number): number {
  let at = literal.offset + 1;
  for (let index = 0; index < unit; index++) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  return at;
}

/** One edit that replaces the units from `start` up to `end` of a string's value; the rest keeps its spelling. */
export function replaceUnits(text: string, literal: Place, start: number, end: number, newText: string): Edit {
  const offset = offsetOfUnit(text, literal, start);
  return { offset, length: offsetOfUnit(text, literal, end) - offset, newText: JSON.stringify(newText).slice(1, -1) };
}

/** Edits that remove the blanks at both ends of a string's value; none where there are none. */
export function trimEnds(text: string, literal: StringNode): Edit[] {
  const { value } = literal;
  const start = value.length - value.trimStart().length;
  const end = value.trimEnd().length;
  return [
    ...(start > 0 ? [replaceUnits(text, literal, 0, start, '')] : []),
    ...(end < value.length ? [replaceUnits(text, literal, end, value.length, '')] : []),
  ];
}
