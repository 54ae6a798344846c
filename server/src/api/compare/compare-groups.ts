import { isJsonObject } from '../parse-json';
import { toPrintable } from '../printable';
import { filledIn, normalised, serverMembers } from './normalise';

/** A place where a definition and a group of the API are not written alike. */
export interface GroupDifference {
  readonly kind:
    /** The same, once it is written as the API keeps it (FACTS b.9). */
    | 'normalised'
    /** The API put it there. */
    | 'filled-in'
    | 'changed'
    | 'only-in-file'
    | 'only-at-api';
  /** What it is, by the names of its parts: `periods P3 · endDate`. */
  readonly place: string;
  /** JSON pointer into the definition; of the nearest part that it has. */
  readonly pointer: string;
  /** The values as JSON, cut where they are long; absent where there is none. */
  readonly file?: string;
  readonly api?: string;
}

interface Place {
  readonly words: string;
  readonly pointer: string;
}

const mostDifferences = 500;
/** Deeper values are compared by nothing but that they are there. */
const deepest = 40;

/**
 * Compares a definition with the group that the API made or has, both as parsed JSON (`parseJsonExactly`): periods by
 * `refCode`, targets and streaks by name, in any order; what only the API gives is left out. In the order of the
 * definition, 500 at most; empty when either is no object. Never throws.
 */
export function compareGroups(file: unknown, api: unknown): GroupDifference[] {
  if (!isJsonObject(file) || !isJsonObject(api)) return [];
  return compareObjects(file, api, { words: '', pointer: '' }, 0).slice(0, mostDifferences);
}

function compareObjects(
  file: Readonly<Record<string, unknown>>,
  api: Readonly<Record<string, unknown>>,
  at: Place,
  depth: number,
): GroupDifference[] {
  const names = new Set([...Object.keys(file), ...Object.keys(api)]);
  return [...names]
    .filter((name) => !serverMembers.has(name))
    .flatMap((name) => compareMember(name, valueOf(file, name), valueOf(api, name), at, depth));
}

function compareMember(name: string, file: unknown, api: unknown, at: Place, depth: number): GroupDifference[] {
  const isThere = file !== undefined;
  const place = {
    words: at.words === '' ? printable(name) : `${at.words} · ${printable(name)}`,
    pointer: isThere ? `${at.pointer}/${escape(name)}` : at.pointer,
  };
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key !== undefined && Array.isArray(file) && Array.isArray(api)) {
    return compareLists({ key, name }, file, api, place, depth);
  }
  if (isJsonObject(file) && isJsonObject(api) && depth < deepest) return compareObjects(file, api, place, depth + 1);
  if (isSame(file, api, depth)) return [];
  const kind = kindOf(name, file, api, depth);
  return kind ? [{ kind, place: place.words, pointer: place.pointer, ...shown(file, api) }] : [];
}

function kindOf(name: string, file: unknown, api: unknown, depth: number): GroupDifference['kind'] | undefined {
  const isAlike = isSame(normalised(name, file), normalised(name, api), depth);
  if (isAbsent(file)) {
    if (isAbsent(api)) return undefined;
    return isAlike || filledIn.has(name) ? 'filled-in' : 'only-at-api';
  }
  if (isAbsent(api)) return isAlike || isEmpty(file) ? undefined : 'only-in-file';
  return isAlike ? 'normalised' : 'changed';
}

/** By what the elements of a list know each other again; '' by their position. */
const keys: Readonly<Record<string, string>> = {
  periods: 'refCode',
  targets: 'name',
  streaks: 'name',
  defaultValues: '',
};

interface List {
  readonly name: string;
  readonly key: string;
}

function compareLists(
  list: List,
  file: readonly unknown[],
  api: readonly unknown[],
  at: Place,
  depth: number,
): GroupDifference[] {
  const found = match(list.key, file, api);
  const here = file.flatMap((element, index): GroupDifference[] => {
    const other = found.get(index);
    const place = { words: wordsOf(list, element, index), pointer: `${at.pointer}/${index}` };
    const words = list.key === '' ? `${at.words} ${index + 1}` : place.words;
    if (other === undefined) {
      return [{ kind: 'only-in-file', place: words, pointer: place.pointer, ...shown(element, undefined) }];
    }
    const there = api[other];
    if (isJsonObject(element) && isJsonObject(there)) {
      return compareObjects(element, there, { ...place, words }, depth + 1);
    }
    return isSame(element, there, depth)
      ? []
      : [{ kind: 'changed', place: words, pointer: place.pointer, ...shown(element, there) }];
  });
  const matched = new Set(found.values());
  const names = new Set(file.map((element) => keyOf(list.key, element)));
  const there = api.flatMap((element, index): GroupDifference[] => {
    if (matched.has(index)) return [];
    const kind = isTwin(list, element, names) ? 'filled-in' : 'only-at-api';
    return [{ kind, place: wordsOf(list, element, index), pointer: at.pointer, ...shown(undefined, element) }];
  });
  return [...here, ...there];
}

/** Which element of the API's list each of the file's is: by its key, the first that is left; without one by position. */
function match(key: string, file: readonly unknown[], api: readonly unknown[]): Map<number, number> {
  if (key === '') return new Map(file.flatMap((_, index) => (index < api.length ? [[index, index]] : [])));
  const left = new Map<string, number[]>();
  api.forEach((element, index) => {
    const name = keyOf(key, element) ?? '';
    left.set(name, [...(left.get(name) ?? []), index]);
  });
  return new Map(
    file.flatMap((element, index): [number, number][] => {
      const other = left.get(keyOf(key, element) ?? '')?.shift();
      return other === undefined ? [] : [[index, other]];
    }),
  );
}

function keyOf(key: string, element: unknown): string | undefined {
  const value = isJsonObject(element) ? element[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined;
}

/** The sibling that the API gives a target of sales (FACTS b.9). */
function isTwin({ name, key }: List, element: unknown, names: ReadonlySet<string | undefined>): boolean {
  const own = keyOf(key, element);
  return name === 'targets' && own?.endsWith('_ReturnBill') === true && names.has(own.slice(0, -'_ReturnBill'.length));
}

function wordsOf({ name, key }: List, element: unknown, index: number): string {
  return `${name} ${printable(keyOf(key, element) ?? `${index + 1}`)}`;
}

function isSame(one: unknown, other: unknown, depth: number): boolean {
  if (one === other) return true;
  if (depth >= deepest) return (typeof one === 'object') === (typeof other === 'object');
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, index) => isSame(element, other[index], depth + 1));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(valueOf(one, name) ?? null, valueOf(other, name) ?? null, depth + 1));
}

const valueOf = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const printable = (text: string): string => toPrintable(text, 100);

function shown(file: unknown, api: unknown): { file?: string; api?: string } {
  return {
    ...(file === undefined ? {} : { file: toShown(file) }),
    ...(api === undefined ? {} : { api: toShown(api) }),
  };
}

function toShown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return printable(JSON.stringify(value));
  const count = Object.keys(value).length;
  return Array.isArray(value) ? `[… ${count}]` : `{… ${count}}`;
}
