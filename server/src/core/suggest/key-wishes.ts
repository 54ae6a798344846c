import { containerOf, keyOf, memberOf, type ObjectNode } from '../document/node';
import { isStreak } from '../rules/windows';
import { choiceIn, fieldOf } from './context';

/** Whether a key is wanted where it could stand: true, false, or undefined where nothing speaks for or against it. */
export function isWanted(name: string, object: ObjectNode): boolean | undefined {
  return wishes[fieldOf(object, name)]?.(object);
}

type Wish = (object: ObjectNode) => boolean | undefined;

/** A wish that depends on one choice beside it. */
const by =
  (name: string, judge: (value: string) => boolean): Wish =>
  (object) => {
    const value = choiceIn(object, name);
    return value === undefined ? undefined : judge(value);
  };

/** A wish of `extendedFieldInfo` that depends on the entity of its target. */
const byEntity =
  (ofCurrency: boolean | undefined, ofOthers: boolean | undefined): Wish =>
  (object) => {
    const target = keyOf(object) && containerOf(object);
    const entity = target?.kind === 'object' ? choiceIn(target, 'targetEntity') : undefined;
    if (entity === undefined) return undefined;
    return entity === 'ALTERNATE_CURRENCIES' ? ofCurrency : ofOthers;
  };
const ofCurrency = byEntity(true, false);
const ofField = byEntity(false, undefined);

const isUnified: Wish = (group) => choiceIn(group, 'trackingType') === 'UNIFIED';

const wishes: Readonly<Record<string, Wish>> = {
  combinationType: isUnified,
  unifiedTargetExpression: (group) => {
    const combination = choiceIn(group, 'combinationType');
    return isUnified(group) === true && combination !== 'ANY' && (combination === 'ALL' || undefined);
  },
  streaks: (group) => isStreak(choiceIn(group, 'trackingType')),
  'targets.eventName': by('targetEntity', (value) => value === 'EVENT'),
  'targets.extendedFieldInfo': (target) => {
    const type = choiceIn(target, 'targetType');
    if (type === 'COUNT' || type === 'VISIT') return false;
    const isNeeded = type === 'EXTENDED_FIELD' || type === 'EVENT_ATTRIBUTE';
    return isNeeded || choiceIn(target, 'targetEntity') === 'ALTERNATE_CURRENCIES' || undefined;
  },
  'targets.targetAudienceFilter': by('enrolmentMethod', (value) => value === 'AUDIENCE_FILTER'),
  'targets.extendedFieldInfo.alternateCurrencyIdentifier': ofCurrency,
  'targets.extendedFieldInfo.programId': ofCurrency,
  'targets.extendedFieldInfo.name': ofField,
  'targets.extendedFieldInfo.aggregateFunction': ofField,
};

/** True for an `extendedFieldInfo` that says which currency it is; also where there is none at all. */
export function hasCurrency(target: ObjectNode): boolean {
  const info = memberOf(target, 'extendedFieldInfo')?.value;
  if (info?.kind !== 'object') return !info || info.kind === 'null';
  return ['alternateCurrencyIdentifier', 'programId'].every((name) => memberOf(info, name)?.value);
}
