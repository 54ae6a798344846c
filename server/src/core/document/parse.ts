import { endOf, type ArrayNode, type Key, type Member, type Node, type ObjectNode, type Place } from './node';
import type { SyntaxFix, SyntaxProblem } from './syntax-problem';
import { lexicalMessage, shown, wordProblem } from './syntax-messages';
import { Tokenizer, type TokenKind } from './tokenizer';

export interface ParseResult {
  /** Undefined for empty text and for text that holds no value at all. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** What is expected next inside one open object or array. */
type Expect = 'key' | 'colon' | 'value' | 'next';
interface Frame {
  readonly node: ObjectNode | ArrayNode;
  expect: Expect;
  member: Member | undefined;
}

/**
 * Reads strict JSON from any text into a tree, with one problem per place that is wrong. Iterative, so depth costs no
 * stack; linear in the length of the text. Never throws.
 * @param start offset of the first character to read (1 behind a byte order mark).
 */
export function parse(text: string, start = 0): ParseResult {
  return new Parser(text, start).run();
}

class Parser {
  private readonly tokens: Tokenizer;
  private readonly problems: SyntaxProblem[] = [];
  private readonly stack: Frame[] = [];
  private readonly open = { object: 0, array: 0 };
  private root: Node | undefined;
  private rootDone = false;
  /** True from a problem until the text makes sense again, so that one mistake is one problem. */
  private lost = false;
  /** The last token that was read, comments left out. */
  private last: Place;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.tokens = new Tokenizer(text, start);
    this.last = { offset: start, length: 0 };
  }

  run(): ParseResult {
    while (this.advance() !== 'end' && this.step());
    if (this.tokens.kind === 'end') this.atEnd();
    return { root: this.root, problems: this.problems };
  }

  /** Next token that is no comment; lexical problems and comments are reported on the way. */
  private advance(): TokenKind {
    for (;;) {
      const kind = this.tokens.next();
      for (const problem of this.tokens.takeProblems()) {
        this.fail(problem, lexicalMessage(problem, this.text), this.lexicalFix(problem.kind, problem));
      }
      if (kind !== 'comment') return kind;
      if (!this.tokens.broken) this.reportComment();
    }
  }

  private reportComment(): void {
    const place = this.here();
    this.problems.push({
      ...place,
      code: 'json-comment',
      message: 'Comments are not allowed: the API reads strict JSON.',
      fix: { title: 'Remove the comment', edits: [{ ...place, newText: '' }] },
    });
  }

  private lexicalFix(kind: string, place: Place): SyntaxFix | undefined {
    if (kind !== 'unclosed-string') return undefined;
    return { title: 'Insert the closing quote', edits: [{ offset: endOf(place), length: 0, newText: '"' }] };
  }

  /** Handles the current token; false ends the reading. */
  private step(): boolean {
    const frame = this.stack.at(-1);
    if (!frame) return this.stepRoot();
    // A token may be handled twice: once to repair the state, once for what it is.
    while (!this.handle(frame === this.stack.at(-1) ? frame : this.stack.at(-1)));
    this.last = this.here();
    return true;
  }

  private stepRoot(): boolean {
    if (this.rootDone) {
      const rest = this.text.slice(this.tokens.offset).trimEnd().length;
      const place = { offset: this.tokens.offset, length: rest };
      this.fail(
        place,
        `${shown(this.text, place)} follows the end of the definition; nothing may follow its last brace.`,
      );
      return false;
    }
    if (this.isValueStart()) this.beginValue(undefined);
    else this.fail(this.here(), `${this.token()} is not expected here; a definition begins with "{".`);
    this.last = this.here();
    return true;
  }

  /** True when the token is dealt with; false when it is to be looked at again in the changed state. */
  private handle(frame: Frame | undefined): boolean {
    if (!frame) return true;
    switch (frame.expect) {
      case 'key':
        return this.atKey(frame);
      case 'colon':
        return this.atColon(frame);
      case 'value':
        return frame.node.kind === 'object' ? this.atMemberValue(frame) : this.atItem(frame);
      case 'next':
        return this.atNext(frame);
    }
  }

  private atKey(frame: Frame): boolean {
    switch (this.tokens.kind) {
      case '}':
        this.reportTrailingComma(frame);
        return this.close(frame);
      case ']':
        return this.closeMismatch(frame);
      case ',':
        this.fail(this.here(), 'There is no member in front of this comma.');
        frame.node.commas.push(this.tokens.offset);
        return true;
      case ':':
      case '{':
      case '[':
        this.fail(this.here(), `${this.token()} is not expected here; a key in double quotes is.`);
        this.beginMember(frame, { offset: this.tokens.offset, length: 0, value: '', broken: true });
        return false;
      case 'string':
        this.beginMember(frame, { ...this.here(), value: this.tokens.value, broken: this.tokens.broken });
        return true;
      default: {
        const place = this.here();
        const word = this.text.slice(place.offset, endOf(place)).replace(/^'|'$/g, '');
        const fix = { title: 'Put the key in double quotes', edits: [{ ...place, newText: JSON.stringify(word) }] };
        this.fail(place, `The key ${word} has no double quotes around it.`, fix);
        this.beginMember(frame, { ...place, value: word, broken: true });
        return true;
      }
    }
  }

  private atColon(frame: Frame): boolean {
    const { member } = frame;
    const kind = this.tokens.kind;
    if (kind === ':') {
      if (member) member.colon = this.tokens.offset;
      frame.expect = 'value';
      this.lost = false;
      return true;
    }
    const nextKey = kind === 'string' && this.tokens.isColonNext();
    if (kind === ',' || kind === '}' || kind === ']' || nextKey) {
      this.failValueMissing(member);
      frame.expect = nextKey ? 'key' : 'next';
      return false;
    }
    const key = member?.key ?? this.last;
    const fix = { title: 'Insert the colon', edits: [{ offset: endOf(key), length: 0, newText: ':' }] };
    this.fail(this.here(), `A colon is missing between the key and ${this.token()}.`, fix);
    frame.expect = 'value';
    return false;
  }

  private atMemberValue(frame: Frame): boolean {
    const { kind } = this.tokens;
    const nextKey = kind === 'string' && this.tokens.isColonNext();
    if (nextKey || kind === ',' || kind === '}' || kind === ']') {
      this.failValueMissing(frame.member);
      frame.expect = nextKey ? 'key' : 'next';
      return false;
    }
    if (kind === ':') {
      this.fail(this.here(), 'There is one colon too many here.');
      return true;
    }
    this.beginValue(frame);
    return true;
  }

  private atItem(frame: Frame): boolean {
    const { kind } = this.tokens;
    if (kind === ']') {
      this.reportTrailingComma(frame);
      return this.close(frame);
    }
    if (kind === '}') return this.closeMismatch(frame);
    if (kind === ',') {
      this.fail(this.here(), 'There is no value in front of this comma.');
      frame.node.commas.push(this.tokens.offset);
      return true;
    }
    if (kind === ':') {
      this.fail(this.here(), 'A colon is not expected in an array.');
      return true;
    }
    if (kind === 'string' && this.tokens.isColonNext()) return this.leaveUnclosedArray(frame);
    this.beginValue(frame);
    return true;
  }

  private atNext(frame: Frame): boolean {
    const { kind } = this.tokens;
    const isObject = frame.node.kind === 'object';
    if (kind === ',') {
      frame.node.commas.push(this.tokens.offset);
      frame.expect = isObject ? 'key' : 'value';
      this.lost = false;
      return true;
    }
    if (kind === (isObject ? '}' : ']')) return this.close(frame);
    if (kind === '}' || kind === ']') return this.closeMismatch(frame);
    if (kind === ':') {
      this.fail(this.here(), 'A colon is not expected here.');
      return true;
    }
    if (!isObject && kind === 'string' && this.tokens.isColonNext()) return this.leaveUnclosedArray(frame);
    if (isObject && kind !== 'string' && !this.tokens.isColonNext()) {
      this.fail(this.here(), `${this.token()} is not expected here; a comma or "}" is.`);
      if (kind !== '{' && kind !== '[') return true;
      this.beginMember(frame, { offset: this.tokens.offset, length: 0, value: '', broken: true });
      return false;
    }
    const fix = { title: 'Insert the missing comma', edits: [{ offset: endOf(this.last), length: 0, newText: ',' }] };
    this.fail(this.here(), `A comma is missing in front of ${this.token()}.`, fix);
    frame.expect = isObject ? 'key' : 'value';
    return false;
  }

  private beginMember(frame: Frame, key: Key): void {
    if (frame.node.kind !== 'object') return;
    frame.member = {
      parent: frame.node,
      key,
      colon: undefined,
      value: undefined,
      offset: key.offset,
      length: key.length,
    };
    frame.node.members.push(frame.member);
    frame.expect = 'colon';
  }

  private isValueStart(): boolean {
    const { kind } = this.tokens;
    return kind !== '}' && kind !== ']' && kind !== ',' && kind !== ':';
  }

  private beginValue(frame: Frame | undefined): void {
    const node = this.makeNode(frame);
    if (!frame) this.root = node;
    else if (frame.node.kind === 'array') frame.node.items.push(node);
    else if (frame.member) frame.member.value = node;
    if (node.kind === 'object' || node.kind === 'array') {
      this.open[node.kind]++;
      this.stack.push({ node, expect: node.kind === 'object' ? 'key' : 'value', member: undefined });
    } else this.endValue(node);
  }

  private makeNode(frame: Frame | undefined): Node {
    const parent = frame?.node.kind === 'array' ? frame.node : frame?.member;
    const base = { ...this.here(), parent, broken: this.tokens.broken };
    switch (this.tokens.kind) {
      case '{':
        return { ...base, kind: 'object', members: [], commas: [] };
      case '[':
        return { ...base, kind: 'array', items: [], commas: [] };
      case 'number':
        return { ...base, kind: 'number', value: Number(this.text.slice(base.offset, endOf(base))) };
      case 'true':
      case 'false':
        return { ...base, kind: 'boolean', value: this.tokens.kind === 'true' };
      case 'null':
        return { ...base, kind: 'null' };
      case 'string':
        return { ...base, kind: 'string', value: this.tokens.value };
      default: {
        const { message, fix } = wordProblem(this.text, base);
        this.fail(base, message, fix);
        return { ...base, kind: 'string', value: this.text.slice(base.offset, endOf(base)), broken: true };
      }
    }
  }

  /** The value is read to its end: tells the frame around it. */
  private endValue(node: Node): void {
    const frame = this.stack.at(-1);
    if (!frame) {
      this.rootDone = true;
      return;
    }
    if (node.broken) frame.node.broken = true;
    if (frame.member && frame.node.kind === 'object') frame.member.length = endOf(node) - frame.member.offset;
    frame.expect = 'next';
  }

  private pop(frame: Frame, end: number): void {
    this.stack.pop();
    this.open[frame.node.kind]--;
    frame.node.length = Math.max(1, end - frame.node.offset);
    this.endValue(frame.node);
  }

  private close(frame: Frame): boolean {
    this.pop(frame, this.tokens.end);
    this.lost = false;
    return true;
  }

  /** A `}` in an array or a `]` in an object: closes what is open up to the one that it belongs to. */
  private closeMismatch(frame: Frame): boolean {
    const wanted = this.tokens.kind === '}' ? 'object' : 'array';
    if (this.open[wanted] === 0) return this.closeMistyped(frame);
    this.failUnclosed(frame, this.here());
    frame.node.broken = true;
    this.pop(frame, endOf(this.last));
    return false;
  }

  /** A `]` with no array open, most likely typed for the `}` of this object; the other way round likewise. */
  private closeMistyped(frame: Frame): boolean {
    const closer = frame.node.kind === 'object' ? '}' : ']';
    const fix = { title: `Replace with "${closer}"`, edits: [{ ...this.here(), newText: closer }] };
    this.fail(this.here(), `${this.token()} stands where the ${frame.node.kind} is closed by "${closer}".`, fix);
    this.pop(frame, this.tokens.end);
    return true;
  }

  /** A key where an array's value is expected: the array's bracket is missing in front of it. */
  private leaveUnclosedArray(frame: Frame): boolean {
    this.failUnclosed(frame, this.here());
    frame.node.broken = true;
    this.pop(frame, endOf(this.last));
    const around = this.stack.at(-1);
    if (!around) return true;
    if (around.node.kind === 'object' && frame.expect === 'value' && frame.node.commas.length > 0)
      around.expect = 'key';
    return false;
  }

  private failUnclosed(frame: Frame, place: Place): void {
    const closer = frame.node.kind === 'object' ? '}' : ']';
    const opener = { offset: frame.node.offset, length: 1 };
    const fix = { title: `Insert "${closer}"`, edits: [{ offset: endOf(this.last), length: 0, newText: closer }] };
    this.fail(place, `The ${frame.node.kind} is not closed: "${closer}" is missing in front of ${this.token()}.`, fix, {
      place: opener,
      message: `The ${frame.node.kind} begins here.`,
    });
  }

  private failValueMissing(member: Member | undefined): void {
    if (member) this.fail(member.key, `The key ${shown(this.text, member.key)} has no value.`);
  }

  private reportTrailingComma(frame: Frame): void {
    const comma = frame.node.commas.at(-1);
    if (comma === undefined || this.last.offset !== comma || this.lost) return;
    const place = { offset: comma, length: 1 };
    this.problems.push({
      ...place,
      code: 'json-trailing-comma',
      message: `A comma stands in front of "${this.tokens.kind}": the API reads strict JSON, which has no trailing commas.`,
      fix: { title: 'Remove the trailing comma', edits: [{ ...place, newText: '' }] },
    });
  }

  private atEnd(): void {
    const frame = this.stack.at(-1);
    if (frame) this.failUnclosedAtEnd(frame);
    else if (!this.root) {
      const empty = this.problems.length === 0;
      const place = { offset: this.start, length: 0 };
      this.fail(place, `The file ${empty ? 'is empty' : 'holds no value'}; a target group definition is expected.`);
    }
    for (let open = frame; open; open = this.stack.at(-1)) {
      open.node.broken = true;
      this.pop(open, endOf(this.last));
    }
  }

  private failUnclosedAtEnd(frame: Frame): void {
    const closers = this.stack.map(({ node }) => (node.kind === 'object' ? '}' : ']')).reverse();
    const shownClosers = closers.length > 20 ? `${closers.slice(0, 20).join('')}…` : closers.join('');
    const place = this.last.length > 0 ? this.last : { offset: frame.node.offset, length: 1 };
    const count = closers.length === 1 ? 'one bracket is' : `${closers.length} brackets are`;
    const fix = {
      title: `Insert ${shownClosers}`,
      edits: [{ offset: endOf(place), length: 0, newText: closers.join('') }],
    };
    // A missing value or colon in front of the end has to be mended first: brackets alone would not.
    const mended = frame.expect === 'next' || (frame.expect === 'key' && frame.node.commas.length === 0);
    this.fail(place, `The text ends while ${count} still open: ${shownClosers} is missing.`, mended ? fix : undefined, {
      place: { offset: frame.node.offset, length: 1 },
      message: `The ${frame.node.kind} that begins here is not closed.`,
    });
  }

  private fail(place: Place, message: string, fix?: SyntaxFix, related?: SyntaxProblem['related']): void {
    const frame = this.stack.at(-1);
    if (frame) frame.node.broken = true;
    if (this.lost) return;
    this.failOnce(place, message, fix, related);
    this.lost = true;
  }

  private failOnce(place: Place, message: string, fix?: SyntaxFix, related?: SyntaxProblem['related']): void {
    const { offset, length } = place;
    this.problems.push({
      code: 'json-syntax',
      offset,
      length,
      message,
      ...(fix ? { fix } : undefined),
      ...(related ? { related } : undefined),
    });
  }

  private here(): { offset: number; length: number } {
    return { offset: this.tokens.offset, length: this.tokens.end - this.tokens.offset };
  }

  private token(): string {
    return shown(this.text, this.here());
  }
}
