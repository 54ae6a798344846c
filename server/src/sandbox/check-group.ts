import type { ErrorCode } from './error-catalogue';
import { groupShape } from './group-shape';
import { flagAt, type JsonObject, literalOf, objectAt, objectsAt, textAt } from './json-value';

const longestName = 200;
const enrolmentMethods = ['TRANSACTION', 'IMPORT', 'AUDIENCE_FILTER'];
const pointTypes = ['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS'];

/** FACTS b.1: the documented pairs and TRANSACTION with ALL, which is stored. The service's own matrix is not known. */
const typesOfEntity = new Map([
  ['TRANSACTION', ['SALES', 'GROSS_SALES', 'COUNT', 'VISIT', 'QUANTITY', 'EXTENDED_FIELD', 'ALL']],
  ['LINEITEM', ['SALES', 'GROSS_SALES', 'QUANTITY', 'EXTENDED_FIELD']],
  ['EVENT', ['COUNT', 'VISIT', 'EVENT_ATTRIBUTE']],
  ['POINTS', pointTypes],
  ['REWARDS', pointTypes],
  ['ALTERNATE_CURRENCIES', ['ALL', 'REGULAR', 'PROMOTION']],
]);

export interface Circumstances {
  readonly isNameTaken: (name: string) => boolean;
  readonly leaderboardDisabled: boolean;
}

/**
 * The code of the first reason to refuse a create, undefined when there is none. One reason, as every documented
 * failure has; only reasons with a documented code, so that all the severity evidence of FACTS is accepted.
 */
export function reasonToRefuse(group: JsonObject, circumstances: Circumstances): ErrorCode | undefined {
  const name = textAt(group, 'name') ?? '';
  if (!groupShape(group) || isTooLong(name)) return 300004;
  if (circumstances.isNameTaken(name)) return 310069;
  return reasonOfLeaderboard(group, circumstances) ?? firstReason(objectsAt(group, 'targets'));
}

function reasonOfLeaderboard(group: JsonObject, circumstances: Circumstances): ErrorCode | undefined {
  if (flagAt(group, 'leaderboardEnabled') !== true) return undefined;
  if (circumstances.leaderboardDisabled) return 310133;
  return (textAt(group, 'targetEvaluationType') ?? 'FIXED_CALENDAR_WINDOW') === 'FIXED_CALENDAR_WINDOW'
    ? undefined
    : 310132;
}

function firstReason(targets: readonly JsonObject[]): ErrorCode | undefined {
  for (const target of targets) {
    const reason = reasonOfTarget(target);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonOfTarget(target: JsonObject): ErrorCode | undefined {
  const entity = textAt(target, 'targetEntity');
  const type = textAt(target, 'targetType');
  if (isTooLong(textAt(target, 'name') ?? '')) return 310008;
  if (!isPair(entity, type)) return 310033;
  if (!enrolmentMethods.includes(textAt(target, 'enrolmentMethod') ?? 'IMPORT')) return 310130;
  const isCurrency = entity === 'ALTERNATE_CURRENCIES';
  return isCurrency || type === 'EXTENDED_FIELD'
    ? reasonOfInformation(objectAt(target, 'extendedFieldInfo'), isCurrency)
    : undefined;
}

/** A pair with an unknown half is no wrong pair. */
function isPair(entity: string | undefined, type: string | undefined): boolean {
  return entity === undefined || type === undefined || typesOfEntity.get(entity)?.includes(type) === true;
}

/** FACTS a.6. No catalogue of programmes or currencies stands behind the sandbox: any that could exist will do. */
function reasonOfInformation(information: JsonObject | undefined, isCurrency: boolean): ErrorCode | undefined {
  if (information === undefined) return 310094;
  if (!isCurrency) return isBlank(information, 'name') ? 310092 : undefined;
  const program = literalOf(information.get('programId')) ?? '';
  if (!(Number(program) > 0)) return 310146;
  return isBlank(information, 'alternateCurrencyIdentifier') ? 310147 : undefined;
}

function isBlank(object: JsonObject, key: string): boolean {
  return (textAt(object, key) ?? '').trim() === '';
}

/** Longer than 200 code points; a code point has one or two UTF-16 units. */
function isTooLong(text: string): boolean {
  return text.length > 2 * longestName || Array.from(text).length > longestName;
}
