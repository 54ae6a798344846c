import { field } from '../../generated/fields.generated';
import { memberOf, type ArrayNode, type ObjectNode } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { jsonTextIn } from '../edits/json-text';
import { keepItems } from '../edits/resize-array';
import { setMember } from '../edits/set-member';
import { padValues } from '../rules/pad-values';
import { expectedCount } from '../rules/value-counts';
import type { Outcome } from './generator';
import type { Subject } from './subject';

/** How many values every target should have: one for each period, `totalPeriods` where there is none. */
export function cycleCount({ facts: { group }, periodNodes }: Subject): number | undefined {
  return periodNodes.length > 0 ? periodNodes.length : expectedCount(group)?.count;
}

/**
 * Gives every target one value per period, and `totalPeriods` their number where it says another.
 * @param value for every period; without it only what is missing is added, each like the last.
 */
export function fillDefaultValues(subject: Subject, value?: string): Outcome {
  const count = cycleCount(subject);
  if (subject.targetNodes.length === 0) return { reason: 'There is no target that could have values.' };
  if (count === undefined || count > 1000) return { reason: 'How many cycles there are is not known.' };
  return [...resizeValues(subject, count, value), ...totalEdits(subject, count)];
}

/** Edits that make the values of every target so many. */
export function resizeValues({ model: { text }, targetNodes }: Subject, count: number, value?: string): Edit[] {
  return targetNodes.flatMap((target) => {
    const values = memberOf(target, field.defaultValues)?.value;
    if (values?.kind === 'array') return resized(text, values, count, value);
    if (values && values.kind !== 'null') return [];
    const list = Array.from({ length: count }, () => ({ defaultValue: value ?? '1' }));
    return [setMember(text, target, field.defaultValues, jsonTextIn(text, target, list))];
  });
}

function resized(text: string, values: ArrayNode, count: number, value: string | undefined): Edit[] {
  const missing = count - values.items.length;
  const kept = values.items.slice(0, count).filter((entry) => entry.kind === 'object');
  const size = missing > 0 ? padValues(text, values, missing, value) : keepItems(values, count);
  return [
    ...(value === undefined ? [] : kept.flatMap((entry) => valueEdit(text, entry, value))),
    ...(size ? [size] : []),
  ];
}

function valueEdit(text: string, entry: ObjectNode, value: string): Edit[] {
  const old = memberOf(entry, field.defaultValue)?.value;
  const written = old?.kind === 'string' ? JSON.stringify(value) : value;
  const isSame = old && text.slice(old.offset, old.offset + old.length) === written;
  return isSame ? [] : [setMember(text, entry, field.defaultValue, written)];
}

/** `totalPeriods` as it should be; nothing where it is absent. */
export function totalEdits({ model: { text }, root, facts }: Subject, count: number): Edit[] {
  const { presence, value } = facts.group.totalPeriods;
  return presence === 'absent' || value === count ? [] : [setMember(text, root, field.totalPeriods, String(count))];
}
