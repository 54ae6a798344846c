import {
  endOf,
  type ArrayNode,
  type ContainerKind,
  type Key,
  type Member,
  type Node,
  type ObjectNode,
  type Place,
} from './node';
import type { TokenKind } from './tokenizer';

/** One open object or array, and what is expected next inside it. */
export interface Frame {
  readonly node: ObjectNode | ArrayNode;
  expect: 'key' | 'colon' | 'value' | 'next';
  member: Member | undefined;
  /** True where the opening bracket is missing. */
  readonly isImplied: boolean;
}

/** How much of the nesting a look ahead needs to know. */
const deepest = 64;

/** The tree as far as it is read: the parser decides what comes next, this keeps the nodes in order. */
export class TreeBuilder {
  root: Node | undefined;
  /** The deepest nesting so far; 1 for a root without objects or arrays inside. */
  depth = 0;
  private readonly stack: Frame[] = [];

  /** The innermost open object or array; undefined before the root and behind it. */
  get top(): Frame | undefined {
    return this.stack.at(-1);
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

  beginMember(frame: Frame, key: Key): void {
    if (frame.node.kind !== 'object') return;
    const { offset, length } = key;
    frame.member = { offset, length, parent: frame.node, key, colon: undefined, value: undefined };
    frame.node.members.push(frame.member);
    frame.expect = 'colon';
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
    this.beginMember(frame, { offset, length: 0, value: '', broken: true });
    frame.expect = 'value';
  }

  /** Takes back the end of an array's last element: more members follow behind the comma. */
  reopen({ node }: Frame, last: ObjectNode): void {
    last.closed = false;
    last.broken = true;
    last.commas.push(...node.commas.splice(-1));
    this.stack.push({ node: last, expect: 'key', member: undefined, isImplied: false });
  }

  /** Makes the value of an object's last member the first element of an array that goes on behind the comma. */
  wrapInArray({ node: object }: Frame, member: Member, first: ObjectNode): void {
    const commas = object.commas.splice(-1);
    const { offset, length } = first;
    const node: ArrayNode = {
      kind: 'array',
      offset,
      length,
      parent: member,
      broken: true,
      closed: false,
      items: [first],
      commas,
    };
    first.parent = node;
    member.value = node;
    this.stack.push({ node, expect: 'value', member: undefined, isImplied: true });
  }

  private addNode(kind: TokenKind, place: Place, text: string, isBroken: boolean, isImplied: boolean): void {
    const frame = this.top;
    const parent = frame?.node.kind === 'array' ? frame.node : frame?.member;
    const node = makeNode(kind, place, text, parent, isBroken);
    if (!frame) this.root = node;
    else if (frame.node.kind === 'array') frame.node.items.push(node);
    else if (frame.member) frame.member.value = node;
    if (node.kind === 'object' || node.kind === 'array') {
      this.depth = Math.max(this.depth, this.stack.length + 1);
      this.stack.push({ node, expect: node.kind === 'object' ? 'key' : 'value', member: undefined, isImplied });
    } else this.end(node);
  }

  /** Ends the innermost object or array at this offset. */
  pop(frame: Frame, end: number): void {
    this.stack.pop();
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

/** Spelt out, since spreading a base into each node costs more than all the rest of the reading. */
function makeNode(
  kind: TokenKind,
  { offset, length }: Place,
  text: string,
  parent: Node['parent'],
  broken: boolean,
): Node {
  switch (kind) {
    case '{':
      return { kind: 'object', offset, length, parent, broken, members: [], commas: [], closed: false, revision: 0 };
    case '[':
      return { kind: 'array', offset, length, parent, broken, items: [], commas: [], closed: false };
    case 'number':
      return { kind: 'number', offset, length, parent, broken, value: Number(text), text };
    case 'true':
    case 'false':
      return { kind: 'boolean', offset, length, parent, broken, value: kind === 'true' };
    case 'null':
      return { kind: 'null', offset, length, parent, broken };
    case 'string':
      return { kind: 'string', offset, length, parent, broken, value: text };
    default:
      // A word that JSON does not know: kept as a text, so that the cursor in it finds a value.
      return { kind: 'string', offset, length, parent, broken: true, value: text };
  }
}
