import type { GroupName, Namesake, Namesakes } from './namesakes';

export interface Named {
  readonly uri: string;
  /** How the definition is called in messages. */
  readonly shown: string;
  readonly name: GroupName;
}

/** Which definitions have the same name. Pure: it knows only what it is told; definitions are told apart by any key. */
export interface NameIndex {
  /** @returns the keys whose namesakes are others now, the definition's own included. */
  set(key: string, named: Named | undefined): ReadonlySet<string>;
  /** The others with the same name, in the order of their paths; undefined where there is none. */
  namesakesOf(key: string): Namesakes | undefined;
}

/** Most namesakes that are named one by one. */
const mostNamed = 10;

interface Group {
  readonly members: Map<string, Named>;
  sorted?: readonly (readonly [string, Namesake])[];
}

export function createNameIndex(): NameIndex {
  const all = new Map<string, Named>();
  const groups = new Map<string, Group>();
  const leave = (key: string, { name }: Named): Iterable<string> => {
    const group = groups.get(name.key);
    if (!group) return [];
    group.members.delete(key);
    delete group.sorted;
    if (group.members.size === 0) groups.delete(name.key);
    return group.members.keys();
  };
  const enter = (key: string, named: Named): Iterable<string> => {
    const group: Group = groups.get(named.name.key) ?? { members: new Map() };
    groups.set(named.name.key, group);
    const others = [...group.members.keys()];
    group.members.set(key, named);
    delete group.sorted;
    return others;
  };
  return {
    set(key, named) {
      const before = all.get(key);
      if (isSame(before, named)) return new Set();
      const left = before ? leave(key, before) : [];
      const touched = new Set(left);
      if (named) {
        all.set(key, named);
        for (const other of enter(key, named)) touched.add(other);
      } else all.delete(key);
      if (touched.size > 0) touched.add(key);
      return touched;
    },
    namesakesOf(key) {
      const own = all.get(key);
      const group = own && groups.get(own.name.key);
      if (!group || group.members.size < 2) return undefined;
      group.sorted ??= sorted(group.members);
      const first = group.sorted.slice(0, mostNamed + 1).filter(([other]) => other !== key);
      return { count: group.members.size - 1, first: first.slice(0, mostNamed).map(([, namesake]) => namesake) };
    },
  };
}

function sorted(members: ReadonlyMap<string, Named>): readonly (readonly [string, Namesake])[] {
  return [...members]
    .map(([key, { uri, shown, name }]) => [key, { uri, shown, range: name.range }] as const)
    .sort(([, a], [, b]) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
}

const isSame = (a: Named | undefined, b: Named | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
