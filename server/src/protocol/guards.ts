/** Tells at run time whether a value from the other side of a message channel is what the type says. Never throws. */
export type Guard<T> = (value: unknown) => value is T;

/** Bounds of what is looked at: more is no message of ours. */
const longest = { text: 4_000_000, list: 10_000 };

export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** A whole number from 0 that a double holds exactly. */
export const isCount: Guard<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const isText: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length <= longest.text;

export function isOneOf<const T extends string>(...accepted: readonly T[]): Guard<T> {
  return (value): value is T => accepted.some((one) => one === value);
}

export function isArrayOf<T>(isItem: Guard<T>): Guard<readonly T[]> {
  // findIndex visits holes too, `every` does not.
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longest.list && value.findIndex((item) => !isItem(item)) === -1;
}

/** For a member that may be left out. */
export function optional<T>(isPresent: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || isPresent(value);
}

/** An object with these members and no other; the compiler holds the guards to the type, member by member. */
export function isShape<T extends object>(members: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const entries = Object.entries<Guard<unknown>>(members);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(members, key)) &&
    entries.every(([key, isMember]) => isMember(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined));
}
