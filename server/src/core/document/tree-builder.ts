import { endOf, type ArrayNode, type Key, type Member, type Node, type ObjectNode, type Place } from './node';
import type { TokenKind } from './tokenizer';

/** One open object or array, and what is expected next inside it. */
export interface Frame {
  readonly node: ObjectNode | ArrayNode;
  expect: 'key' | 'colon' | 'value' | 'next';
  member: Member | undefined;
}

/** The tree as far as it is read: the parser decides what comes next, this keeps the nodes in order. */
export class TreeBuilder {
  root: Node | undefined;
  /** The deepest nesting so far; 1 for a root without objects or arrays inside. */
  depth = 0;
  private readonly stack: Frame[] = [];
  private readonly count = { object: 0, array: 0 };

  /** The innermost open object or array; undefined before the root and behind it. */
  get top(): Frame | undefined {
    return this.stack.at(-1);
  }

  /** True when the root is read to its end. */
  get isDone(): boolean {
    return this.root !== undefined && this.stack.length === 0;
  }

  /** Everything that is open, outermost first. */
  get open(): (ObjectNode | ArrayNode)[] {
    return this.stack.map(({ node }) => node);
  }

  isOpen(kind: 'object' | 'array'): boolean {
    return this.count[kind] > 0;
  }

  beginMember(frame: Frame, key: Key): void {
    if (frame.node.kind !== 'object') return;
    const { offset, length } = key;
    frame.member = { parent: frame.node, key, colon: undefined, value: undefined, offset, length };
    frame.node.members.push(frame.member);
    frame.expect = 'colon';
  }

  /**
   * Adds the value that begins with this token where the tree stands.
   * @param text the decoded text of a string; the token's own text for every other kind.
   */
  add(kind: TokenKind, place: Place, text: string, isBroken: boolean): void {
    const frame = this.top;
    const parent = frame?.node.kind === 'array' ? frame.node : frame?.member;
    const node = makeNode(kind, text, { offset: place.offset, length: place.length, parent, broken: isBroken });
    if (!frame) this.root = node;
    else if (frame.node.kind === 'array') frame.node.items.push(node);
    else if (frame.member) frame.member.value = node;
    if (node.kind === 'object' || node.kind === 'array') {
      this.count[node.kind]++;
      this.depth = Math.max(this.depth, this.stack.length + 1);
      this.stack.push({ node, expect: node.kind === 'object' ? 'key' : 'value', member: undefined });
    } else this.end(node);
  }

  /** Ends the innermost object or array at this offset. */
  pop(frame: Frame, end: number): void {
    this.stack.pop();
    this.count[frame.node.kind]--;
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

type NodeBase = Pick<Node, 'offset' | 'length' | 'parent' | 'broken'>;

/** The fields are named one by one: to spread the base into every node takes several times as long as all of parsing. */
function makeNode(kind: TokenKind, text: string, { offset, length, parent, broken }: NodeBase): Node {
  switch (kind) {
    case '{':
      return { kind: 'object', offset, length, parent, broken, members: [], commas: [], closed: false };
    case '[':
      return { kind: 'array', offset, length, parent, broken, items: [], commas: [], closed: false };
    case 'number':
      return { kind: 'number', offset, length, parent, broken, value: Number(text) };
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
