import { memberOf, type ObjectNode } from '../document/node';
import { folded } from '../schema/enum-label';

/** Which `targetType` fits which `targetEntity` (FACTS b.1; another pair is error 310033). */
const pairs: ReadonlyMap<string, readonly string[]> = new Map([
  ['TRANSACTION', ['SALES', 'GROSS_SALES', 'COUNT', 'VISIT', 'QUANTITY', 'EXTENDED_FIELD', 'ALL']],
  ['LINEITEM', ['SALES', 'GROSS_SALES', 'QUANTITY', 'EXTENDED_FIELD']],
  ['EVENT', ['COUNT', 'VISIT', 'EVENT_ATTRIBUTE']],
  ['POINTS', ['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS']],
  ['ALTERNATE_CURRENCIES', ['ALL', 'REGULAR', 'PROMOTION']],
]);

/** The entities, the most usual first. */
export const entitiesWithTypes: readonly string[] = [...pairs.keys()];

/** The types that fit an entity; empty for one that is not known. */
export function typesThatFit(entity: string): readonly string[] {
  return pairs.get(entity) ?? [];
}

/** The entities that a type fits; empty for one that is not known. */
export function entitiesOfType(type: string): readonly string[] {
  return entitiesWithTypes.filter((entity) => typesThatFit(entity).includes(type));
}

/** An entity that a type fits without any other member; undefined where there is none. */
export function plainEntityOf(type: string): string | undefined {
  if (type === 'EXTENDED_FIELD' || type === 'EVENT_ATTRIBUTE') return undefined;
  return entitiesOfType(type).find((entity) => entity !== 'ALTERNATE_CURRENCIES');
}

/** The first type to think of for an entity; undefined for one that is not known. */
export function plainTypeOf(entity: string): string | undefined {
  const types = typesThatFit(entity === 'REWARDS' ? 'POINTS' : entity);
  return types.find((type) => type === 'ALL_POINTS') ?? types[0];
}

/**
 * Of the values that a label may stand for, those that fit the entity beside it: `SUM` of an event is EVENT_ATTRIBUTE, of
 * bills and lines SALES. Where none of several fits, what does; all of them where the entity does not decide.
 */
export function decidedByEntity(object: ObjectNode, meant: readonly string[]): readonly string[] {
  const entity = memberOf(object, 'targetEntity')?.value;
  if (entity?.kind !== 'string') return meant;
  const named = entitiesWithTypes.find((each) => folded(each) === folded(entity.value));
  const fitting = typesThatFit(named ?? '');
  const left = meant.filter((value) => fitting.includes(value));
  if (left.length > 0) return left;
  return meant.length > 1 && named !== undefined ? fitting : meant;
}
