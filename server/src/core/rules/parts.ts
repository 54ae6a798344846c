import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { endOf, memberOf, type ObjectNode } from '../document/node';
import { itemSchema, memberSchema, rootSchema, type Schema } from '../schema/schema';
import { Part, type PartKind, type PartSource } from './part';

/** The group, its periods and its targets, as far as they are objects. */
export function partsOf(
  root: ObjectNode,
  { text, isWhole }: Model,
  isUnreliable: PartSource['isUnreliable'],
): readonly [group: Part, ...others: Part[]] {
  const source: PartSource = { isUnreliable, written: (place) => text.slice(place.offset, endOf(place)) };
  const make = (kind: PartKind, node: ObjectNode, schema: Schema | undefined, index = 0) =>
    new Part(kind, node, schema, source, isWhole, index);
  const listed = (name: string, kind: PartKind): Part[] => {
    const list = memberOf(root, name)?.value;
    if (list?.kind !== 'array') return [];
    const schema = itemSchema(memberSchema(rootSchema, name));
    return list.items.flatMap((item, index) => (item.kind === 'object' ? make(kind, item, schema, index) : []));
  };
  return [make('group', root, rootSchema), ...listed(field.periods, 'period'), ...listed(field.targets, 'target')];
}
