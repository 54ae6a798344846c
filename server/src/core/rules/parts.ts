import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { endOf, memberOf, type ObjectNode } from '../document/node';
import { itemSchema, memberSchema, rootSchema, type Schema } from '../schema/schema';
import { Part, type PartKind, type PartSource } from './part';

/** Where a part stands: the group's own object, or one that is an element of `periods` or `targets`. */
export interface PartNode {
  readonly kind: PartKind;
  readonly node: ObjectNode;
  readonly schema: Schema | undefined;
  /** Zero-based position among the periods or targets of the file; 0 for the group. */
  readonly index: number;
}

/** The group, its periods and its targets, as far as they are objects; the group first. */
export function partNodesOf(root: ObjectNode): readonly [group: PartNode, ...others: PartNode[]] {
  const listed = (name: string, kind: PartKind): PartNode[] => {
    const list = memberOf(root, name)?.value;
    if (list?.kind !== 'array') return [];
    const schema = itemSchema(memberSchema(rootSchema, name));
    return list.items.flatMap((node, index) => (node.kind === 'object' ? { kind, node, schema, index } : []));
  };
  const group: PartNode = { kind: 'group', node: root, schema: rootSchema, index: 0 };
  return [group, ...listed(field.periods, 'period'), ...listed(field.targets, 'target')];
}

/** What makes parts of one document readable to the rules. */
export function createPartReader(
  { content, isWhole }: Model,
  isUnreliable: PartSource['isUnreliable'],
): (place: PartNode) => Part {
  const source: PartSource = { isUnreliable, written: (place) => content.slice(place.offset, endOf(place)) };
  return ({ kind, node, schema, index }) => new Part(kind, node, schema, source, isWhole, index);
}

/** The same places as `partNodesOf`, as the rules read them. */
export function partsOf(
  root: ObjectNode,
  model: Model,
  isUnreliable: PartSource['isUnreliable'],
): readonly [group: Part, ...others: Part[]] {
  const read = createPartReader(model, isUnreliable);
  const [group, ...others] = partNodesOf(root);
  return [read(group), ...others.map(read)];
}
