import { countFirst } from './ordered';
import type { Kept, KeptStretches } from './kept';
import { Span, type Anchor } from './span';

/**
 * The tree that the parser makes. Offsets and lengths are UTF-16 code units from the start of the text, quotes and
 * brackets included. A tree exists for any text: what could not be read is marked `broken`.
 */
export type Node = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode;
export type NodeKind = Node['kind'];
export type ContainerKind = 'object' | 'array';

abstract class NodeBase extends Span {
  constructor(
    anchor: Anchor,
    { offset, length }: Place,
    /** The member or the array that holds this node; absent for the root. */
    public parent: Member | ArrayNode | undefined,
    /** True when the text of this node was not read completely (a missing quote or bracket, a bad character). */
    public broken: boolean,
  ) {
    super(anchor, offset, length);
  }
}

abstract class Container extends NodeBase {
  /** True when its own closing bracket is there. */
  closed = false;
  /** Where the commas are between members or elements, in order, told from the opening bracket. */
  private gaps: number[] = [];

  /** Offsets of the commas, in order. */
  get commas(): readonly number[] {
    const { offset } = this;
    return this.gaps.map((gap) => offset + gap);
  }

  get lastComma(): number | undefined {
    const gap = this.gaps.at(-1);
    return gap === undefined ? undefined : this.offset + gap;
  }

  addComma(offset: number): void {
    this.gaps.push(offset - this.offset);
  }

  /** Takes the last comma to another container. */
  giveLastComma(to: Container): void {
    const { lastComma } = this;
    this.gaps.pop();
    if (lastComma !== undefined) to.addComma(lastComma);
  }

  /** The first comma at an offset or behind it. */
  commaFrom(offset: number): number | undefined {
    const gap = this.gaps[this.commaIndex(offset)];
    return gap === undefined ? undefined : this.offset + gap;
  }

  /** Puts other commas in the place of those between two offsets, and moves those behind. */
  replaceCommas(from: number, to: number, commas: readonly number[], delta: number): void {
    const { gaps, offset } = this;
    const first = this.commaIndex(from);
    const behind = this.commaIndex(to);
    if (delta !== 0) for (let index = behind; index < gaps.length; index++) gaps[index] = (gaps[index] ?? 0) + delta;
    gaps.splice(first, behind - first, ...commas.map((comma) => comma - offset));
  }

  /** Gives back the room that lists which grow keep ahead: most objects and arrays are never longer than they were read. */
  trim(): void {
    this.gaps = this.gaps.slice();
  }

  /** Index of the first comma at an offset or behind it. */
  private commaIndex(offset: number): number {
    const wanted = offset - this.offset;
    return countFirst(this.gaps, (gap) => gap < wanted);
  }
}

export class ObjectNode extends Container {
  readonly kind = 'object';
  members: Member[] = [];
  kept: Kept | undefined = undefined;

  override trim(): void {
    super.trim();
    this.members = this.members.slice();
  }
}

export class ArrayNode extends Container {
  readonly kind = 'array';
  items: Node[] = [];
  kept: KeptStretches | undefined = undefined;

  override trim(): void {
    super.trim();
    this.items = this.items.slice();
  }
}

export class StringNode extends NodeBase {
  readonly kind = 'string';

  /** @param value the decoded text. */
  constructor(
    anchor: Anchor,
    place: Place,
    parent: Node['parent'],
    broken: boolean,
    readonly value: string,
  ) {
    super(anchor, place, parent, broken);
  }
}

export class NumberNode extends NodeBase {
  readonly kind = 'number';
  readonly value: number;

  /** @param text as it is written: a number may have more digits than a double keeps. */
  constructor(
    anchor: Anchor,
    place: Place,
    parent: Node['parent'],
    broken: boolean,
    readonly text: string,
  ) {
    super(anchor, place, parent, broken);
    this.value = Number(text);
  }
}

export class BooleanNode extends NodeBase {
  readonly kind = 'boolean';

  constructor(
    anchor: Anchor,
    place: Place,
    parent: Node['parent'],
    broken: boolean,
    readonly value: boolean,
  ) {
    super(anchor, place, parent, broken);
  }
}

export class NullNode extends NodeBase {
  readonly kind = 'null';
}

/** One `"key": value` of an object, from the key's first quote to the value's end. */
export class Member extends Span {
  readonly key: Key;
  /** Undefined where the value is missing. */
  value: Node | undefined = undefined;
  /** Where the colon is, told from the key; undefined where it is missing. */
  private colonGap: number | undefined = undefined;

  constructor(
    public parent: ObjectNode,
    anchor: Anchor,
    { offset, length }: Place,
    key: string,
    isKeyBroken: boolean,
  ) {
    super(anchor, offset, length);
    this.key = new Key(this, length, key, isKeyBroken);
  }

  /** Offset of the colon, or undefined where it is missing. */
  get colon(): number | undefined {
    return this.colonGap === undefined ? undefined : this.offset + this.colonGap;
  }

  set colon(offset: number | undefined) {
    this.colonGap = offset === undefined ? undefined : offset - this.offset;
  }
}

export class Key {
  constructor(
    private readonly member: Member,
    readonly length: number,
    readonly value: string,
    /** True when the key has no quotes or no closing quote. */
    readonly broken: boolean,
  ) {}

  get offset(): number {
    return this.member.offset;
  }
}

/** Anything with a place in the text. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

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

/** Most objects are small: comparing their keys costs less than a table of them. */
const smallObject = 32;

/** True where a key stands twice in an object. */
export function hasRepeatedKey({ members }: ObjectNode): boolean {
  if (members.length > smallObject) return new Set(members.map(({ key }) => key.value)).size < members.length;
  for (let at = 1; at < members.length; at++) {
    const key = members[at]?.key.value;
    for (let before = 0; before < at; before++) if (members[before]?.key.value === key) return true;
  }
  return false;
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
