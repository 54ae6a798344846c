import { Lookahead, type Look } from './lookahead';
import { endOf, type ContainerKind, type Place } from './node';
import type { SyntaxFix } from './syntax-problem';
import { SyntaxReport } from './syntax-report';
import type { TextWindow } from './text-window';
import type { TokenKind } from './token-forms';
import { Tokenizer } from './tokenizer';
import { TreeBuilder, type Frame } from './tree-builder';

/** Where the reading stands: the token in hand, the tree so far, and what was wrong on the way. */
export class ParserState {
  readonly tokens: Tokenizer;
  readonly report: SyntaxReport;
  private readonly lookahead = new Lookahead();
  /** The last token that was dealt with, comments left out. */
  last: Place;

  constructor(
    private readonly text: TextWindow,
    start: number,
    readonly tree: TreeBuilder = new TreeBuilder(),
  ) {
    this.tokens = new Tokenizer(text, start);
    this.report = new SyntaxReport(text);
    this.last = { offset: start, length: 0 };
  }

  /** Next token that is no comment; lexical problems and comments are reported on the way. */
  advance(): TokenKind {
    for (;;) {
      const top = this.tree.top;
      const kind = this.tokens.next(top?.node.kind === 'object' && (top.expect === 'key' || top.expect === 'next'));
      this.lookahead.sawTo(this.tokens);
      for (const problem of this.tokens.takeProblems()) {
        this.markBroken();
        this.report.lexical(problem);
      }
      if (kind !== 'comment') return kind;
      if (!this.tokens.broken) this.report.comment(this.here());
    }
  }

  /** Reports the current token; always true, so that a handler can say that it is dealt with. */
  fail(message: string, fix?: SyntaxFix): true {
    this.markBroken();
    this.report.fail(this.here(), message, fix);
    return true;
  }

  markBroken(): void {
    const frame = this.tree.top;
    if (frame) frame.node.broken = true;
  }

  here(): { offset: number; length: number } {
    return { offset: this.tokens.offset, length: this.tokens.end - this.tokens.offset };
  }

  get looks(): readonly Look[] {
    return this.lookahead.looks;
  }

  /** The current token's own text. */
  written(): string {
    return this.text.slice(this.tokens.offset, this.tokens.end);
  }

  /** The current token as a message shows it. */
  shown(): string {
    return this.report.shown(this.here());
  }

  isPunctuation(): boolean {
    const { kind } = this.tokens;
    return kind === '}' || kind === ']' || kind === ',' || kind === ':';
  }

  /** True at a text that a colon follows. */
  isKey(): boolean {
    return this.tokens.kind === 'string' && this.tokens.isColonNext();
  }

  /** True directly behind a comma of this object or array. */
  isBehindComma({ node }: Frame): boolean {
    return node.lastComma === this.last.offset;
  }

  /** Just behind the last token, or in front of it where it is a comma. */
  endOfLastValue(): number {
    return this.tree.top && this.isBehindComma(this.tree.top) ? this.last.offset : endOf(this.last);
  }

  /** How far the text makes sense from the current token on, if this were open and that expected. */
  readonly reachFrom = (open: readonly ContainerKind[], expect: Frame['expect']): number =>
    this.lookahead.reach(this.tokens.again(), open, expect);

  /** The same without the current token. */
  readonly reachBehind = (open: readonly ContainerKind[], expect: Frame['expect']): number =>
    this.lookahead.reach(this.tokens.ahead(), open, expect);
}
