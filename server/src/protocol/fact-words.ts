import type { PreviewFact } from '../core/preview-model';

/** What a fact is called, by the field that says it. */
const labels: Readonly<Record<string, string>> = {
  description: 'Description',
  targetEvaluationType: 'Window',
  frequencyType: 'Cycle',
  totalPeriods: 'Cycles',
  recurringCycles: 'Recurring cycles',
  combinationType: 'To be reached',
  unifiedTargetExpression: 'Overall target',
  aggregateWindow: 'Aggregate window',
  leaderboardEnabled: 'Leaderboard',
  userCreated: 'User-created challenge',
  timeZoneName: 'Time zone',
  preferredTillId: 'Till',
  filters: 'Only',
  eventName: 'Event',
  extendedFieldInfo: 'Field',
  enrolmentMethod: 'Enrolment',
};

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
  aggregateWindow: { MIN: 'Lowest', MAX: 'Highest' },
  windowTimeUnit: { DAY: 'day' },
  enrolmentMethod: {
    TRANSACTION: 'By a transaction',
    IMPORT: 'By a list or a call',
    AUDIENCE_FILTER: 'By an audience',
  },
  filters: { STORE: 'Stores', ZONE: 'Zones', CONCEPT: 'Concepts' },
};

const units: Readonly<Record<string, string>> = {
  DAILY: 'days',
  WEEKLY: 'weeks',
  MONTHLY: 'months',
  QUARTERLY: 'quarters',
  HALF_YEARLY: 'half-years',
  YEARLY: 'years',
};

const wordOf = (of: Readonly<Record<string, string>> | undefined, value: string): string =>
  of !== undefined && Object.hasOwn(of, value) ? (of[value] ?? value) : value;

/** The kind of a group in words: "Single milestone". What nobody knows stays as it is. */
export function kindInWords(trackingType: string): string {
  return wordOf(words['trackingType'], trackingType);
}

/** What a fact is called; a field without a name of ours by itself. */
export function labelOf({ field }: Pick<PreviewFact, 'field'>): string {
  return wordOf(labels, field);
}

/** What a fact says, in words: "Every 14 days", "Stores 1, 2". */
export function valueInWords({ field, values }: Pick<PreviewFact, 'field' | 'values'>): string {
  const sentence = Object.hasOwn(composed, field) ? composed[field] : undefined;
  return sentence?.(values) ?? wordOf(Object.hasOwn(words, field) ? words[field] : undefined, values[0] ?? '');
}

/** Of those that say more than one thing. */
const composed: Readonly<Record<string, (values: readonly string[]) => string>> = {
  frequencyType: ([type = '', frequency = '']) => {
    const unit = Object.hasOwn(units, type) ? units[type] : undefined;
    // A frequency that is missing, 0 or negative counts as 1 (RULES, period-length).
    return unit === undefined || !(Number(frequency) > 1)
      ? wordOf(words['frequencyType'], type)
      : `Every ${frequency} ${unit}`;
  },
  unifiedTargetExpression: ([threshold = '', aggregation = '']) =>
    aggregation === '' ? threshold : `${wordOf(words['aggregation'], aggregation)} of ${threshold}`,
  aggregateWindow: ([type = '', length = '', unit = '']) => {
    const every = length === '' && unit === '' ? [] : ['per', length || '1', wordOf(words['windowTimeUnit'], unit)];
    return [wordOf(words['aggregateWindow'], type), ...every].filter((word) => word !== '').join(' ');
  },
  leaderboardEnabled: () => 'On',
  userCreated: () => 'On',
  eventName: ([name = '']) => (name === '' ? 'TransactionAdd, since none is named' : name),
  filters: ([type = '', ...ids]) => {
    const end = ids.indexOf('');
    const [listed, left] = end === -1 ? [ids, []] : [ids.slice(0, end), ids.slice(end + 1)];
    return `${wordOf(words['filters'], type)} ${[...listed, ...left.map((count) => `${count} more`)].join(', ')}`.trim();
  },
};
