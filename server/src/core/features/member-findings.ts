import type { Model } from '../document/model';
import type { ObjectNode } from '../document/node';
import type { Finding } from '../rules/finding';
import type { Rule } from '../rules/rule';
import { Look, type Shared } from './look';
import type { Unit } from './unit';

/** The unit of the group, which also keeps what concerns the whole. */
interface Whole extends Unit {
  readonly shared: Shared;
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
): Finding[] {
  // Nobody else writes there.
  const known = root.kept as Whole | undefined;
  const shared = known?.shared ?? { look: undefined, across: undefined, unreliable: new WeakSet() };
  const look = new Look({ model, root, rules, withRightFixes }, shared);
  const group = look.group(known);
  const whole: Whole = Object.assign(group, { shared });
  root.kept = whole;
  return look.findings(group);
}
