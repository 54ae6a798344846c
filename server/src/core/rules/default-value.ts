import { memberOf, type Node } from '../document/node';
import { perStretch } from '../document/per-stretch';
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

const inStretches = perStretch<DefaultValues>();

/** The default values of a target, stretch by stretch. */
export function defaultValuesOf(target: Part): readonly DefaultValues[] {
  const list = target.array('defaultValues')?.value;
  return list ? inStretches(list, readValues) : [];
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
