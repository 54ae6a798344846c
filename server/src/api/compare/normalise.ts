import { parseTime } from '../time';

/** How the API changes a member on its way in (FACTS b.9): `undefined` stands for one that is not there. */
export type Normalise = (value: unknown) => unknown;

/** Members that only the API gives, or works out anew whatever was sent (FACTS c, a.3). */
export const serverMembers: ReadonlySet<string> = new Set([
  ...['id', 'attribution', 'createdOn', 'lastUpdatedOn', 'createdOnISO', 'lastUpdatedOnISO', 'orgId', 'activePeriod'],
  ...['targetGroupId', 'periodId', 'periodStatus', 'emfRuleSetId', 'emfUnrolledRulesetId', 'ruleExpression'],
  ...['targetPeriodDefaultValuesMap', 'targetMilestoneTriggers'],
]);

/** What the API fills in where nothing was sent, and nobody can tell beforehand (FACTS a.1). */
export const filledIn: ReadonlySet<string> = new Set([
  ...['targetCycleStartDate', 'targetCycleEndDate', 'targetCycleStartDateISO', 'targetCycleEndDateISO'],
  ...['timeZoneName', 'targetAudienceFilter'],
]);

const toDay: Normalise = (value) =>
  typeof value === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? value) : value;
const toText: Normalise = (value) => (isScalar(value) ? String(value) : value);
const toInstant: Normalise = (value) => {
  const time = typeof value === 'string' ? parseTime(value) : Number.NaN;
  return Number.isNaN(time) ? value : time;
};
const toDecimal: Normalise = (value) =>
  isScalar(value) ? String(value).replace(/^(-?\d+)(?:\.(\d*?)0*)?$/, decimalText) : value;

function decimalText(_all: string, whole: string, fraction = ''): string {
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const whenAbsent =
  (standard: unknown): Normalise =>
  (value) =>
    value ?? standard;

/** By the name of the member; one that is not here stays as it is. */
const byName: Readonly<Record<string, Normalise>> = {
  fromDate: toDay,
  toDate: toDay,
  startDate: toDay,
  endDate: toDay,
  targetCycleStartDate: toInstant,
  targetCycleEndDate: toInstant,
  targetCycleStartDateISO: toInstant,
  targetCycleEndDateISO: toInstant,
  expression: toText,
  refCode: toText,
  defaultValue: toDecimal,
  thresholdValue: toDecimal,
  active: whenAbsent(true),
  description: whenAbsent(''),
  leaderboardEnabled: whenAbsent(false),
  userCreated: whenAbsent(false),
  enrolmentMethod: whenAbsent('IMPORT'),
  targetEvaluationType: whenAbsent('FIXED_CALENDAR_WINDOW'),
  eventName: (value) => (typeof value === 'string' && value.trim() !== '' ? value : 'TransactionAdd'),
};

/** The member's value as the API keeps it. */
export function normalised(name: string, value: unknown): unknown {
  const normalise = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return normalise ? normalise(value) : (value ?? undefined);
}
