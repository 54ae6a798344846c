import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { memberOf, type ArrayNode, type ObjectNode } from '../document/node';
import { limits } from '../limits';
import type { Facts } from '../rules/facts';
import type { Part } from '../rules/part';
import { createPartReader } from '../rules/parts';
import { factsIn } from '../rules/read-facts';
import { rootSchema } from '../schema/schema';
import { isUnread } from '../schema/validate';
import type { Refusal } from './generator';

/** A definition that something can be made of. */
export interface Subject {
  readonly model: Model;
  readonly root: ObjectNode;
  /** What can be relied on of the group's own members. */
  readonly group: Part;
  readonly facts: Facts;
  /** Undefined where there is none, or null. */
  readonly periods: ArrayNode | undefined;
  readonly targets: ArrayNode | undefined;
  /** Their elements, which are objects, all of them. */
  readonly periodNodes: readonly ObjectNode[];
  readonly targetNodes: readonly ObjectNode[];
}

/** Reads a definition; of text that is not whole nothing is made. */
export function subjectOf(model: Model): Subject | Refusal {
  const { root, syntax } = model;
  const facts = factsIn(model);
  const broken = syntax.find(({ code }) => code === 'json-syntax');
  if (broken) return { reason: `Line ${model.rangeOf(broken).start.line + 1} has a syntax error: ${broken.message}` };
  if (model.content.length > limits.fullChecks) return { reason: 'The file is too long to be checked.' };
  if (root?.kind !== 'object' || root.members.length === 0 || !facts)
    return { reason: 'There is no definition yet; an object with members is expected.' };
  const periods = listIn(root, field.periods);
  const targets = listIn(root, field.targets);
  if (periods && 'reason' in periods) return periods;
  if (targets && 'reason' in targets) return targets;
  const read = createPartReader(model, isUnread);
  return {
    model,
    root,
    group: read({ kind: 'group', node: root, schema: rootSchema, index: 0 }),
    facts,
    periods,
    targets,
    periodNodes: objectsIn(periods),
    targetNodes: objectsIn(targets),
  };
}

function listIn(root: ObjectNode, name: string): ArrayNode | Refusal | undefined {
  const value = memberOf(root, name)?.value;
  if (!value || value.kind === 'null') return undefined;
  if (value.kind === 'array' && value.items.every(({ kind }) => kind === 'object')) return value;
  return { reason: `${name} is no list of objects.` };
}

const objectsIn = (list: ArrayNode | undefined): ObjectNode[] =>
  (list?.items ?? []).filter((item) => item.kind === 'object');
