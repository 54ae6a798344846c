import { behindComma, type Look } from './lookahead';
import { endOf, type Node } from './node';
import { ParserState } from './parser-state';
import { beginImplied, braceAsKey, closeMismatch, closesTooEarly, isOpenerMissing, keyInArray } from './recovery';
import { TextWindow } from './text-window';
import { wordProblem } from './syntax-messages';
import type { SyntaxProblem } from './syntax-problem';
import type { Frame } from './tree-builder';

export interface ParseResult {
  /** Undefined for empty text and for text that holds no value at all. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly depth: number;
  /** How far the text was looked at to choose between repairs. */
  readonly looks: readonly Look[];
}

/**
 * Reads strict JSON from any text into a tree, with one problem per place that is wrong. Iterative, so depth costs no
 * stack; linear in the length of the text. Never throws.
 * @param start offset of the first character to read (1 behind a byte order mark).
 */
export function parse(text: string, start = 0): ParseResult {
  const state = new ParserState(new TextWindow(text), start);
  new Parser(state).run();
  return resultOf(state, start);
}

/** What was read, once the text, or a root, has come to its end. */
export function resultOf(state: ParserState, start: number): ParseResult {
  if (state.tokens.kind === 'end') atEnd(state, start);
  return { root: state.tree.root, problems: state.report.problems, depth: state.tree.depth, looks: state.looks };
}

/**
 * Reads on from a state in the middle of a text, until it is told to stop behind a token.
 * @returns false where the text, or a root, came to its end before.
 */
export function parseUntil(state: ParserState, isDone: () => boolean): boolean {
  return new Parser(state).run(isDone);
}

/** Handlers answer true when the token is dealt with, false to look at it again in the changed state. */
class Parser {
  constructor(private readonly state: ParserState) {}

  run(isDone?: () => boolean): boolean {
    while (this.state.advance() !== 'end' && this.step()) if (isDone?.()) return true;
    return false;
  }

  /** Handles the current token; false ends the reading. */
  private step(): boolean {
    const { state } = this;
    if (state.tree.isDone) {
      state.report.rest(state.tokens.offset);
      return false;
    }
    while (!this.handle(state.tree.top));
    state.last = state.here();
    return true;
  }

  private handle(frame: Frame | undefined): boolean {
    if (!frame) return this.state.tree.isDone || this.atRoot();
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
    const { state } = this;
    if (state.isPunctuation()) return state.fail(`${state.shown()} is not expected here; "{" is.`);
    if (state.isKey()) return beginImplied(state, 'object');
    // Words in front of the definition (`export default`, `# comment`) must not take its place.
    if (state.tokens.kind === 'word' && state.tokens.ahead().nextCode() !== 'end')
      return state.fail(`${state.shown()} is not expected here; "{" is.`);
    return this.beginValue();
  }

  private atKey(frame: Frame): boolean {
    const { state } = this;
    const { tokens, tree } = state;
    switch (tokens.kind) {
      case '}':
        return this.close(frame);
      case ']':
        return closeMismatch(state, frame);
      case ',':
        return this.surplusComma(frame, 'member');
      case '{':
        return braceAsKey(state, frame, `"{" is not expected here; a key in double quotes is.`);
      case ':':
      case '[':
        state.fail(`${state.shown()} is not expected here; a key in double quotes is.`);
        tree.beginNameless(frame, tokens.offset);
        return false;
      case 'string':
        return this.beginMember(frame, tokens.value, tokens.broken);
      default: {
        state.markBroken();
        return this.beginMember(frame, state.report.unquotedKey(state.here()), true);
      }
    }
  }

  private beginMember(frame: Frame, value: string, broken: boolean): true {
    this.state.tree.beginMember(frame, this.state.here(), value, broken);
    return true;
  }

  private atColon(frame: Frame): boolean {
    const { state } = this;
    const { member } = frame;
    if (state.tokens.kind === ':') {
      state.report.isLost = false;
      return this.takeColon(frame);
    }
    if (this.endsMember()) return this.leaveMember(frame);
    state.markBroken();
    if (['=', '=>', ';'].includes(state.written())) {
      state.report.mistypedColon(state.here());
      return this.takeColon(frame);
    }
    state.report.missingColon(state.here(), member?.key ?? state.last);
    frame.expect = 'value';
    return false;
  }

  private takeColon(frame: Frame): true {
    if (frame.member) frame.member.colon = this.state.tokens.offset;
    frame.expect = 'value';
    return true;
  }

  private atMemberValue(frame: Frame): boolean {
    if (this.state.tokens.kind === ':') return this.surplusColon();
    if (!this.endsMember()) return this.beginValue();
    const missing = isOpenerMissing(this.state);
    return missing === undefined ? this.leaveMember(frame) : beginImplied(this.state, missing);
  }

  private atItem(frame: Frame): boolean {
    const { state } = this;
    switch (state.tokens.kind) {
      case ']':
        return this.close(frame);
      case '}':
        return closeMismatch(state, frame);
      case ',':
        return this.surplusComma(frame, 'value');
      case ':':
        return state.fail('A colon is not expected in an array.');
      default:
        return state.isKey() ? keyInArray(state, frame) : this.beginValue();
    }
  }

  private behindValue(frame: Frame): boolean {
    const { state } = this;
    const isObject = frame.node.kind === 'object';
    switch (state.tokens.kind) {
      case ',':
        state.report.isLost = false;
        return this.takeComma(frame);
      case '}':
        return isObject ? this.close(frame) : closeMismatch(state, frame);
      case ']':
        return isObject ? closeMismatch(state, frame) : this.close(frame);
      case ':':
        return isObject ? this.surplusColon() : state.fail('A colon is not expected in an array.');
      default:
        if (state.written() === ';') return this.mistypedComma(frame);
        if (isObject) return this.behindMember(frame);
        return state.isKey() ? keyInArray(state, frame) : this.missComma(frame);
    }
  }

  private behindMember(frame: Frame): boolean {
    const { state } = this;
    const { kind } = state.tokens;
    if (kind === 'string' || state.tokens.isColonNext()) return this.missComma(frame);
    const message = `${state.shown()} is not expected here; a comma or "}" is.`;
    if (kind === '{') return braceAsKey(state, frame, message);
    state.fail(message);
    if (kind !== '[') return true;
    state.tree.beginNameless(frame, state.tokens.offset);
    return false;
  }

  private takeComma(frame: Frame): true {
    frame.node.addComma(this.state.tokens.offset);
    frame.expect = behindComma(frame.node.kind);
    return true;
  }

  private missComma(frame: Frame): false {
    const { state } = this;
    state.markBroken();
    state.report.missingComma(state.here(), state.last);
    frame.expect = behindComma(frame.node.kind);
    return false;
  }

  private mistypedComma(frame: Frame): true {
    const { state } = this;
    const next = state.tokens.ahead().nextCode();
    state.markBroken();
    state.report.mistypedComma(state.here(), next !== '}' && next !== ']');
    return this.takeComma(frame);
  }

  private surplusComma(frame: Frame, what: 'member' | 'value'): true {
    const { state } = this;
    state.markBroken();
    state.report.surplusComma(state.here(), what);
    frame.node.addComma(state.tokens.offset);
    return true;
  }

  private surplusColon(): true {
    const { state } = this;
    state.markBroken();
    state.report.surplusColon(state.here());
    return true;
  }

  /** The member ends before it has a value. */
  private leaveMember(frame: Frame): false {
    const { state } = this;
    state.markBroken();
    if (frame.member) state.report.missingValue(frame.member.key);
    frame.expect = state.tokens.kind === 'string' ? 'key' : 'next';
    return false;
  }

  private beginValue(): true {
    const { state } = this;
    const { kind, value, broken } = state.tokens;
    if (kind === 'word') {
      const { message, fix } = wordProblem(state.written(), state.tokens.offset);
      state.fail(message, fix);
    }
    state.tree.add(kind, state.here(), kind === 'string' ? value : state.written(), broken);
    return true;
  }

  private close(frame: Frame): true {
    const { state } = this;
    if (closesTooEarly(state)) {
      state.markBroken();
      state.report.surplusBracket(state.here());
      return true;
    }
    const comma = frame.node.lastComma;
    if (comma !== undefined && comma === state.last.offset) state.report.trailingComma(comma, frame.node);
    frame.node.closed = true;
    state.tree.pop(frame, state.tokens.end);
    state.report.isLost = false;
    return true;
  }

  /** True where the token belongs behind the member, or to the next one. */
  private endsMember(): boolean {
    const { state } = this;
    return (state.isPunctuation() && state.tokens.kind !== ':') || state.isKey();
  }
}

/** The text ends: whatever is still open is closed there. */
function atEnd({ tree, report, last }: ParserState, start: number): void {
  const frame = tree.top;
  if (frame) {
    // A missing value or colon in front of the end has to be mended first: brackets alone would not.
    const isMended = frame.expect === 'next' || (frame.expect === 'key' && frame.node.lastComma === undefined);
    report.unclosedAtEnd(tree.open, last, isMended);
  } else if (!tree.root) report.noValue(start);
  for (let open = frame; open; open = tree.top) {
    open.node.broken = true;
    tree.pop(open, endOf(last));
  }
}
