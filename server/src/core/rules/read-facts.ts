import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { memberOf, type ObjectNode } from '../document/node';
import { perStretch } from '../document/per-stretch';
import { itemSchema, memberSchema, rootSchema } from '../schema/schema';
import { isUnread } from '../schema/validate';
import { joinFacts, partFacts, type Facts, type PartFacts } from './facts';
import { createPartReader } from './parts';

const known = new WeakMap<Model, Facts>();
const inStretches = perStretch<readonly PartFacts[]>();

/** What the parts of a definition state, as far as it can be read; undefined for what is none. */
export function factsIn(model: Model): Facts | undefined {
  const { root } = model;
  if (root?.kind !== 'object') return undefined;
  const facts = known.get(model) ?? readFacts(root, model);
  known.set(model, facts);
  return facts;
}

function readFacts(root: ObjectNode, model: Model): Facts {
  const read = createPartReader(model, isUnread);
  const stated = (name: string, kind: 'period' | 'target') => {
    const list = memberOf(root, name)?.value;
    if (list?.kind !== 'array') return [];
    const schema = itemSchema(memberSchema(rootSchema, name));
    return inStretches(list, (items, first) =>
      items.flatMap((node, at) =>
        node.kind === 'object' ? (partFacts(read({ kind, node, schema, index: first + at })) ?? []) : [],
      ),
    ).flat();
  };
  const group = read({ kind: 'group', node: root, schema: rootSchema, index: 0 });
  return joinFacts(group, [...stated(field.periods, 'period'), ...stated(field.targets, 'target')]);
}
