import { alternateCurrencyFields } from './alternate-currency-fields';
import { cycleLimit } from './cycle-limit';
import { dateFormat } from './date-format';
import { dateOffset } from './date-offset';
import { defaultValueDecimal } from './default-value-decimal';
import { defaultValueNumber } from './default-value-number';
import { defaultValuesCount } from './default-values-count';
import { defaultValuesDiffer } from './default-values-differ';
import { descriptionLength } from './description-length';
import { documentedRequired } from './documented-required';
import { duplicateKey } from './duplicate-key';
import { emfEventAttribute } from './emf-event-attribute';
import { enrolmentDefault } from './enrolment-default';
import { entityTypePair } from './entity-type-pair';
import { enumLabelRule } from './enum-label';
import { eventAttributeField } from './event-attribute-field';
import { eventNameMissing } from './event-name-missing';
import { expressionJsonNode } from './expression-json-node';
import { expressionJsonShape } from './expression-json-shape';
import { expressionJsonSyntax } from './expression-json-syntax';
import { expressionMismatch } from './expression-mismatch';
import { extendedFieldInfoRequired } from './extended-field-info-required';
import { extendedFieldUnused } from './extended-field-unused';
import { fixedWindowRequired } from './fixed-window-required';
import { groupDatesOrder } from './group-dates-order';
import { integerPrecision } from './integer-precision';
import { leaderboardTrackingType } from './leaderboard-tracking-type';
import { leaderboardWindow } from './leaderboard-window';
import { nameBlankEnds } from './name-blank-ends';
import { nameDuplicate } from './name-duplicate';
import { nameEmpty } from './name-empty';
import { nameLength } from './name-length';
import { periodDatesOrder } from './period-dates-order';
import { periodLength } from './period-length';
import { periodOutsideCycle } from './period-outside-cycle';
import { periodOutsideGroup } from './period-outside-group';
import { periodStatus } from './period-status';
import { periodsOverlap } from './periods-overlap';
import { refCodeDuplicate } from './ref-code-duplicate';
import type { Rule } from './rule';
import { serverField } from './server-field';
import { streakLevels } from './streak-levels';
import { streaksMissing } from './streaks-missing';
import { timeZone } from './time-zone';
import { totalPeriodsCount } from './total-periods-count';
import { trackingTypeTargets } from './tracking-type-targets';
import { unifiedCombination } from './unified-combination';
import { unifiedExpression } from './unified-expression';
import { unknownProperty } from './unknown-property';
import { userCreatedEnrolment } from './user-created-enrolment';
import { windowEnrolment } from './window-enrolment';

/** Every rule that is a file of its own, in the order of the catalogue. The list, and nothing else. */
export const rules: readonly Rule[] = [
  duplicateKey,
  documentedRequired,
  unknownProperty,
  serverField,
  integerPrecision,
  nameLength,
  nameEmpty,
  nameBlankEnds,
  nameDuplicate,
  descriptionLength,
  enumLabelRule,
  defaultValuesCount,
  totalPeriodsCount,
  defaultValueNumber,
  defaultValueDecimal,
  defaultValuesDiffer,
  cycleLimit,
  trackingTypeTargets,
  leaderboardWindow,
  leaderboardTrackingType,
  fixedWindowRequired,
  windowEnrolment,
  dateFormat,
  periodDatesOrder,
  groupDatesOrder,
  periodsOverlap,
  periodOutsideGroup,
  periodOutsideCycle,
  refCodeDuplicate,
  periodLength,
  periodStatus,
  dateOffset,
  timeZone,
  entityTypePair,
  eventNameMissing,
  eventAttributeField,
  emfEventAttribute,
  extendedFieldInfoRequired,
  alternateCurrencyFields,
  extendedFieldUnused,
  enrolmentDefault,
  userCreatedEnrolment,
  unifiedCombination,
  unifiedExpression,
  streaksMissing,
  streakLevels,
  expressionJsonSyntax,
  expressionJsonShape,
  expressionJsonNode,
  expressionMismatch,
];
