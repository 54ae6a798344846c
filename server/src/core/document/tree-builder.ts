import {
  ArrayNode,
  BooleanNode,
  endOf,
  Member,
  NullNode,
  NumberNode,
  ObjectNode,
  StringNode,
  type ContainerKind,
  type Node,
  type Place,
} from './node';
import { Anchor, stretch } from './span';
import type { TokenKind } from './token-forms';

/** One open object or array, and what is expected next inside it. */
export interface Frame {
  readonly node: ObjectNode | ArrayNode;
  /** What the members or elements that follow tell their places from. */
  anchor: Anchor;
  expect: 'key' | 'colon' | 'value' | 'next';
  member: Member | undefined;
  /** True where the opening bracket is missing. */
  readonly isImplied: boolean;
  /** True for one that the reading began in: what is read joins the stretch that it began in. */
  readonly isResumed?: true;
}

/** How much of the nesting a look ahead needs to know. */
const deepest = 64;

/** The tree as far as it is read: the parser decides what comes next, this keeps the nodes in order. */
export class TreeBuilder {
  root: Node | undefined;
  /** The deepest nesting so far; 1 for a root without objects or arrays inside. */
  depth = 0;
  private readonly keys = new Map<string, string>();

  /** @param stack what is open already, outermost first. */
  constructor(private readonly stack: Frame[] = []) {
    this.root = stack[0]?.node;
  }

  /** The innermost open object or array; undefined before the root and behind it. */
  get top(): Frame | undefined {
    return this.stack.at(-1);
  }

  /** How many objects and arrays are open. */
  get size(): number {
    return this.stack.length;
  }

  /** What is open around the innermost. */
  get around(): Frame | undefined {
    return this.stack.at(-2);
  }

  /** The kinds of what is open, outermost first; of deep nesting only the innermost part. */
  get kinds(): ContainerKind[] {
    return this.stack.slice(-deepest).map(({ node }) => node.kind);
  }

  /** True when the root is read to its end. */
  get isDone(): boolean {
    return this.root !== undefined && this.stack.length === 0;
  }

  /** Everything whose opening bracket stands in the text and waits for its closing one, outermost first. */
  get open(): (ObjectNode | ArrayNode)[] {
    return this.stack.filter(({ isImplied }) => !isImplied).map(({ node }) => node);
  }

  /** @param key the decoded text of the key that stands at this place. */
  beginMember(frame: Frame, place: Place, key: string, isBroken: boolean): void {
    if (frame.node.kind !== 'object') return;
    frame.member = new Member(frame.node, frame.anchor, place, this.once(key), isBroken);
    frame.node.members.push(frame.member);
    frame.expect = 'colon';
  }

  /** The same string for the same key: most keys of a text stand in it over and over. */
  private once(key: string): string {
    const known = this.keys.get(key);
    if (known === undefined) this.keys.set(key, key);
    return known ?? key;
  }

  /**
   * Adds the value that begins with this token where the tree stands.
   * @param text the decoded text of a string; the token's own text for every other kind.
   */
  add(kind: TokenKind, place: Place, text: string, isBroken: boolean): void {
    this.addNode(kind, place, text, isBroken, false);
  }

  /** Adds an object or array whose opening bracket is missing in front of this offset. */
  addImplied(kind: ContainerKind, offset: number): void {
    this.addNode(kind === 'object' ? '{' : '[', { offset, length: 0 }, '', true, true);
  }

  /** A value without a key stands at this offset. */
  beginNameless(frame: Frame, offset: number): void {
    this.beginMember(frame, { offset, length: 0 }, '', true);
    frame.expect = 'value';
  }

  /** Takes back the end of an array's last element: more members follow behind the comma. */
  reopen({ node }: Frame, last: ObjectNode): void {
    last.closed = false;
    last.broken = true;
    node.giveLastComma(last);
    this.stack.push({ node: last, anchor: last.anchor, expect: 'key', member: undefined, isImplied: false });
  }

  /** Makes the value of an object's last member the first element of an array that goes on behind the comma. */
  wrapInArray({ node: object }: Frame, member: Member, first: ObjectNode): void {
    const node = new ArrayNode(first.anchor, first, member, true);
    node.items.push(first);
    object.giveLastComma(node);
    first.parent = node;
    member.value = node;
    this.stack.push({ node, anchor: node.anchor, expect: 'value', member: undefined, isImplied: true });
  }

  private addNode(kind: TokenKind, place: Place, text: string, isBroken: boolean, isImplied: boolean): void {
    const frame = this.top;
    const parent = frame?.node.kind === 'array' ? frame.node : frame?.member;
    const node = makeNode(kind, this.anchorFor(frame, place), place, text, parent, isBroken);
    if (!frame) this.root = node;
    else if (frame.node.kind === 'array') frame.node.items.push(node);
    else if (frame.member) frame.member.value = node;
    if (node.kind === 'object' || node.kind === 'array') {
      this.depth = Math.max(this.depth, this.stack.length + 1);
      const expect = node.kind === 'object' ? 'key' : 'value';
      this.stack.push({ node, anchor: node.anchor, expect, member: undefined, isImplied });
    } else this.end(node);
  }

  /** A new one where a stretch of a long array begins. */
  private anchorFor(frame: Frame | undefined, { offset }: Place): Anchor {
    if (!frame) return new Anchor(undefined, 0);
    const { node } = frame;
    if (node.kind === 'array' && !frame.isResumed && node.items.length > 0 && node.items.length % stretch === 0)
      frame.anchor = node.anchor.next(offset);
    return frame.anchor;
  }

  /** Ends the innermost object or array at this offset. */
  pop(frame: Frame, end: number): void {
    this.stack.pop();
    frame.node.trim();
    frame.node.length = Math.max(1, end - frame.node.offset);
    this.end(frame.node);
  }

  /** The value is read to its end: tells the frame around it. */
  private end(node: Node): void {
    const frame = this.top;
    if (!frame) return;
    if (node.broken) frame.node.broken = true;
    if (frame.member && frame.node.kind === 'object') frame.member.length = endOf(node) - frame.member.offset;
    frame.expect = 'next';
  }
}

function makeNode(
  kind: TokenKind,
  anchor: Anchor,
  place: Place,
  text: string,
  parent: Node['parent'],
  broken: boolean,
): Node {
  switch (kind) {
    case '{':
      return new ObjectNode(anchor, place, parent, broken);
    case '[':
      return new ArrayNode(anchor, place, parent, broken);
    case 'number':
      return new NumberNode(anchor, place, parent, broken, text);
    case 'true':
    case 'false':
      return new BooleanNode(anchor, place, parent, broken, kind === 'true');
    case 'null':
      return new NullNode(anchor, place, parent, broken);
    case 'string':
      return new StringNode(anchor, place, parent, broken, text);
    default:
      // A word that JSON does not know: kept as a text, so that the cursor in it finds a value.
      return new StringNode(anchor, place, parent, true, text);
  }
}
