import { onOneLine } from './cycles';

/** A text of the document in Markdown, on one line: nothing in it is read as Markdown or HTML. Empty for an empty one. */
export function codeSpan(text: string, most?: number): string {
  const line = onOneLine(text, most);
  if (line.trim() === '') return '';
  const fence = fenceFor(line, 1);
  const blank = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}

/** Lines of the document in Markdown, each as it is. */
export function codeBlock(lines: readonly string[]): string {
  const text = lines.map((line) => line.replace(/[\p{C}\s]/gu, ' ')).join('\n');
  const fence = fenceFor(text, 3);
  return `${fence}text\n${text}\n${fence}`;
}

/** Longer than any row of backticks in the text. */
function fenceFor(text: string, least: number): string {
  const rows = text.match(/`+/g) ?? [];
  return '`'.repeat(rows.reduce((longest, { length }) => Math.max(longest, length + 1), least));
}
