import type { Model } from '../document/model';
import { memberOf, siblingsOf, type ObjectNode } from '../document/node';
import { canBecome } from './bounds';
import type { Facts } from './facts';
import { nameKey, neighbourNames } from './name-key';
import { factsIn } from './read-facts';
import { plainEntityOf, plainTypeOf } from './target-pairs';
import { canTotalBecome } from './value-counts';

type Placeholder = (object: ObjectNode, facts: Facts) => string | undefined;

/**
 * JSON text of what a missing member may begin with; undefined where every value would bring an error or a warning of
 * its own.
 * @param object the group, the period or the target that lacks it.
 */
export function placeholderFor(name: string, object: ObjectNode, model: Model): string | undefined {
  const placeholder = placeholders[name];
  const facts = placeholder && factsIn(model);
  return facts && placeholder(object, facts);
}

const placeholders: Readonly<Record<string, Placeholder>> = {
  trackingType: (_group, { targets }) => (targets.length > 1 ? undefined : '"DEFAULT"'),
  targetEvaluationType: () => '"FIXED_CALENDAR_WINDOW"',
  frequencyType: () => '"CUSTOM"',
  frequency: () => '0',
  recurringCycles: () => '0',
  totalPeriods: (_group, facts) => totalPeriods(facts),
  startDate: (period, facts) => onlyDay(period, facts, 'endDate'),
  endDate: (period, facts) => onlyDay(period, facts, 'startDate'),
  refCode: (period, facts) => JSON.stringify(freeCode(period, facts)),
  name: (target, { group }) => JSON.stringify(freeTargetName(target, group.name.value ?? '')),
  targetEntity: (target) => fitting(target, 'targetType', plainEntityOf, 'TRANSACTION'),
  targetType: (target) => fitting(target, 'targetEntity', plainTypeOf, 'SALES'),
};

/** The number of periods; where there are none, 0, or the number of values of the first target, if all agree on it. */
function totalPeriods(facts: Facts): string | undefined {
  const periods = facts.group.periods.value ?? 0;
  const candidates = periods > 0 ? [periods] : [0, facts.targets[0]?.defaultValues.value ?? 0];
  const found = candidates.find((count) => canTotalBecome(count, facts));
  return found === undefined ? undefined : String(found);
}

/** A period of the one day that is known, where no other period has it. */
function onlyDay(period: ObjectNode, facts: Facts, other: 'startDate' | 'endDate'): string | undefined {
  const own = facts.periods.find(({ index }) => index === positionOf(period));
  const day = own?.[other === 'startDate' ? 'start' : 'end'].value;
  if (!own || day === undefined || !canBecome(facts, own, { start: day, end: day })) return undefined;
  return JSON.stringify(textOf(period, other));
}

/** The value that fits the other half of the pair; the given one where there is no other half. */
function fitting(
  target: ObjectNode,
  other: string,
  toFitting: (other: string) => string | undefined,
  free: string,
): string | undefined {
  const present = memberOf(target, other)?.value;
  const value = !present || present.kind === 'null' ? free : toFitting(textOf(target, other) ?? '');
  return value && JSON.stringify(value);
}

function textOf(object: ObjectNode, name: string): string | undefined {
  const value = memberOf(object, name)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

/** The zero-based place of an object in its list; -1 where it stands in none. */
export const positionOf = (object: ObjectNode): number => siblingsOf(object).indexOf(object);

/** The first of `Cycle_1`, `Cycle_2`, … from the period's own position on that no other period carries. */
function freeCode(period: ObjectNode, { periods }: Facts): string {
  const taken = new Set(periods.flatMap(({ refCode }) => refCode.value ?? []));
  for (let number = positionOf(period) + 1; ; number++) {
    const code = `Cycle_${number}`;
    if (!taken.has(code)) return code;
  }
}

/** A name with the group's in it, unless that is empty or would make it too long; free among the targets. */
export function freeTargetName(target: ObjectNode, groupName: string): string {
  const group = groupName.trim();
  const base = group !== '' && group.length < 180 ? `${group} target` : 'Target';
  const taken = neighbourNames(target);
  for (let number = positionOf(target) + 1; ; number++) {
    const name = `${base} ${number}`;
    if (!taken.has(nameKey(name))) return name;
  }
}
