import { anything, date, decimal, either, flag, integer, listOf, number, objectOf, oneOf, text } from './shape';

// FACTS a.6. Only answers show where the window belongs, so it is read in both places that the facts name, as an
// object or as the text that the first page's table would allow.
const windowMembers = {
  windowType: oneOf('MIN', 'MAX'),
  windowTimeUnit: oneOf('DAY'),
  windowValue: either(text, number),
};
const aggregateWindow = either(objectOf(windowMembers), text);

const period = objectOf({
  active: flag,
  description: text,
  startDate: date,
  endDate: date,
  periodStatus: oneOf('RUNNING', 'NOT_STARTED', 'ENDED', 'UPCOMING', 'LIVE'),
  refCode: either(text, number),
});

const filter = objectOf({
  entityType: oneOf('STORE', 'ZONE', 'CONCEPT'),
  entityIds: listOf(either(integer, text)),
});

const target = objectOf({
  name: text,
  active: flag,
  description: text,
  expression: either(flag, text),
  expressionJson: text,
  filters: listOf(filter),
  targetEntity: oneOf('TRANSACTION', 'LINEITEM', 'EVENT', 'REWARDS', 'POINTS', 'ALTERNATE_CURRENCIES'),
  targetType: oneOf(
    ...['QUANTITY', 'SALES', 'GROSS_SALES', 'COUNT', 'VISIT', 'EXTENDED_FIELD', 'EVENT_ATTRIBUTE'],
    ...['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS', 'ALL', 'REGULAR', 'PROMOTION'],
  ),
  eventName: text,
  enrolmentMethod: text,
  defaultValues: listOf(objectOf({ defaultValue: decimal }, ['defaultValue'])),
  extendedFieldInfo: objectOf({
    name: text,
    aggregateFunction: oneOf('SUM', 'COUNT'),
    alternateCurrencyIdentifier: text,
    programId: integer,
    aggregateWindow,
  }),
  targetMilestoneTriggers: listOf(anything),
  targetAudienceFilter: listOf(anything),
});

/** The body of a create as FACTS (a) and its severity evidence allow it; what does not fit is answered with 300004. */
export const groupShape = objectOf(
  {
    name: text,
    description: text,
    active: flag,
    preferredTillId: integer,
    trackingType: oneOf('DEFAULT', 'UNIFIED', 'STREAK', 'STREAKS', 'NON_CONTINUOUS_STREAKS', 'CAPPING'),
    targetEvaluationType: oneOf('FIXED_CALENDAR_WINDOW', 'CYCLIC_WINDOW', 'PERIOD_AGNOSTIC_WINDOW'),
    totalPeriods: integer,
    frequencyType: oneOf('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'CUSTOM'),
    frequency: integer,
    recurringCycles: integer,
    userCreated: flag,
    leaderboardEnabled: flag,
    fromDate: date,
    toDate: date,
    targetCycleStartDate: date,
    targetCycleEndDate: date,
    targetCycleStartDateISO: date,
    targetCycleEndDateISO: date,
    timeZoneName: text,
    aggregateWindow,
    ...windowMembers,
    periods: listOf(period),
    activePeriod: period,
    targets: listOf(target),
    streaks: listOf(objectOf({ name: text, targetCountOfSequence: integer })),
    combinationType: oneOf('ALL', 'ANY'),
    unifiedTargetExpression: objectOf({ aggregation: oneOf('SUM', 'COUNT'), thresholdValue: number }),
  },
  ['name'],
);
