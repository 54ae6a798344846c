import type { Kept } from '../document/kept';
import { memberOf, type ArrayNode, type Node } from '../document/node';
import { stretch } from '../document/span';
import { isUnread } from '../schema/validate';
import { hasFraction, isDecimal, isSameDecimal } from './decimal';
import type { Part } from './part';

/** One default value that can be read as a number. */
export interface DefaultValue {
  readonly node: Node;
  /** A decimal text (see decimal.ts). */
  readonly text: string;
}

/** What an entry of `defaultValues` holds; undefined where it is no number, which is a finding of its own. */
export function defaultValueOf(entry: Node): DefaultValue | undefined {
  const node = entry.kind === 'object' ? memberOf(entry, 'defaultValue')?.value : undefined;
  if (!node || isUnread(node) || (node.kind !== 'number' && node.kind !== 'string')) return undefined;
  const text = String(node.value);
  return isDecimal(text) ? { node, text } : undefined;
}

/** What the rules want to know of some entries of `defaultValues`. */
export interface DefaultValues {
  /** Those that hold nothing that can be read as a number. */
  readonly unread: readonly Node[];
  readonly fractions: readonly DefaultValue[];
  readonly first: DefaultValue | undefined;
  /** The first that is another number than the first. */
  readonly other: DefaultValue | undefined;
}

/** What was read of each list, and of which state of its stretches. */
const known = new WeakMap<ArrayNode, { readonly of: (Kept | undefined)[]; readonly values: DefaultValues[] }>();

/** The default values of a target, stretch by stretch: each is read again only once something in it has changed. */
export function defaultValuesOf(target: Part): readonly DefaultValues[] {
  const list = target.array('defaultValues')?.value;
  if (!list) return [];
  const { items, kept } = list;
  const { of, values } = known.get(list) ?? { of: [], values: [] };
  known.set(list, { of, values });
  const count = Math.ceil(items.length / stretch);
  of.length = values.length = Math.min(values.length, count);
  for (let at = 0; at < count; at++) {
    const state = kept?.units[at];
    if (state && of[at] === state && !kept.stale.has(at)) continue;
    of[at] = state;
    values[at] = readValues(items.slice(at * stretch, (at + 1) * stretch));
  }
  return values;
}

function readValues(entries: readonly Node[]): DefaultValues {
  const unread: Node[] = [];
  const values: DefaultValue[] = [];
  for (const entry of entries) {
    const value = defaultValueOf(entry);
    if (value) values.push(value);
    else unread.push(entry);
  }
  const [first] = values;
  return {
    unread,
    fractions: values.filter(({ text }) => hasFraction(text)),
    first,
    other: first && values.find(({ text }) => !isSameDecimal(text, first.text)),
  };
}
