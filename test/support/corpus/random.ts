/** Numbers that only look like chance: the same seed gives the same ones, on every machine. */
export interface Random {
  /** A whole number from min to max, both included. */
  readonly integer: (min: number, max: number) => number;
  /** True about once in so many times. */
  readonly once: (inTimes: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The items in another order. */
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

/** @param seed any whole number. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  // Mulberry32: 32 bits of state, and good enough to choose test data by.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    integer,
    once: (inTimes) => integer(1, inTimes) === 1,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    shuffled: (items) => {
      const left = [...items];
      return items.flatMap(() => left.splice(integer(0, left.length - 1), 1));
    },
  };
}
