import { field } from '../../generated/fields.generated';
import type { PreviewRhythm, PreviewTraits } from '../preview-model';
import type { PreviewReader } from './preview-reader';

const windows: Readonly<Record<string, PreviewRhythm['window']>> = {
  CYCLIC_WINDOW: 'cyclic',
  PERIOD_AGNOSTIC_WINDOW: 'agnostic',
};

/** What the cycles follow; the calendar where the file names nothing else (FACTS a.1). */
export function rhythmOf(group: PreviewReader | undefined, periods: number): PreviewRhythm {
  const named = group?.choice(field.targetEvaluationType)?.text ?? '';
  const window = Object.hasOwn(windows, named) ? (windows[named] ?? 'fixed') : 'fixed';
  const count = (name: string) => toCount(group?.number(name));
  return {
    window,
    unit: group?.choice(field.frequencyType)?.text ?? '',
    every: count(field.frequency) || 1,
    rounds: (window === 'fixed' ? periods : count(field.recurringCycles)) || count(field.totalPeriods),
  };
}

export function traitsOf(group: PreviewReader | undefined): PreviewTraits {
  const isOn = (name: string) => group?.isOn(name, false) ?? false;
  return {
    isCap: group?.choice(field.trackingType)?.text === 'CAPPING',
    isAny: group?.choice(field.combinationType)?.text === 'ANY',
    isRanked: isOn(field.leaderboardEnabled),
    isUserCreated: isOn(field.userCreated),
    overall: group?.object(field.unifiedTargetExpression)?.plain(field.thresholdValue)?.text ?? '',
  };
}

/** What is no count is 0. */
function toCount(number = 0): number {
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
