/**
 * The tree that the parser makes. Offsets and lengths are UTF-16 code units from the start of the text, quotes and
 * brackets included. A tree exists for any text: what could not be read is marked `broken`.
 */
export type Node = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode;
export type NodeKind = Node['kind'];
export type ContainerKind = 'object' | 'array';

/** Changed by the parser, and by update-tree.ts when the text in front of it grows or shrinks; by nobody else. */
interface Span {
  offset: number;
  length: number;
}

interface NodeBase extends Span {
  /** The member or the array that holds this node; absent for the root. */
  parent: Member | ArrayNode | undefined;
  /** True when the text of this node was not read completely (a missing quote or bracket, a bad character). */
  broken: boolean;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly members: Member[];
  /** True when its own closing bracket is there. */
  closed: boolean;
  /** Offsets of the commas between members, in order. */
  readonly commas: number[];
  /** Counts the changes inside: what was found out about the object at another count is out of date. */
  revision: number;
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  readonly items: Node[];
  closed: boolean;
  readonly commas: number[];
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  /** The decoded text. */
  readonly value: string;
}

export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  readonly value: number;
  /** As it is written: a number may have more digits than a double keeps. */
  readonly text: string;
}

export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends NodeBase {
  readonly kind: 'null';
}

/** One `"key": value` of an object, from the key's first quote to the value's end. */
export interface Member extends Span {
  readonly parent: ObjectNode;
  readonly key: Key;
  /** Offset of the colon, or undefined where it is missing. */
  colon: number | undefined;
  /** Undefined where the value is missing. */
  value: Node | undefined;
}

export interface Key extends Span {
  readonly value: string;
  /** True when the key has no quotes or no closing quote. */
  readonly broken: boolean;
}

/** Anything with a place in the text. */
export type Place = Readonly<Span>;

/** The offset just behind a place. */
export function endOf(place: Place): number {
  return place.offset + place.length;
}

/**
 * The member of that name: the last one where the key is repeated, since that is the value other readers of the JSON
 * see; undefined when there is none.
 */
export function memberOf(object: ObjectNode, name: string): Member | undefined {
  for (let index = object.members.length - 1; index >= 0; index--) {
    const member = object.members[index];
    if (member?.key.value === name) return member;
  }
  return undefined;
}

/** True for a member that has its key, its colon and its value: of others nothing is said but what is missing. */
export function isWritten({ key, colon, value }: Member): boolean {
  return !key.broken && colon !== undefined && value !== undefined;
}

/** The keys and indexes that lead from the root to this node. */
export function pathOf(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  let at = node;
  for (let parent = at.parent; parent; parent = at.parent) {
    if ('items' in parent) {
      path.push(parent.items.indexOf(at));
      at = parent;
    } else {
      path.push(parent.key.value);
      at = parent.parent;
    }
  }
  return path.reverse();
}

/** The key of the member that holds this node; undefined for the root and for array elements. */
export function keyOf(node: Node): Key | undefined {
  return node.parent && 'key' in node.parent ? node.parent.key : undefined;
}

/** The object or array around this node; undefined for the root. */
export function containerOf(node: Node): ObjectNode | ArrayNode | undefined {
  if (!node.parent) return undefined;
  return 'items' in node.parent ? node.parent : node.parent.parent;
}

/** The elements of the list that a node is in, itself among them; none where it is in no list. */
export function siblingsOf(node: Node): readonly Node[] {
  const list = containerOf(node);
  return list?.kind === 'array' ? list.items : [];
}

/** The node at a path of keys and indexes, or undefined when the path leads nowhere. */
export function nodeAtPath(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  let at = root;
  for (const step of path) {
    if (at?.kind === 'object') at = memberOf(at, String(step))?.value;
    else if (at?.kind === 'array') at = at.items[Number(step)];
    else return undefined;
  }
  return at;
}
