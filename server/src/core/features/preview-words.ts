/** Accepted enum values in a few words, by field. The schema has the whole sentences. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  trackingType: {
    DEFAULT: 'Single milestone',
    UNIFIED: 'Unified milestone',
    STREAKS: 'Streak',
    NON_CONTINUOUS_STREAKS: 'Non-continuous streak',
    CAPPING: 'Capping',
  },
  targetEvaluationType: {
    FIXED_CALENDAR_WINDOW: 'Fixed calendar days',
    CYCLIC_WINDOW: 'From each customer’s first transaction',
    PERIOD_AGNOSTIC_WINDOW: 'Until the target is reached, then anew',
  },
  frequencyType: {
    DAILY: 'Daily',
    WEEKLY: 'Weekly',
    MONTHLY: 'Monthly',
    QUARTERLY: 'Quarterly',
    HALF_YEARLY: 'Half-yearly',
    YEARLY: 'Yearly',
    CUSTOM: 'Custom',
  },
  combinationType: { ALL: 'All targets', ANY: 'Any of the targets' },
  aggregation: { SUM: 'Sum', COUNT: 'Count' },
  windowType: { MIN: 'Lowest', MAX: 'Highest' },
  windowTimeUnit: { DAY: 'day' },
  enrolmentMethod: {
    TRANSACTION: 'By a transaction',
    IMPORT: 'By a list or a call',
    AUDIENCE_FILTER: 'By an audience',
  },
  entityType: { STORE: 'Stores', ZONE: 'Zones', CONCEPT: 'Concepts' },
};

const units: Readonly<Record<string, string>> = {
  DAILY: 'days',
  WEEKLY: 'weeks',
  MONTHLY: 'months',
  QUARTERLY: 'quarters',
  HALF_YEARLY: 'half-years',
  YEARLY: 'years',
};

/** An enum value in words; the value itself where there are none. */
export function inWords(field: string, value: string): string {
  const known = words[field];
  return known !== undefined && Object.hasOwn(known, value) ? (known[value] ?? value) : value;
}

/** "Monthly", "Every 2 months". A frequency that is missing, 0 or negative counts as 1 (RULES, period-length). */
export function cycleInWords(frequencyType: string, frequency: number | undefined): string {
  const unit = Object.hasOwn(units, frequencyType) ? units[frequencyType] : undefined;
  if (unit === undefined || frequency === undefined || frequency <= 1) return inWords('frequencyType', frequencyType);
  return `Every ${frequency} ${unit}`;
}
