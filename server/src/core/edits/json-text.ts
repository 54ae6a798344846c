import type { ArrayNode, ObjectNode } from '../document/node';
import { colonIn, indentAt, separatorIn, textStyle } from './text-style';

/** A value to be written: JSON text for what has no parts, else its members or elements. */
export type Written = string | readonly Written[] | { readonly [name: string]: Written };

/**
 * A value as its neighbours in this container are written: over several lines with the file's indentation where they
 * stand on lines of their own, else on one line, with blanks where they have them.
 */
export function jsonTextIn(text: string, container: ObjectNode | ArrayNode, value: Written): string {
  const separator = separatorIn(text, container);
  const colon = colonIn(text, container);
  const isEmpty = (container.kind === 'object' ? container.members : container.items).length === 0;
  const isMultiLine = isEmpty ? /[\r\n]/.test(text.trim()) : /[\r\n]/.test(separator);
  if (!isMultiLine) return oneLine(value, colon);
  const { indent, lineEnd } = textStyle(text);
  const base = isEmpty ? indentAt(text, container.offset) + indent : (/[ \t]*$/.exec(separator)?.[0] ?? '');
  return lines(value, { colon, indent, lineEnd }, base);
}

/** A value on lines of its own, two blanks to a step. */
export function jsonText(value: Written): string {
  return lines(value, { colon: ': ', indent: '  ', lineEnd: '\n' }, '');
}

interface Layout {
  readonly colon: string;
  readonly indent: string;
  readonly lineEnd: string;
}

function partsOf(value: Exclude<Written, string>, write: (part: Written) => string, colon: string): readonly string[] {
  if (isList(value)) return value.map(write);
  return Object.entries(value).map(([name, part]) => JSON.stringify(name) + colon + write(part));
}

const isList = (value: Exclude<Written, string>): value is readonly Written[] => Array.isArray(value);

function oneLine(value: Written, colon: string): string {
  if (typeof value === 'string') return value;
  const isSpaced = /\s/.test(colon);
  const parts = partsOf(value, (part) => oneLine(part, colon), colon).join(isSpaced ? ', ' : ',');
  if (isList(value)) return `[${parts}]`;
  return isSpaced && parts !== '' ? `{ ${parts} }` : `{${parts}}`;
}

function lines(value: Written, layout: Layout, base: string): string {
  if (typeof value === 'string') return value;
  const inner = base + layout.indent;
  const parts = partsOf(value, (part) => lines(part, layout, inner), layout.colon);
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const rows = parts.map((part) => layout.lineEnd + inner + part).join(',');
  return open + rows + layout.lineEnd + base + close;
}
