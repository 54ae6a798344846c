/**
 * Every text of the preview's page in English; `{0}`, `{1}` stand for what is filled in. The extension translates them by
 * their English wording and hands them over; without a translation the page shows these.
 */
export const previewTexts = {
  reading: 'Reading the definition …',
  broken: 'The text has syntax errors. This is the last picture of it that was complete.',
  brokenFromStart: 'The text has syntax errors. Only what could be read is shown.',
  unreadable: 'There is no definition in this file yet: it has to hold one JSON object.',
  unreadableNow: 'The text is no definition at the moment. This is the last picture of it that was complete.',
  closed: 'The file is not open any more. The picture follows again once it is.',
  unanswered: 'The language server does not answer. The picture follows again once it does.',
  noName: 'No name',
  active: 'Active',
  inactive: 'Inactive',
  errors: 'Errors: {0}',
  warnings: 'Warnings: {0}',
  informations: 'Notes: {0}',
  hints: 'Hints: {0}',
  noProblems: 'No problems',
  group: 'Group',
  periods: 'Periods',
  noPeriods: 'No periods are listed.',
  noDays: 'No period has days that can be drawn.',
  periodSummary: 'Periods: {0}, {1} to {2}',
  timeline: 'Timeline of the periods. The table below says the same.',
  period: 'Period',
  from: 'From',
  to: 'To',
  days: 'Days',
  periodNumber: 'Period {0}',
  oneDay: '1 day',
  manyDays: '{0} days',
  gap: 'Gap',
  overlap: 'Overlap',
  gapAfter: '{0} free after period {1}',
  overlapWith: 'shares {0} with period {1}',
  backwards: 'ends before it starts',
  switchedOff: 'switched off',
  noPeriod: 'no period',
  missing: 'missing',
  values: 'Values',
  valuesHint:
    'Value n of a target belongs to period n. Arrow keys move between the cells, Enter shows the place in the text.',
  targets: 'Targets',
  noTargets: 'No targets are listed.',
  targetNumber: 'Target {0}',
  problems: 'Problems',
  error: 'Error',
  warning: 'Warning',
  information: 'Note',
  hint: 'Hint',
  unlisted: 'Not listed here: {0}',
} as const;

export type PreviewTextKey = keyof typeof previewTexts;

export type PreviewTexts = Readonly<Record<PreviewTextKey, string>>;
