import type { Model } from '../document/model';
import { memberOf, pathOf, type ArrayNode, type Node, type ObjectNode } from '../document/node';
import type { Facts } from '../rules/facts';
import { factsIn } from '../rules/read-facts';
import { canonicalValue } from '../schema/enum-label';
import { memberSchema, schemaOf } from '../schema/schema';
import { usedWords, type UsedWords } from './used-words';

/** What suggestions look at: the definition as far as it can be read, and what others name. */
export interface Context {
  readonly model: Model;
  readonly facts: Facts | undefined;
  readonly used: readonly UsedWords[];
  /** What the cursor touches, which is written anew: as an element of a list it counts for nothing. */
  readonly current: Node | undefined;
}

export function contextOf(model: Model, used: readonly UsedWords[], current?: Node): Context {
  let words: readonly UsedWords[] | undefined;
  // Read when they are asked for: most places need neither, and a long definition takes its time.
  return {
    model,
    get facts() {
      return factsIn(model);
    },
    get used() {
      return (words ??= [usedWords(model), ...used]);
    },
    current,
  };
}

/**
 * The keys that lead to a node, or to a member of it, joined by dots: `targets.targetType` for that of any target. Empty for
 * the group itself.
 */
export function fieldOf(node: Node, ...names: readonly string[]): string {
  return [...pathOf(node).filter((step) => typeof step === 'string'), ...names].join('.');
}

/** An enum member as the API means it; undefined where that is not certain. */
export function choiceIn(object: ObjectNode, name: string): string | undefined {
  const node = memberOf(object, name)?.value;
  const schema = memberSchema(schemaOf(object), name);
  return node?.kind === 'string' && !node.broken && schema ? canonicalValue(schema, node.value) : undefined;
}

/** The elements of a list but the one that is written anew. */
export function otherItems({ items }: ArrayNode, { current }: Context): readonly Node[] {
  return items.filter((item) => item !== current);
}
