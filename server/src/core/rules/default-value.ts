import type { Kept } from '../document/kept';
import { memberOf, type Node } from '../document/node';
import { stretch, stretchOf } from '../document/span';
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

const known = new WeakMap<Kept, DefaultValues>();

/** The default values of a target, stretch by stretch: each is read again only once something in it has changed. */
export function defaultValuesOf(target: Part): DefaultValues[] {
  const list = target.array('defaultValues')?.value;
  const found: DefaultValues[] = [];
  for (let from = 0; list && from < list.items.length; from += stretch) {
    const kept = list.kept?.units[stretchOf(from)];
    const values = (kept && known.get(kept)) ?? readValues(list.items.slice(from, from + stretch));
    if (kept && !kept.isStale) known.set(kept, values);
    found.push(values);
  }
  return found;
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
