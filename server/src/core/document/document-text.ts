import { countFirst } from './ordered';
import type { Position } from 'vscode-languageserver-types';

/** UTF-16 units of a piece when a text is cut. */
const usual = 1 << 14;

/** A part of a text that never changes; a line break of two characters is never cut. */
class Piece {
  private known: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** Where lines begin, told from the beginning of the piece: just behind each line break. */
  get lines(): readonly number[] {
    return (this.known ??= lineStartsIn(this.text));
  }
}

/** What is in front of each piece. */
interface Counts {
  readonly lines: readonly number[];
  /** Offset of the line that a piece begins in. */
  readonly lineStarts: readonly number[];
}

/**
 * A text that never changes, made of pieces that the next version of it shares, so that an edit costs what it writes and
 * a look at the list of pieces. Offsets are UTF-16 units from its beginning; lines end as in the LSP: `\n`, `\r\n` or `\r`.
 */
export class DocumentText {
  readonly length: number;
  private readonly starts: readonly number[];
  private counted: Counts | undefined;

  private constructor(
    private readonly pieces: readonly Piece[],
    private whole?: string,
  ) {
    const starts: number[] = [];
    let length = 0;
    for (const { text } of pieces) {
      starts.push(length);
      length += text.length;
    }
    this.starts = starts;
    this.length = length;
  }

  static of(text: string): DocumentText {
    return new DocumentText(cut(text), text);
  }

  /** The text as one string: where a part will do, `slice` costs less. */
  toString(): string {
    return (this.whole ??= this.pieces.map(({ text }) => text).join(''));
  }

  /** As of a string, from an offset that is none from the end. */
  slice(from: number, to = this.length): string {
    if (this.whole !== undefined) return this.whole.slice(from, to);
    let found = '';
    for (let at = lastAtOrBefore(this.starts, from); at < this.pieces.length; at++) {
      const start = this.starts[at] ?? 0;
      if (start >= to) break;
      found += this.pieces[at]?.text.slice(Math.max(0, from - start), to - start) ?? '';
    }
    return found;
  }

  /** The text with another text in the place of what stands between two ordered offsets. */
  replaced(from: number, to: number, text: string): DocumentText {
    const { pieces, starts } = this;
    let first = lastAtOrBefore(starts, from);
    let last = lastAtOrBefore(starts, to);
    const textAt = (at: number) => pieces[at]?.text ?? '';
    let merged =
      textAt(first).slice(0, from - (starts[first] ?? 0)) + text + textAt(last).slice(to - (starts[last] ?? 0));
    // The two halves of a line break come together again, and crumbs go to the piece behind.
    if (textAt(first - 1).endsWith('\r')) merged = textAt(--first) + merged;
    if (merged.endsWith('\r') || merged.length < usual / 8) merged += textAt(++last);
    return new DocumentText([...pieces.slice(0, first), ...cut(merged), ...pieces.slice(last + 1)]);
  }

  /** How many units at either end are in pieces that both texts share. */
  sharedEnds({ pieces, starts, length }: DocumentText): { readonly front: number; readonly back: number } {
    const own = this.pieces;
    const most = Math.min(own.length, pieces.length);
    let front = 0;
    while (front < most && own[front] === pieces[front]) front++;
    let back = 0;
    while (back < most - front && own[own.length - 1 - back] === pieces[pieces.length - 1 - back]) back++;
    return {
      front: front < pieces.length ? (starts[front] ?? 0) : length,
      back: back === 0 ? 0 : length - (starts.at(-back) ?? 0),
    };
  }

  get lineCount(): number {
    const { lines } = this.counts;
    return 1 + (lines.at(-1) ?? 0) + (this.pieces.at(-1)?.lines.length ?? 0);
  }

  /** Zero-based line and UTF-16 character; inside a line break it is the end of the line; clamped to the text. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const at = lastAtOrBefore(this.starts, clamped);
    const { lines: before, lineStarts } = this.counts;
    const start = this.starts[at] ?? 0;
    const lines = this.pieces[at]?.lines ?? [];
    const last = lastAtOrBefore(lines, clamped - start);
    const isInside = (lines[last] ?? Infinity) <= clamped - start;
    const lineStart = isInside ? start + (lines[last] ?? 0) : (lineStarts[at] ?? 0);
    const line = (before[at] ?? 0) + (isInside ? last + 1 : 0);
    return { line, character: this.beforeLineBreak(clamped, lineStart) - lineStart };
  }

  /** The offset of a position; a line or a character that is not there is the nearest that is. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (line < 0) return 0;
    const start = this.lineStart(line);
    if (character <= 0) return start;
    return this.beforeLineBreak(Math.min(start + character, this.lineStart(line + 1)), start);
  }

  /** Where the first line begins behind an offset; the end of the text where none does. */
  lineStartBehind(offset: number): number {
    return this.lineStart(this.positionAt(offset).line + 1);
  }

  /** Where a line begins that is there; the end of the text for the one behind the last. */
  private lineStart(line: number): number {
    if (line === 0) return 0;
    const { lines } = this.counts;
    // Of the pieces with so many lines in front of them the last may hold no line at all.
    const at = lastAtOrBefore(lines, line - 1);
    const inside = this.pieces[at]?.lines[line - 1 - (lines[at] ?? 0)];
    return inside === undefined ? this.length : (this.starts[at] ?? 0) + inside;
  }

  private beforeLineBreak(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && /[\r\n]/.test(this.slice(at - 1, at))) at--;
    return at;
  }

  private get counts(): Counts {
    if (this.counted) return this.counted;
    const lines: number[] = [];
    const lineStarts: number[] = [];
    let count = 0;
    let lineStart = 0;
    for (const [at, piece] of this.pieces.entries()) {
      lines.push(count);
      lineStarts.push(lineStart);
      count += piece.lines.length;
      const last = piece.lines.at(-1);
      if (last !== undefined) lineStart = (this.starts[at] ?? 0) + last;
    }
    return (this.counted = { lines, lineStarts });
  }
}

/** Index of the last of ordered numbers that is not above another; 0 where none is. */
const lastAtOrBefore = (numbers: readonly number[], wanted: number): number =>
  Math.max(0, countFirst(numbers, (number) => number <= wanted) - 1);

function cut(text: string): Piece[] {
  if (text.length <= 2 * usual) return [new Piece(text)];
  const pieces: Piece[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.length - from <= 2 * usual ? text.length : from + usual;
    const to = text.slice(end - 1, end + 1) === '\r\n' ? end + 1 : end;
    pieces.push(new Piece(text.slice(from, to)));
    from = to;
  }
  return pieces;
}

function lineStartsIn(text: string): number[] {
  const starts: number[] = [];
  const lineBreak = /\r\n?|\n/g;
  while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
  return starts;
}
