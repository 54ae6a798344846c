import type { Model } from '../document/model';
import type { InSlices } from '../document/in-slices';
import type { Kept } from '../document/kept';
import type { Node, ObjectNode } from '../document/node';
import type { Finding } from '../rules/finding';
import type { Rule } from '../rules/rule';
import { Look, type Shared } from './look';
import type { Unit } from './unit';

/** What is known of the whole; nobody else writes there. */
interface Whole extends Kept {
  readonly shared: Shared;
  /** Undefined until all of it was looked at. */
  group: Unit | undefined;
}

/**
 * What the schema and the rules say about a definition. Lists are looked at in stretches, and what is known of a stretch
 * is not found out again as long as nothing in it changes: a keystroke costs the group without its lists, the stretches
 * that it is in, and, where a fact has changed, what looks across.
 * @param withRightFixes makes sure of the fixes of a finding about a wrong type.
 */
export function memberFindings(
  model: Model,
  root: ObjectNode,
  rules: readonly Rule[],
  withRightFixes: (finding: Finding) => Finding,
): InSlices<Finding[]> {
  const fresh = () => ({ look: undefined, across: undefined, unreliable: new WeakSet<Node>() });
  const whole = (root.kept ??= { isStale: false, shared: fresh(), group: undefined } as Whole) as Whole;
  const look = new Look({ model, root, rules, withRightFixes }, whole.shared);
  return (isOver) => {
    const group = look.group(whole.group, isOver);
    if (!group) return undefined;
    whole.group = group;
    return look.findings(group);
  };
}
