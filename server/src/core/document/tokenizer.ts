import { tailStart } from './tail-start';
import type { TextWindow } from './text-window';
import {
  apostrophe,
  asterisk,
  backslash,
  badEscapeForm,
  blank,
  carriageReturn,
  comma,
  endOfText,
  escaped,
  escapeForm,
  foreignBlanks,
  isDigit,
  letterOrDigit,
  lineFeed,
  literals,
  mayBeEscapedJson,
  minus,
  numberForm,
  openlessJson,
  openlessText,
  openlessTime,
  punctuation,
  quote,
  quotedWord,
  slash,
  tab,
  unclosedKey,
  unescapedJson,
  wordForm,
  type TokenKind,
} from './token-forms';

/** What is wrong inside or in front of one token. Offsets are UTF-16 code units from the start of the text. */
export interface LexicalProblem {
  readonly kind: 'unclosed-string' | 'unclosed-comment' | 'bad-escape' | 'control-character' | 'foreign-blank';
  readonly offset: number;
  readonly length: number;
}

const none: readonly LexicalProblem[] = [];
/**
 * Reads JSON tokens from any text, strictly: what the grammar of RFC 8259 does not allow comes back as a `word`, or as
 * a token with an entry in `takeProblems`. Never throws; ends with `end`, and stays there.
 */
export class Tokenizer {
  kind: TokenKind = 'end';
  /** Start of the current token. */
  offset = 0;
  /** Just behind the current token. */
  end: number;
  /** The decoded text of a string; empty for every other kind. */
  value = '';
  /** True when the current string or comment is not closed, or holds a bad escape or character. */
  broken = false;
  /** Behind the furthest character that was looked at to tell where a text without closing quote ends; 0 for none. */
  furthest = 0;
  private isKeyExpected = false;
  private problems: LexicalProblem[] = [];

  private readonly text: string;
  private readonly base: number;

  /** @param start offset of the first character to read. */
  constructor(
    private readonly window: TextWindow,
    start: number,
  ) {
    this.text = window.text;
    this.base = window.base;
    this.end = start;
  }

  /** @param isKeyExpected true where a key may stand: one that lacks its closing quote then ends in front of its colon. */
  next(isKeyExpected = false): TokenKind {
    this.isKeyExpected = isKeyExpected;
    this.offset = this.skipToToken(this.end);
    this.value = '';
    this.broken = false;
    this.kind = this.offset >= this.window.end ? this.to('end', this.window.reachEnd()) : this.read();
    return this.kind;
  }

  /** The problems found since the last call. */
  takeProblems(): readonly LexicalProblem[] {
    if (this.problems.length === 0) return none;
    const taken = this.problems;
    this.problems = [];
    return taken;
  }

  /** A reader of its own that goes on behind the current token; this one stays where it is. */
  ahead(): Tokenizer {
    return new Tokenizer(this.window, this.end);
  }

  /** As `ahead`, from the current token on. */
  again(): Tokenizer {
    return new Tokenizer(this.window, this.offset);
  }

  /** As `next`, leaving out comments. */
  nextCode(isKeyExpected = false): TokenKind {
    while (this.next(isKeyExpected) === 'comment');
    return this.kind;
  }

  /** True when the next token that is no comment is a colon; reads nothing. */
  isColonNext(): boolean {
    const mark = punctuation.get(this.codeAt(this.skipBlanks(this.end)));
    return (mark ?? this.ahead().nextCode()) === ':';
  }

  private codeAt(offset: number): number {
    return this.text.charCodeAt(offset - this.base);
  }

  private charAt(offset: number): string {
    return this.text.charAt(offset - this.base);
  }

  private to(kind: TokenKind, end: number): TokenKind {
    this.end = end;
    return kind;
  }

  /** Skips blanks, also those that JSON does not know: they are reported, and the text reads as if they were blanks. */
  private skipToToken(from: number): number {
    for (let at = this.skipBlanks(from); ;) {
      const code = this.codeAt(at);
      const end = code > blank && code < 0x7f ? at : this.match(foreignBlanks, at);
      if (end === at) return at;
      this.problems.push({ kind: 'foreign-blank', offset: at, length: end - at });
      at = this.skipBlanks(end);
    }
  }

  private skipBlanks(from: number): number {
    let at = from;
    for (;;) {
      const code = this.codeAt(at);
      if (code !== blank && code !== lineFeed && code !== carriageReturn && code !== tab) return at;
      at++;
    }
  }

  private read(): TokenKind {
    const code = this.codeAt(this.offset);
    if (code === quote) return this.readString();
    const mark = punctuation.get(code);
    if (mark === '{' || mark === '[') {
      const end = mayBeEscapedJson(this.codeAt(this.offset + 1))
        ? this.longest(openlessJson, this.offset + 1)
        : this.offset + 1;
      return this.to(end > this.offset + 1 ? 'word' : mark, end);
    }
    if (mark) return this.to(mark, this.offset + 1);
    if (code === slash) return this.readComment();
    if (code === minus || isDigit(code)) return this.readNumber();
    return this.readWord();
  }

  private match(form: RegExp, from: number): number {
    form.lastIndex = from - this.base;
    return form.test(this.text) ? form.lastIndex + this.base : from;
  }

  private readNumber(): TokenKind {
    const whole = this.endOfWholeNumber();
    if (whole !== undefined) return this.to('number', whole);
    const end = this.match(numberForm, this.offset);
    // `01`, `1.`, `1e` and `1_000` are one mistake each, so the whole word is one token.
    const wordEnd = this.match(wordForm, this.offset);
    return end === wordEnd ? this.to('number', end) : this.to('word', this.longest(openlessTime, wordEnd));
  }

  /** Most numbers are a few digits with a comma or an end of line behind them. */
  private endOfWholeNumber(): number | undefined {
    let end = this.offset;
    while (isDigit(this.codeAt(end))) end++;
    const isLeadingZero = end > this.offset + 1 && this.codeAt(this.offset) === 0x30;
    const next = this.codeAt(end);
    const isEnd = next === comma || next === lineFeed || next === carriageReturn;
    return isEnd && end > this.offset && !isLeadingZero ? end : undefined;
  }

  private readWord(): TokenKind {
    if (this.codeAt(this.offset) === apostrophe) return this.to('word', this.match(quotedWord, this.offset));
    const end = Math.max(this.match(wordForm, this.offset), this.offset + 1);
    const word = end - this.offset <= 5 ? this.window.slice(this.offset, end) : '';
    const literal = literals.get(word);
    if (literal) return this.to(literal, end);
    // Directly behind a quote it is the inside of a text whose quotes lack their backslashes.
    return this.to('word', this.charAt(this.offset - 1) === '"' ? end : this.longest(openlessText, end));
  }

  private longest(form: RegExp, end: number): number {
    return Math.max(this.match(form, this.offset), end);
  }

  private readString(): TokenKind {
    let at = this.offset + 1;
    if (mayBeEscapedJson(this.codeAt(at))) {
      const whole = this.match(unescapedJson, this.offset);
      if (whole > this.offset) return this.to('word', whole);
    }
    for (;;) {
      const end = this.endOfPlain(at);
      const plain = this.window.slice(at, end);
      this.value = this.value === '' ? plain : this.value + plain;
      const code = this.codeAt(end);
      if (code === quote) return this.endsTooLate(end) ? this.unclosedString(end) : this.to('string', end + 1);
      if (code === backslash) at = this.readEscape(end);
      else if (code === lineFeed || code === carriageReturn || end >= this.window.end) return this.unclosedString(end);
      else {
        this.report('control-character', end, 1);
        this.value += this.charAt(end);
        at = end + 1;
      }
    }
  }

  /** Where the part of a string ends that stands for itself. */
  private endOfPlain(from: number): number {
    let at = from;
    for (let code = this.codeAt(at); code >= blank && code !== quote && code !== backslash;) code = this.codeAt(++at);
    return at;
  }

  private readEscape(at: number): number {
    const end = this.match(escapeForm, at);
    if (end === at) {
      const badEnd = this.match(badEscapeForm, at);
      this.report('bad-escape', at, badEnd - at);
      return badEnd;
    }
    const letter = this.charAt(at + 1);
    this.value +=
      letter === 'u' ? String.fromCharCode(parseInt(this.window.slice(at + 2, end), 16)) : (escaped[letter] ?? letter);
    return end;
  }

  /**
   * True for `"Spring, "` in `"name": "Spring, "active": true`: a quote that a letter follows and a comma precedes opens
   * the next text, so this one was never closed. For keys a colon in them tells the same.
   */
  private endsTooLate(end: number): boolean {
    if (this.match(endOfText, end + 1) > end + 1 || end + 1 >= this.window.end) return false;
    if (this.endOfUnclosedKey() !== undefined) return true;
    return this.match(letterOrDigit, end + 1) > end + 1 && tailStart(this.window, this.offset + 1, end).hasComma;
  }

  private endOfUnclosedKey(): number | undefined {
    const end = this.isKeyExpected ? this.match(unclosedKey, this.offset) : this.offset;
    return end > this.offset ? end : undefined;
  }

  /** @param limit where the text ends at the latest: the end of its line, or a quote that belongs to the next text. */
  private unclosedString(limit: number): TokenKind {
    this.furthest = limit + 2;
    const keyEnd = this.endOfUnclosedKey();
    const end = keyEnd ?? tailStart(this.window, this.offset + 1, limit).offset;
    const length = keyEnd === undefined ? this.value.length - (limit - end) : keyEnd - this.offset - 1;
    this.value = this.value.slice(0, Math.max(0, length));
    this.report('unclosed-string', this.offset, end - this.offset);
    return this.to('string', end);
  }

  private readComment(): TokenKind {
    const comment = this.commentEnd(this.offset);
    if (!comment) return this.to('word', this.offset + 1);
    if (!comment.closed) this.report('unclosed-comment', this.offset, comment.end - this.offset);
    return this.to('comment', comment.end);
  }

  private commentEnd(from: number): { end: number; closed: boolean } | undefined {
    const second = this.codeAt(from + 1);
    if (second === slash) {
      let end = from + 2;
      for (; end < this.window.end; end++) {
        const code = this.codeAt(end);
        if (code === lineFeed || code === carriageReturn) break;
      }
      return { end, closed: true };
    }
    if (second !== asterisk) return undefined;
    const close = this.text.indexOf('*/', from + 2 - this.base);
    return close < 0 ? { end: this.window.end, closed: false } : { end: close + this.base + 2, closed: true };
  }

  private report(kind: LexicalProblem['kind'], offset: number, length: number): void {
    // One finding per token: a second bad escape in one string is shown once the first is mended.
    if (!this.broken) this.problems.push({ kind, offset, length });
    this.broken = true;
  }
}
