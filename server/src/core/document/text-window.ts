import type { DocumentText } from './document-text';

/** A stretch of a text, read by offsets of the whole text. */
export class TextWindow {
  /** True once something behind its end was asked for, where the text goes on. */
  isExceeded = false;

  /** @param base offset of its first character. @param isLast true where the text ends with it. */
  constructor(
    readonly text: string,
    readonly base = 0,
    private readonly isLast = true,
  ) {}

  /** Just behind its last character. */
  get end(): number {
    return this.base + this.text.length;
  }

  slice(from: number, to = this.end): string {
    return this.text.slice(from - this.base, to - this.base);
  }

  /** To be told when the reading has come to the end. @returns where that is. */
  reachEnd(): number {
    this.isExceeded ||= !this.isLast;
    return this.end;
  }
}

/**
 * The text from an offset to the end of the line that another is in. No token but a comment goes beyond its line, so what
 * is read in it, up to its end, is what would be read in the whole text.
 */
export function windowOf(content: DocumentText, from: number, to: number): TextWindow {
  const end = content.lineStartBehind(Math.min(to, content.length));
  return new TextWindow(content.slice(from, end), from, end === content.length);
}
