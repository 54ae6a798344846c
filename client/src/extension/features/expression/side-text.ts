import type { Change } from '../../../../../server/src/json-string/change';
import { decode } from '../../../../../server/src/json-string/decode';
import { editLiteral } from '../../../../../server/src/json-string/edit-literal';

/**
 * What an editor makes of the text that a JSON string stands for: every line break is one `\n`, a byte order mark at the
 * beginning is not shown, half a surrogate pair is U+FFFD. Compared are only such texts, so that what an editor cannot
 * show as it is stays as it is in the definition.
 * @param literal a JSON string, both quotes included.
 */
export function sideTextOf(literal: string): string {
  return withPlainLineBreaks(withoutMark(decode(literal).text).replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** A text with every line break written as `\n`. */
export function withPlainLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The change of the literal that makes a change of its side text; line breaks are written as the first one there is. */
export function literalChange(literal: string, { offset, length, newText }: Change): Change {
  const { text } = decode(literal);
  const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const toDecoded = decodedOffsets(text);
  const start = toDecoded(offset);
  return editLiteral(literal, {
    offset: start,
    length: toDecoded(offset + length) - start,
    newText: newText.replaceAll('\n', lineBreak),
  });
}

const mark = '\uFEFF';
const withoutMark = (text: string): string => (text.startsWith(mark) ? text.slice(mark.length) : text);

/** Where an offset of the side text is in the decoded one, which is longer by its mark and by each `\r` before a `\n`. */
function decodedOffsets(text: string): (offset: number) => number {
  const first = text.startsWith(mark) ? mark.length : 0;
  const dropped = [...text.matchAll(/\r\n/g)].map(({ index }, count) => index - first - count);
  return (offset) => first + offset + dropped.filter((at) => at < offset).length;
}
