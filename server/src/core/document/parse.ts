import { endOf, type Node, type Place } from './node';
import { wordProblem } from './syntax-messages';
import type { SyntaxProblem } from './syntax-problem';
import { SyntaxReport } from './syntax-report';
import { Tokenizer, type TokenKind } from './tokenizer';
import { TreeBuilder, type Frame } from './tree-builder';

export interface ParseResult {
  /** Undefined for empty text and for text that holds no value at all. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly depth: number;
}

/**
 * Reads strict JSON from any text into a tree, with one problem per place that is wrong. Iterative, so depth costs no
 * stack; linear in the length of the text. Never throws.
 * @param start offset of the first character to read (1 behind a byte order mark).
 */
export function parse(text: string, start = 0): ParseResult {
  return new Parser(text, start).run();
}

/** Handlers answer true when the token is dealt with, false to look at it again in the changed state. */
class Parser {
  private readonly tokens: Tokenizer;
  private readonly report: SyntaxReport;
  private readonly tree = new TreeBuilder();
  /** The last token that was dealt with, comments left out. */
  private last: Place;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.tokens = new Tokenizer(text, start);
    this.report = new SyntaxReport(text);
    this.last = { offset: start, length: 0 };
  }

  run(): ParseResult {
    while (this.advance() !== 'end' && this.step());
    if (this.tokens.kind === 'end') this.atEnd();
    return { root: this.tree.root, problems: this.report.problems, depth: this.tree.depth };
  }

  /** Next token that is no comment; lexical problems and comments are reported on the way. */
  private advance(): TokenKind {
    for (;;) {
      const kind = this.tokens.next();
      for (const problem of this.tokens.takeProblems()) {
        this.markBroken();
        this.report.lexical(problem);
      }
      if (kind !== 'comment') return kind;
      if (!this.tokens.broken) this.report.comment(this.here());
    }
  }

  /** Handles the current token; false ends the reading. */
  private step(): boolean {
    if (this.tree.isDone) {
      this.report.rest(this.tokens.offset);
      return false;
    }
    while (!this.handle(this.tree.top));
    this.last = this.here();
    return true;
  }

  private handle(frame: Frame | undefined): boolean {
    if (!frame) return this.tree.isDone || this.atRoot();
    switch (frame.expect) {
      case 'key':
        return this.atKey(frame);
      case 'colon':
        return this.atColon(frame);
      case 'value':
        return frame.node.kind === 'object' ? this.atMemberValue(frame) : this.atItem(frame);
      case 'next':
        return this.behindValue(frame);
    }
  }

  private atRoot(): boolean {
    if (this.isPunctuation()) return this.fail(`${this.token()} is not expected here; "{" is.`);
    return this.beginValue();
  }

  private atKey(frame: Frame): boolean {
    switch (this.tokens.kind) {
      case '}':
        return this.close(frame);
      case ']':
        return this.closeMismatch(frame);
      case ',':
        this.fail('There is no member in front of this comma.');
        frame.node.commas.push(this.tokens.offset);
        return true;
      case ':':
      case '{':
      case '[':
        this.fail(`${this.token()} is not expected here; a key in double quotes is.`);
        return this.beginNameless(frame);
      case 'string':
        this.tree.beginMember(frame, { ...this.here(), value: this.tokens.value, broken: this.tokens.broken });
        return true;
      default: {
        this.markBroken();
        const value = this.report.unquotedKey(this.here());
        this.tree.beginMember(frame, { ...this.here(), value, broken: true });
        return true;
      }
    }
  }

  private beginNameless(frame: Frame): false {
    this.tree.beginMember(frame, { offset: this.tokens.offset, length: 0, value: '', broken: true });
    return false;
  }

  private atColon(frame: Frame): boolean {
    const { member } = frame;
    if (this.tokens.kind === ':') {
      if (member) member.colon = this.tokens.offset;
      frame.expect = 'value';
      this.report.isLost = false;
      return true;
    }
    if (this.endsMember()) return this.leaveMember(frame);
    this.markBroken();
    this.report.missingColon(this.here(), member?.key ?? this.last);
    frame.expect = 'value';
    return false;
  }

  private atMemberValue(frame: Frame): boolean {
    if (this.tokens.kind === ':') return this.fail('A colon is not expected here.');
    if (this.endsMember()) return this.leaveMember(frame);
    return this.beginValue();
  }

  private atItem(frame: Frame): boolean {
    switch (this.tokens.kind) {
      case ']':
        return this.close(frame);
      case '}':
        return this.closeMismatch(frame);
      case ',':
        this.fail('There is no value in front of this comma.');
        frame.node.commas.push(this.tokens.offset);
        return true;
      case ':':
        return this.fail('A colon is not expected in an array.');
      default:
        if (this.isKey()) return this.leaveUnclosedArray(frame);
        return this.beginValue();
    }
  }

  private behindValue(frame: Frame): boolean {
    const isObject = frame.node.kind === 'object';
    switch (this.tokens.kind) {
      case ',':
        return this.takeComma(frame, isObject ? 'key' : 'value');
      case '}':
        return isObject ? this.close(frame) : this.closeMismatch(frame);
      case ']':
        return isObject ? this.closeMismatch(frame) : this.close(frame);
      case ':':
        return this.fail('A colon is not expected here.');
      default:
        if (isObject) return this.behindMember(frame);
        return this.isKey() ? this.leaveUnclosedArray(frame) : this.missComma(frame, 'value');
    }
  }

  private behindMember(frame: Frame): boolean {
    const { kind } = this.tokens;
    if (kind === 'string' || this.tokens.isColonNext()) return this.missComma(frame, 'key');
    this.fail(`${this.token()} is not expected here; a comma or "}" is.`);
    return kind !== '{' && kind !== '[' ? true : this.beginNameless(frame);
  }

  private takeComma(frame: Frame, expect: Frame['expect']): boolean {
    frame.node.commas.push(this.tokens.offset);
    frame.expect = expect;
    this.report.isLost = false;
    return true;
  }

  private missComma(frame: Frame, expect: Frame['expect']): boolean {
    this.markBroken();
    this.report.missingComma(this.here(), this.last);
    frame.expect = expect;
    return false;
  }

  /** The member ends before it has a value. */
  private leaveMember(frame: Frame): boolean {
    this.markBroken();
    if (frame.member) this.report.missingValue(frame.member.key);
    frame.expect = this.tokens.kind === 'string' ? 'key' : 'next';
    return false;
  }

  private beginValue(): true {
    const place = this.here();
    const { kind, value, broken } = this.tokens;
    if (kind === 'word') {
      const { message, fix } = wordProblem(this.text, place);
      this.markBroken();
      this.report.fail(place, message, fix);
    }
    this.tree.add(kind, place, kind === 'string' ? value : this.text.slice(place.offset, endOf(place)), broken);
    return true;
  }

  private close(frame: Frame): boolean {
    const comma = frame.node.commas.at(-1);
    if (comma !== undefined && comma === this.last.offset) this.report.trailingComma(comma, frame.node);
    frame.node.closed = true;
    this.tree.pop(frame, this.tokens.end);
    this.report.isLost = false;
    return true;
  }

  /** A `}` in an array or a `]` in an object: closes what is open up to the one that it belongs to. */
  private closeMismatch(frame: Frame): boolean {
    const wanted = this.tokens.kind === '}' ? 'object' : 'array';
    this.markBroken();
    if (!this.tree.isOpen(wanted)) {
      // Nothing of that kind is open, so the bracket was most likely typed for the other one.
      this.report.mistypedCloser(frame.node, this.here());
      this.tree.pop(frame, this.tokens.end);
      return true;
    }
    this.report.unclosed(frame.node, this.here(), this.last);
    this.tree.pop(frame, endOf(this.last));
    return false;
  }

  /** A key where an array's value is expected: the array's bracket is missing in front of it. */
  private leaveUnclosedArray(frame: Frame): boolean {
    const isBehindComma = frame.expect === 'value' && frame.node.commas.length > 0;
    this.markBroken();
    this.report.unclosed(frame.node, this.here(), this.last);
    this.tree.pop(frame, endOf(this.last));
    const around = this.tree.top;
    if (isBehindComma && around?.node.kind === 'object') around.expect = 'key';
    return around === undefined;
  }

  private atEnd(): void {
    const frame = this.tree.top;
    if (frame) {
      // A missing value or colon in front of the end has to be mended first: brackets alone would not.
      const isMended = frame.expect === 'next' || (frame.expect === 'key' && frame.node.commas.length === 0);
      const open = this.tree.open;
      this.report.unclosedAtEnd(open, this.last, isMended);
    } else if (!this.tree.root) this.report.noValue(this.start);
    for (let open = frame; open; open = this.tree.top) {
      open.node.broken = true;
      this.tree.pop(open, endOf(this.last));
    }
  }

  private isPunctuation(): boolean {
    const { kind } = this.tokens;
    return kind === '}' || kind === ']' || kind === ',' || kind === ':';
  }

  private isKey(): boolean {
    return this.tokens.kind === 'string' && this.tokens.isColonNext();
  }

  /** True where the token belongs behind the member, or to the next one. */
  private endsMember(): boolean {
    return (this.isPunctuation() && this.tokens.kind !== ':') || this.isKey();
  }

  private fail(message: string): true {
    this.markBroken();
    this.report.fail(this.here(), message);
    return true;
  }

  private markBroken(): void {
    const frame = this.tree.top;
    if (frame) frame.node.broken = true;
  }

  private here(): { offset: number; length: number } {
    return { offset: this.tokens.offset, length: this.tokens.end - this.tokens.offset };
  }

  private token(): string {
    return this.report.shown(this.here());
  }
}
