import { jsonText } from '../edits/json-text';
import { toDayText } from '../periods/day';
import { isStreak } from '../rules/windows';
import { spansOf } from './cycle-periods';
import type { Generator, NewTarget, Refusal } from './generator';

const everything = '{"arity":"literal","value":"true","type":"boolean:primitive"}';

/** A target that counts everything it can, its members as JSON texts. */
export function newTarget(target: NewTarget & { readonly enrolmentMethod: string }, cycles: number) {
  const { name, targetEntity, targetType, eventName, enrolmentMethod, value } = target;
  const text = JSON.stringify;
  return {
    name: text(name),
    active: 'true',
    targetEntity: text(targetEntity),
    targetType: text(targetType),
    ...(eventName === undefined ? undefined : { eventName: text(eventName) }),
    enrolmentMethod: text(enrolmentMethod),
    expression: '"true"',
    expressionJson: text(everything),
    filters: [],
    defaultValues: Array.from({ length: cycles }, () => ({ defaultValue: value })),
  };
}

/** The text of a definition, ready to send once its figures are the author's. */
export function newDefinition(wanted: Generator & { readonly kind: 'new' }): string | Refusal {
  const { name, trackingType, frequencyType, frequency } = wanted;
  const spans = spansOf(wanted);
  if ('reason' in spans) return spans;
  const isUnified = trackingType === 'UNIFIED';
  const count = spans.length;
  const targets = isUnified ? ['Target 1', 'Target 2'] : [name];
  return `${jsonText({
    name: JSON.stringify(name),
    active: 'true',
    trackingType: JSON.stringify(trackingType),
    ...(isUnified ? { combinationType: '"ALL"' } : undefined),
    targetEvaluationType: '"FIXED_CALENDAR_WINDOW"',
    totalPeriods: String(count),
    frequencyType: JSON.stringify(frequencyType),
    frequency: String(frequency),
    recurringCycles: '0',
    periods: spans.map(({ start, end }, index) => ({
      refCode: `"Cycle_${index + 1}"`,
      startDate: `"${toDayText(start)}"`,
      endDate: `"${toDayText(end)}"`,
      active: 'true',
    })),
    targets: targets.map((each) =>
      newTarget(
        { name: each, targetEntity: 'TRANSACTION', targetType: 'SALES', enrolmentMethod: 'IMPORT', value: '1000' },
        count,
      ),
    ),
    ...(isStreak(trackingType)
      ? { streaks: [{ name: '"Level 1"', targetCountOfSequence: String(count) }] }
      : undefined),
  })}\n`;
}
