import { field } from '../../generated/fields.generated';
import { memberOf } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { jsonTextIn, type Written } from '../edits/json-text';
import { appendItems } from '../edits/resize-array';
import { setMember } from '../edits/set-member';
import { nameKey } from '../rules/name-key';
import { cycleCount } from './default-values';
import type { NewTarget, Outcome } from './generator';
import { newTarget } from './new-definition';
import type { Subject } from './subject';

/** Adds a target behind the last, enrolled as it is, with a value for each period; of bills where nothing else is said. */
export function addTarget(subject: Subject, target: NewTarget = salesTarget(subject)): Outcome {
  const { group, targetNodes } = subject;
  const trackingType = group.choice(field.trackingType)?.value;
  if (targetNodes.length > 0 && trackingType !== 'UNIFIED')
    return { reason: 'Only a unified group (trackingType UNIFIED) has more than one target.' };
  const taken = new Set(
    subject.facts.targets.flatMap(({ name }) => (name.value === undefined ? [] : nameKey(name.value))),
  );
  if (taken.has(nameKey(target.name))) return { reason: 'There is a target of this name.' };
  return [targetEdit(subject, target)];
}

/** Makes one target, or several, a unified group whose targets all have to be reached. */
export function toUnified(subject: Subject): Outcome {
  const { model, root, group, targetNodes } = subject;
  if (group.choice(field.trackingType)?.value !== 'DEFAULT')
    return { reason: 'Only a group whose trackingType is DEFAULT becomes a unified one.' };
  const set = (name: string, value: string) => setMember(model.text, root, name, value);
  return [
    set(field.trackingType, '"UNIFIED"'),
    ...(group.presence(field.combinationType) === 'absent' ? [set(field.combinationType, '"ALL"')] : []),
    ...(targetNodes.length === 1 ? [targetEdit(subject, salesTarget(subject))] : []),
  ];
}

function targetEdit(subject: Subject, target: NewTarget): Edit {
  const { model, root, facts, targets } = subject;
  const enrolmentMethod = facts.targets.at(-1)?.enrolment.value ?? 'IMPORT';
  const written: Written = newTarget({ ...target, enrolmentMethod }, cycleCount(subject) ?? 0);
  if (!targets) return setMember(model.text, root, field.targets, jsonTextIn(model.text, root, [written]));
  return appendItems(model.text, targets, [jsonTextIn(model.text, targets, written)]);
}

/** Sales of bills, under the first free name; whole numbers. */
function salesTarget({ targetNodes }: Subject): NewTarget {
  const names = targetNodes.map((target) => memberOf(target, field.name)?.value);
  const taken = new Set(names.map((name) => (name?.kind === 'string' ? nameKey(name.value) : '')));
  for (let number = targetNodes.length + 1; ; number++) {
    const name = `Target ${number}`;
    if (!taken.has(nameKey(name))) return { name, targetEntity: 'TRANSACTION', targetType: 'SALES', value: '1' };
  }
}
