import type { Model } from '../document/model';
import { endOf, type ObjectNode } from '../document/node';
import type { Schema } from '../schema/schema';
import { Part, type PartKind, type PartSource } from './part';

/** Where a part stands: the group's own object, or one that is an element of `periods` or `targets`. */
export interface PartNode {
  readonly kind: PartKind;
  readonly node: ObjectNode;
  readonly schema: Schema | undefined;
  /** Zero-based position among the periods or targets of the file; 0 for the group. */
  readonly index: number;
}

/** What makes parts of one document readable to the rules. */
export function createPartReader(
  { content, isWhole }: Model,
  isUnreliable: PartSource['isUnreliable'],
): (place: PartNode) => Part {
  const source: PartSource = { isUnreliable, written: (place) => content.slice(place.offset, endOf(place)) };
  return ({ kind, node, schema, index }) => new Part(kind, node, schema, source, isWhole, index);
}
