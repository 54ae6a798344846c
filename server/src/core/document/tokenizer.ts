/** Kinds of token; punctuation is its own kind. `word` is anything JSON does not know: `NaN`, `01`, `'text'`, `name`. */
export type TokenKind =
  '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'true' | 'false' | 'null' | 'word' | 'comment' | 'end';

/** What is wrong inside one token. Offsets are UTF-16 code units from the start of the text. */
export interface LexicalProblem {
  readonly kind: 'unclosed-string' | 'unclosed-comment' | 'bad-escape' | 'control-character';
  readonly offset: number;
  readonly length: number;
}

const none: readonly LexicalProblem[] = [];
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const quote = 0x22;
const apostrophe = 0x27;
const asterisk = 0x2a;
const minus = 0x2d;
const slash = 0x2f;
const backslash = 0x5c;

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordForm = /[^\s{}[\]:,"/]+/y;
const plainString = /[^"\\\u0000-\u001f]*/y;
const quotedWord = /'(?:[^'\\\r\n]|\\[^\r\n])*'?/y;
const escapeForm = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Ends behind a whole character: a place never ends between the halves of a surrogate pair. */
const badEscapeForm = /\\(?:u[0-9a-fA-F]{0,3}|[^\r\n])?/uy;
const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const punctuation: Readonly<Record<string, TokenKind>> = { '{': '{', '}': '}', '[': '[', ']': ']', ':': ':', ',': ',' };
const literals: Readonly<Record<string, TokenKind>> = { true: 'true', false: 'false', null: 'null' };

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
  private problems: LexicalProblem[] = [];

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.end = start;
  }

  next(): TokenKind {
    this.offset = this.skipBlanks(this.end);
    this.value = '';
    this.broken = false;
    this.kind = this.offset >= this.text.length ? this.to('end', this.text.length) : this.read();
    return this.kind;
  }

  /** The problems found since the last call. */
  takeProblems(): readonly LexicalProblem[] {
    if (this.problems.length === 0) return none;
    const taken = this.problems;
    this.problems = [];
    return taken;
  }

  /** True when the next token that is no comment is a colon; reads nothing. */
  isColonNext(): boolean {
    let at = this.skipBlanks(this.end);
    while (this.text.charCodeAt(at) === slash) {
      const end = this.commentEnd(at);
      if (end === undefined) return false;
      at = this.skipBlanks(end.end);
    }
    return this.text[at] === ':';
  }

  private to(kind: TokenKind, end: number): TokenKind {
    this.end = end;
    return kind;
  }

  private skipBlanks(from: number): number {
    let at = from;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code !== blank && code !== lineFeed && code !== carriageReturn && code !== tab) return at;
      at++;
    }
  }

  private read(): TokenKind {
    const first = this.text[this.offset] ?? '';
    const mark = punctuation[first];
    if (mark) return this.to(mark, this.offset + 1);
    const code = first.charCodeAt(0);
    if (code === quote) return this.readString();
    if (code === slash) return this.readComment();
    if (code === minus || (code >= 0x30 && code <= 0x39)) return this.readNumber();
    return this.readWord();
  }

  private match(form: RegExp, from: number): number {
    form.lastIndex = from;
    return form.test(this.text) ? form.lastIndex : from;
  }

  private readNumber(): TokenKind {
    const end = this.match(numberForm, this.offset);
    // `01`, `1.`, `1e` and `1_000` are one mistake each, so the whole word is one token.
    const wordEnd = this.match(wordForm, this.offset);
    return end === wordEnd ? this.to('number', end) : this.to('word', wordEnd);
  }

  private readWord(): TokenKind {
    if (this.text.charCodeAt(this.offset) === apostrophe) return this.to('word', this.match(quotedWord, this.offset));
    const end = Math.max(this.match(wordForm, this.offset), this.offset + 1);
    const word = end - this.offset <= 5 ? this.text.slice(this.offset, end) : '';
    return this.to((Object.hasOwn(literals, word) ? literals[word] : undefined) ?? 'word', end);
  }

  private readString(): TokenKind {
    let at = this.offset + 1;
    for (;;) {
      const end = this.match(plainString, at);
      this.value += this.text.slice(at, end);
      const code = this.text.charCodeAt(end);
      if (code === quote) return this.to('string', end + 1);
      if (code === backslash) at = this.readEscape(end);
      else if (code === lineFeed || code === carriageReturn || end >= this.text.length) return this.unclosedString(end);
      else {
        this.report('control-character', end, 1);
        this.value += this.text[end] ?? '';
        at = end + 1;
      }
    }
  }

  private readEscape(at: number): number {
    const end = this.match(escapeForm, at);
    if (end === at) {
      const badEnd = this.match(badEscapeForm, at);
      this.report('bad-escape', at, badEnd - at);
      return badEnd;
    }
    const letter = this.text[at + 1] ?? '';
    this.value +=
      letter === 'u' ? String.fromCharCode(parseInt(this.text.slice(at + 2, end), 16)) : (escaped[letter] ?? letter);
    return end;
  }

  /** The line's end closes it, without the blanks there and without what most likely belongs to the line: `,`. */
  private unclosedString(lineEnd: number): TokenKind {
    const first = this.offset + 1;
    let end = this.skipBlanksBack(first, lineEnd);
    if (end > first && this.text[end - 1] === ',') end = this.skipBlanksBack(first, end - 1);
    this.value = this.value.slice(0, Math.max(0, this.value.length - (lineEnd - end)));
    this.report('unclosed-string', this.offset, end - this.offset);
    return this.to('string', end);
  }

  private skipBlanksBack(first: number, from: number): number {
    let end = from;
    while (end > first && (this.text.charCodeAt(end - 1) === blank || this.text.charCodeAt(end - 1) === tab)) end--;
    return end;
  }

  private readComment(): TokenKind {
    const comment = this.commentEnd(this.offset);
    if (!comment) return this.to('word', this.offset + 1);
    if (!comment.closed) this.report('unclosed-comment', this.offset, comment.end - this.offset);
    return this.to('comment', comment.end);
  }

  private commentEnd(from: number): { end: number; closed: boolean } | undefined {
    const second = this.text.charCodeAt(from + 1);
    if (second === slash) {
      let end = from + 2;
      for (; end < this.text.length; end++) {
        const code = this.text.charCodeAt(end);
        if (code === lineFeed || code === carriageReturn) break;
      }
      return { end, closed: true };
    }
    if (second !== asterisk) return undefined;
    const close = this.text.indexOf('*/', from + 2);
    return close < 0 ? { end: this.text.length, closed: false } : { end: close + 2, closed: true };
  }

  private report(kind: LexicalProblem['kind'], offset: number, length: number): void {
    // One finding per token: a second bad escape in one string is shown once the first is mended.
    if (!this.broken) this.problems.push({ kind, offset, length });
    this.broken = true;
  }
}
