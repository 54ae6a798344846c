import { dayIn } from '../periods/date-text';
import type { Day } from '../periods/day';
import type { Place } from '../document/node';
import type { Known, Part, Presence } from './part';

/** One thing that a part tells the rules that look across parts: no node, only the value and where it stands. */
export interface Fact<Value> {
  readonly presence: Presence;
  /** Undefined where there is none, or where it says nothing: a text that is no date. */
  readonly value: Value | undefined;
  /** The value's place; the brace that lacks it where there is none, or none to rely on. */
  readonly at: Place;
  /** The key's place where there is a key, else as `at`. */
  readonly key: Place;
}

/** The fact of a member. @param read what reads its value, given its name. */
export function factOf<Value>(
  part: Part,
  name: string,
  read: (name: string) => Known<Value | undefined> | undefined,
): Fact<Value> {
  const known = read(name);
  const { brace } = part;
  return { presence: part.presence(name), value: known?.value, at: known?.node ?? brace, key: known?.key ?? brace };
}

/** Number of elements of an array. */
export function countOf(part: Part, name: string): Fact<number> {
  return factOf(part, name, () => withValue(part.array(name), ({ items }) => items.length));
}

/** The day that is written in a date text; without a value where the text is no date, which is a finding of its own. */
export function dayOf(part: Part, name: string): Fact<Day> {
  return factOf(part, name, () => withValue(part.text(name), dayIn));
}

/** A member read further; undefined where there is none. */
function withValue<From, To>(known: Known<From> | undefined, read: (value: From) => To): Known<To> | undefined {
  return known && { ...known, value: read(known.value) };
}
