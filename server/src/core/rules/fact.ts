import { readDateText } from '../periods/date-text';
import type { Day } from '../periods/day';
import type { Place } from '../document/node';
import type { Known, Part, Presence } from './part';

/** One thing that a part tells the rules that look across parts: no node, only the value and where it stands. */
export interface Fact<Value> {
  readonly presence: Presence;
  /** Present exactly when `presence` is `known`. */
  readonly value?: Value;
  /** The value's place; the brace that lacks it where there is none. */
  readonly at: Place;
  /** The key's place where there is a key, else as `at`. */
  readonly key: Place;
}

/**
 * The fact of a member.
 * @param known what was read of it; undefined makes a member that is there `unknown`.
 */
export function factOf<Value>(
  part: Part,
  name: string,
  known: { readonly key: Place; readonly node: Place; readonly value: Value } | undefined,
): Fact<Value> {
  if (known) return { presence: 'known', value: known.value, at: known.node, key: known.key };
  const presence = part.presence(name);
  return { presence: presence === 'known' ? 'unknown' : presence, at: part.brace, key: part.brace };
}

/** Number of elements of an array. */
export function countOf(part: Part, name: string): Fact<number> {
  const array = part.array(name);
  return factOf(part, name, array && { ...array, value: array.value.items.length });
}

/** The day that is written in a date text; unknown where the text is no date, which is a finding of its own. */
export function dayOf(part: Part, name: string): Fact<Day> {
  return factOf(part, name, withValue(part.text(name), toDay));
}

function toDay(text: string): Day | undefined {
  const date = readDateText(text);
  return date.kind === 'date' ? date.day : undefined;
}

/** A member read further; undefined where there is none or nothing can be read from it. */
export function withValue<From, To>(
  known: Known<From> | undefined,
  read: (value: From) => To | undefined,
): Known<To> | undefined {
  const value = known && read(known.value);
  return known && value !== undefined ? { ...known, value } : undefined;
}
