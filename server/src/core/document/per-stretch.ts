import type { Kept } from './kept';
import type { ArrayNode, Node } from './node';
import { stretch } from './span';

/** What is made of some elements, the first of which has that position. */
export type MakeOfStretch<Value> = (items: readonly Node[], first: number) => Value;

/**
 * What is made of each stretch of a list: kept beside the list, and made anew where something in the stretch has changed
 * (kept.ts), or where nobody has looked at it yet. What it is made from has to be in the stretch.
 */
export function perStretch<Value>(): (list: ArrayNode, make: MakeOfStretch<Value>) => readonly Value[] {
  const known = new WeakMap<ArrayNode, { readonly of: (Kept | undefined)[]; readonly values: Value[] }>();
  return (list, make) => {
    const { items, kept } = list;
    const { of, values } = known.get(list) ?? { of: [], values: [] };
    known.set(list, { of, values });
    const count = Math.ceil(items.length / stretch);
    of.length = values.length = Math.min(values.length, count);
    for (let at = 0; at < count; at++) {
      const state = kept?.units[at];
      // Whether a unit is stale is asked of the list: to look into each of thousands would take longer than all else.
      if (state && of[at] === state && !kept.stale.has(at)) continue;
      of[at] = state;
      values[at] = make(items.slice(at * stretch, (at + 1) * stretch), at * stretch);
    }
    return values;
  };
}
