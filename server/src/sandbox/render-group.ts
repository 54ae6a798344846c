import { calendarDay } from './calendar-day';
import {
  flagAt,
  type Json,
  type JsonObject,
  literalOf,
  memberAt,
  NumberText,
  objectAt,
  textAt,
  toObject,
} from './json-value';
import { toIntegerText } from './number-text';
import { renderTarget } from './render-target';
import { renderAttribution } from './render-attribution';
import type { StoredGroup, StoredPart } from './stored-group';

const organisation = 100_001;

/** A group as a create answers it, with the normalisation of FACTS b.9 and the member order of the documented answers. */
export function renderGroup(group: StoredGroup, now: Date): JsonObject {
  return toObject(groupMembers(group, now));
}

/** A group as the two GETs answer it (FACTS b.16): periods only on request, and what only reading tells (FACTS c). */
export function renderLiveGroup(group: StoredGroup, now: Date, includePeriods: boolean): JsonObject {
  const { periods, ...members } = groupMembers(group, now);
  const running = group.periods.find((period) => periodStatus(period, now) === 'RUNNING');
  return toObject({
    ...members,
    periods: includePeriods ? periods : undefined,
    activePeriod: running && renderPeriod(running, group, now),
    createdOn: group.createdOn.getTime(),
    orgId: organisation,
    attribution: renderAttribution(group.createdBy, group.createdOn),
  });
}

function groupMembers(group: StoredGroup, now: Date): Record<string, Json | undefined> {
  const { sent } = group;
  const streaks = group.streaks.map((streak) => renderStreak(streak, group));
  return {
    id: group.id,
    name: textAt(sent, 'name'),
    fromDate: dayAt(sent, 'fromDate'),
    toDate: dayAt(sent, 'toDate'),
    active: isActive(sent),
    preferredTillId: integerAt(sent, 'preferredTillId'),
    periods: group.periods.map((period) => renderPeriod(period, group, now)),
    streaks: streaks.length > 0 ? streaks : undefined,
    totalPeriods: integerAt(sent, 'totalPeriods'),
    description: textAt(sent, 'description'),
    targetEvaluationType: textAt(sent, 'targetEvaluationType') ?? 'FIXED_CALENDAR_WINDOW',
    recurringCycles: integerAt(sent, 'recurringCycles'),
    frequency: integerAt(sent, 'frequency'),
    ...cycleDates(group),
    frequencyType: textAt(sent, 'frequencyType'),
    trackingType: textAt(sent, 'trackingType'),
    targets: group.targets.map((target) => renderTarget(target, group)),
    combinationType: textAt(sent, 'combinationType'),
    unifiedTargetExpression: renderUnifiedExpression(group),
    leaderboardEnabled: flagAt(sent, 'leaderboardEnabled') ?? false,
    userCreated: flagAt(sent, 'userCreated') ?? false,
  };
}

function renderPeriod(period: StoredPart, group: StoredGroup, now: Date): JsonObject {
  const { sent } = period;
  return toObject({
    id: period.id,
    attribution: renderAttribution(group.createdBy, toWholeSecond(group.createdOn)),
    startDate: dayAt(sent, 'startDate'),
    endDate: dayAt(sent, 'endDate'),
    refCode: literalOf(sent.get('refCode')),
    periodStatus: periodStatus(period, now),
    targetGroupId: group.id,
    description: textAt(sent, 'description'),
    active: isActive(sent),
  });
}

function renderStreak(streak: StoredPart, group: StoredGroup): JsonObject {
  return toObject({
    id: streak.id,
    attribution: renderAttribution(group.createdBy, group.createdOn),
    targetGroupId: group.id,
    name: textAt(streak.sent, 'name'),
    targetCountOfSequence: integerAt(streak.sent, 'targetCountOfSequence'),
  });
}

/** FACTS a.3: worked out from the days, whatever was sent. Undefined when a day is missing. */
function periodStatus({ sent }: StoredPart, now: Date): string | undefined {
  const today = now.toISOString().slice(0, 10);
  const start = dayAt(sent, 'startDate');
  const end = dayAt(sent, 'endDate');
  if (start === undefined || end === undefined) return undefined;
  if (end < today) return 'ENDED';
  return start <= today ? 'RUNNING' : 'NOT_STARTED';
}

/**
 * FACTS a.1: echoed when sent (the ISO twin stands in for a missing one), else from the midnight of the earliest period
 * to the last second of the latest, else five years from the creation.
 */
function cycleDates({ sent, periods, createdOn }: StoredGroup): Record<string, string | undefined> {
  const fiveYearsOn = new Date(createdOn);
  fiveYearsOn.setUTCFullYear(createdOn.getUTCFullYear() + 5);
  const startISO = textAt(sent, 'targetCycleStartDateISO');
  const endISO = textAt(sent, 'targetCycleEndDateISO');
  const first = daysOf(periods, 'startDate')[0];
  const last = daysOf(periods, 'endDate').at(-1);
  return {
    targetCycleStartDate:
      textAt(sent, 'targetCycleStartDate') ??
      startISO ??
      (first === undefined ? createdOn.toISOString() : `${first}T00:00:00.000Z`),
    targetCycleEndDate:
      textAt(sent, 'targetCycleEndDate') ??
      endISO ??
      (last === undefined ? fiveYearsOn.toISOString() : `${last}T23:59:59.000Z`),
    targetCycleStartDateISO: startISO,
    targetCycleEndDateISO: endISO,
  };
}

function daysOf(periods: readonly StoredPart[], key: string): readonly string[] {
  return periods.flatMap(({ sent }) => dayAt(sent, key) ?? []).sort();
}

/** FACTS a.1: the answer adds the rule that joins the ids of the targets, without the twins. */
function renderUnifiedExpression({ sent, targets }: StoredGroup): JsonObject | undefined {
  const overall = objectAt(sent, 'unifiedTargetExpression');
  const combination = textAt(sent, 'combinationType');
  if (overall === undefined && combination === undefined) return undefined;
  const ids = targets.filter((target) => !target.isTwin).map((target) => target.id);
  const rule = ids.join(combination === 'ANY' ? ' | ' : ' & ');
  return toObject({
    aggregation: overall && textAt(overall, 'aggregation'),
    thresholdValue: overall && memberAt(overall, 'thresholdValue'),
    ruleExpression: combination === undefined || ids.length === 0 ? undefined : `(${rule})`,
  });
}

function isActive(sent: JsonObject): boolean {
  return flagAt(sent, 'active') ?? true;
}

function dayAt(sent: JsonObject, key: string): string | undefined {
  return calendarDay(textAt(sent, key) ?? '');
}

function integerAt(sent: JsonObject, key: string): NumberText | undefined {
  const value = memberAt(sent, key);
  return value instanceof NumberText ? new NumberText(toIntegerText(value.text) ?? value.text) : undefined;
}

/** Periods carry whole seconds, rounded: documented ones are up to half a second after their targets. */
function toWholeSecond(time: Date): Date {
  return new Date(Math.round(time.getTime() / 1000) * 1000);
}
