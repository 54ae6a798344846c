import { field } from '../../generated/fields.generated';
import { dayIn } from '../periods/date-text';
import { toDayText } from '../periods/day';
import type { PreviewFact, PreviewFrame, PreviewLevel } from '../preview-model';
import { cut, type PreviewReader, type Shown } from './preview-reader';

/** What is said about the group as a whole, in the order of interest; only what the file says. */
export function groupFacts(group: PreviewReader): PreviewFact[] {
  const recurring = group.plain(field.recurringCycles);
  const overall = group.object(field.unifiedTargetExpression);
  return [
    ...described(group),
    ...choiceFact(group, field.targetEvaluationType),
    ...factOf(field.frequencyType, group.choice(field.frequencyType), group.plain(field.frequency)),
    ...factOf(field.totalPeriods, group.plain(field.totalPeriods)),
    // Most bodies with a fixed window send 0 (FACTS a.1).
    ...(recurring?.text === '0' ? [] : factOf(field.recurringCycles, recurring)),
    ...choiceFact(group, field.combinationType),
    ...factOf(field.unifiedTargetExpression, overall?.plain(field.thresholdValue), overall?.choice(field.aggregation)),
    ...aggregateWindow(group),
    ...switchFact(group, field.leaderboardEnabled),
    ...switchFact(group, field.userCreated),
    ...factOf(field.timeZoneName, group.plain(field.timeZoneName)),
    ...factOf(field.preferredTillId, group.plain(field.preferredTillId)),
  ];
}

/** The group's life and its cycles, where at least one of their days can be read; the ISO twin counts where it is alone. */
export function frames(group: PreviewReader): PreviewFrame[] {
  const cycleStart = group.plain(field.targetCycleStartDate) ?? group.plain(field.targetCycleStartDateISO);
  const cycleEnd = group.plain(field.targetCycleEndDate) ?? group.plain(field.targetCycleEndDateISO);
  return [
    ...frameOf('Group dates', group.plain(field.fromDate), group.plain(field.toDate)),
    ...frameOf('Cycle dates', cycleStart, cycleEnd),
  ];
}

function frameOf(label: string, start: Shown | undefined, end: Shown | undefined): PreviewFrame[] {
  const [startDay, endDay] = [start, end].map((shown) => {
    const day = shown && dayIn(shown.text);
    return day === undefined ? undefined : toDayText(day);
  });
  const range = start && startDay !== undefined ? start.range : end?.range;
  if (range === undefined || (startDay === undefined && endDay === undefined)) return [];
  return [{ label, range, ...(startDay !== undefined && { startDay }), ...(endDay !== undefined && { endDay }) }];
}

export function described(reader: PreviewReader): PreviewFact[] {
  const description = reader.plain(field.description);
  return description?.text.trim() === '' ? [] : factOf(field.description, description);
}

/** One line, or none when the first thing that it says is not there; of the others, those that are not there are empty. */
export function factOf(name: string, first: Shown | undefined, ...more: readonly (Shown | undefined)[]): PreviewFact[] {
  return first ? [{ field: name, values: [first, ...more].map((one) => one?.text ?? ''), range: first.range }] : [];
}

export function choiceFact(reader: PreviewReader, name: string): PreviewFact[] {
  return factOf(name, reader.choice(name));
}

/** Of one object, or of the rows that the brief's flat table has on the group itself (FACTS a.6). */
export function aggregateWindow(reader: PreviewReader): PreviewFact[] {
  const window = reader.object(field.aggregateWindow) ?? reader;
  return factOf(
    field.aggregateWindow,
    window.choice(field.windowType),
    window.plain(field.windowValue),
    window.choice(field.windowTimeUnit),
  );
}

function switchFact(group: PreviewReader, name: string): PreviewFact[] {
  return group.isOn(name, false) ? factOf(name, group.plain(name)) : [];
}

/** The first levels of a streak, in the order of the file. */
export function streakLevels(group: PreviewReader, most: number): PreviewLevel[] {
  const inARow = group.choice(field.trackingType)?.text !== 'NON_CONTINUOUS_STREAKS';
  return group
    .objects(field.streaks)
    .slice(0, most)
    .map((level) => ({
      name: cut(level.text(field.name) ?? ''),
      cycles: cut(level.text(field.targetCountOfSequence) ?? ''),
      inARow,
      range: level.range,
    }));
}
