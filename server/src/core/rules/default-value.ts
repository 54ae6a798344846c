import { memberOf, type Node } from '../document/node';
import { isUnread } from '../schema/validate';
import { isDecimal } from './decimal';
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

/** The values of a target that can be read, in order. */
export function defaultValuesOf(target: Part): DefaultValue[] {
  const entries = target.array('defaultValues')?.value.items ?? [];
  return entries.flatMap((entry) => defaultValueOf(entry) ?? []);
}
