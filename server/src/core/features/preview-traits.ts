import { field } from '../../generated/fields.generated';
import type { PreviewRhythm, PreviewTraits } from '../preview-model';
import type { PreviewReader } from './preview-reader';

const windows: Readonly<Record<string, PreviewRhythm['window']>> = {
  CYCLIC_WINDOW: 'cyclic',
  PERIOD_AGNOSTIC_WINDOW: 'agnostic',
};

/** What the cycles follow; the calendar where the file names nothing else (FACTS a.1). */
export function rhythmOf(group: PreviewReader): PreviewRhythm {
  const named = group.choice(field.targetEvaluationType)?.text ?? '';
  const window = Object.hasOwn(windows, named) ? (windows[named] ?? 'fixed') : 'fixed';
  const count = (name: string) => toCount(group.number(name));
  const periods = group.elements(field.periods);
  const own = window === 'fixed' ? periods.length : count(field.recurringCycles);
  const said = own > 0 ? (window === 'fixed' ? field.periods : field.recurringCycles) : field.totalPeriods;
  return {
    window,
    unit: group.choice(field.frequencyType)?.text ?? '',
    every: count(field.frequency) || 1,
    rounds: own || count(field.totalPeriods),
    off: periods.filter(({ reader }) => reader?.isOn(field.active, true) === false).length,
    range: group.rangeOf(said),
  };
}

export function traitsOf(group: PreviewReader): PreviewTraits {
  const isOn = (name: string) => group.isOn(name, false);
  const tracking = group.choice(field.trackingType)?.text ?? '';
  const overall = group.object(field.unifiedTargetExpression);
  return {
    isCap: tracking === 'CAPPING',
    isStreak: tracking.endsWith('STREAKS'),
    isAny: group.choice(field.combinationType)?.text === 'ANY',
    isRanked: isOn(field.leaderboardEnabled),
    isUserCreated: isOn(field.userCreated),
    overall: overall?.plain(field.thresholdValue)?.text ?? '',
    overallAggregation: overall?.choice(field.aggregation)?.text ?? '',
  };
}

/** What is no count is 0. */
function toCount(number = 0): number {
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
