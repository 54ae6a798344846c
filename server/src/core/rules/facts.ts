import { endOf, type Place } from '../document/node';
import type { Part, Presence } from './part';

/** One thing that a part tells the rules that look across parts: no node, only the value and where it stands. */
export interface Fact<Value> {
  readonly presence: Presence;
  /** Present exactly when `presence` is `known`. */
  readonly value?: Value;
  /** The value's place; the brace or key that lacks it where there is none. */
  readonly at: Place;
  /** The key's place where there is a key, else as `at`. */
  readonly key: Place;
}

export interface GroupFacts {
  readonly totalPeriods: Fact<number>;
  /** Number of elements of `periods`. */
  readonly periods: Fact<number>;
}

export interface TargetFacts {
  /** Zero-based position in `targets`. */
  readonly index: number;
  /** Number of elements of `defaultValues`. */
  readonly defaultValues: Fact<number>;
}

/** Everything that `across` rules see. */
export interface Facts {
  readonly group: GroupFacts;
  readonly targets: readonly TargetFacts[];
}

function factOf<Value>(
  part: Part,
  name: string,
  known: { key: Place; node: Place; value: Value } | undefined,
): Fact<Value> {
  if (known) return { presence: 'known', value: known.value, at: known.node, key: known.key };
  const brace = { offset: part.node.offset, length: Math.min(1, endOf(part.node) - part.node.offset) };
  const presence = part.presence(name);
  return { presence: presence === 'known' ? 'unknown' : presence, at: brace, key: brace };
}

function countOf(part: Part, name: string): Fact<number> {
  const array = part.array(name);
  return factOf(part, name, array && { ...array, value: array.value.items.length });
}

export function groupFacts(part: Part): GroupFacts {
  return { totalPeriods: factOf(part, 'totalPeriods', part.number('totalPeriods')), periods: countOf(part, 'periods') };
}

export function targetFacts(part: Part): TargetFacts {
  return { index: part.index, defaultValues: countOf(part, 'defaultValues') };
}
