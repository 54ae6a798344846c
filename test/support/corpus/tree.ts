/** JSON as a tree whose leaves are raw text, so that a number or a string can be spelt in any way. */
export type Tree = Leaf | List | Obj;

export interface Leaf {
  readonly kind: 'leaf';
  raw: string;
}
export interface List {
  readonly kind: 'list';
  items: Tree[];
}
export interface Obj {
  readonly kind: 'object';
  members: Member[];
}
export interface Member {
  /** With its quotes, in any spelling of `name`. */
  raw: string;
  readonly name: string;
  value: Tree;
}

export const leaf = (raw: string | number | boolean): Leaf => ({ kind: 'leaf', raw: String(raw) });
export const text = (value: string): Leaf => leaf(JSON.stringify(value));
export const list = (items: readonly Tree[]): List => ({ kind: 'list', items: [...items] });

/** Members that are undefined are left out. */
export function object(members: Readonly<Record<string, Tree | undefined>>): Obj {
  const given = Object.entries(members);
  const made = given.flatMap(([name, value]) => (value ? { raw: JSON.stringify(name), name, value } : []));
  return { kind: 'object', members: made };
}

export function memberOf({ members }: Obj, name: string): Member | undefined {
  return members.find((member) => member.name === name);
}

/** The member as a value of that kind. Throws where it is none: the definition was made otherwise than was asked for. */
export function get<Kind extends Tree['kind']>(of: Obj, name: string, kind: Kind): Extract<Tree, { kind: Kind }> {
  const value = memberOf(of, name)?.value;
  if (value?.kind !== kind) throw new Error(`${name} is no ${kind}`);
  return value as Extract<Tree, { kind: Kind }>;
}

/** The objects of a list that is a member; none where there is no list. */
export function objectsOf(of: Obj, name: string): Obj[] {
  const value = memberOf(of, name)?.value;
  return value?.kind === 'list' ? value.items.filter((item) => item.kind === 'object') : [];
}

/** Puts a value in place of that of a member, or a member behind the others. @returns the value. */
export function set<Value extends Tree>(of: Obj, name: string, value: Value): Value {
  const member = memberOf(of, name);
  if (member) member.value = value;
  else of.members.push({ raw: JSON.stringify(name), name, value });
  return value;
}

export function remove(of: Obj, name: string): void {
  of.members = of.members.filter((member) => member.name !== name);
}

/** How the blanks between the tokens are written. */
export interface Layout {
  /** What every line break is; an empty text for one line alone. */
  readonly lineEnd: '\n' | '\r\n' | '\r' | '';
  readonly indent: string;
  readonly colon: string;
  /** What stands before the first and behind the last character. */
  readonly around: readonly [before: string, behind: string];
}

export interface Place {
  readonly offset: number;
  readonly length: number;
}

export interface Rendered {
  readonly text: string;
  /** Where a tree was written. */
  readonly placeOf: (tree: Tree) => Place;
  /** Where the key of a member was written. */
  readonly keyOf: (member: Member) => Place;
}

export function render(root: Tree, { lineEnd, indent, colon, around }: Layout): Rendered {
  const places = new Map<Tree | Member, Place>();
  let written = around[0];
  const write = (raw: string, of?: Tree | Member) => {
    if (of) places.set(of, { offset: written.length, length: raw.length });
    written += raw;
  };
  const lines = (depth: number) => {
    write(lineEnd + (lineEnd === '' ? '' : indent.repeat(depth)));
  };
  const writeAll = <Item>(items: readonly Item[], depth: number, writeOne: (item: Item) => void) => {
    for (const [index, item] of items.entries()) {
      if (index > 0) write(lineEnd === '' && indent !== '' ? ', ' : ',');
      lines(depth + 1);
      writeOne(item);
    }
    if (items.length > 0) lines(depth);
  };
  const writeTree = (tree: Tree, depth: number): void => {
    if (tree.kind === 'leaf') {
      write(tree.raw, tree);
      return;
    }
    const offset = written.length;
    if (tree.kind === 'list') {
      write('[');
      writeAll(tree.items, depth, (item) => {
        writeTree(item, depth + 1);
      });
      write(']');
    } else {
      write('{');
      writeAll(tree.members, depth, (member) => {
        write(member.raw, member);
        write(colon);
        writeTree(member.value, depth + 1);
      });
      write('}');
    }
    places.set(tree, { offset, length: written.length - offset });
  };
  writeTree(root, 0);
  const placed = (of: Tree | Member) => {
    const place = places.get(of);
    if (!place) throw new Error('this was not rendered');
    return place;
  };
  return { text: written + around[1], placeOf: placed, keyOf: placed };
}
