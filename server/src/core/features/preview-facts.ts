import { field } from '../../generated/fields.generated';
import { dayIn } from '../periods/date-text';
import { toDayText } from '../periods/day';
import type { PreviewFact, PreviewFrame, PreviewLevel } from '../preview-model';
import { cut, type PreviewReader, type Shown } from './preview-reader';
import { cycleInWords, inWords } from './preview-words';

/** Streak levels beyond these are left out; the guide allows 10 (FACTS b.7). */
const mostLevels = 20;

/** What is said about the group as a whole, in the order of interest; only what the file says. */
export function groupFacts(group: PreviewReader): PreviewFact[] {
  return [
    ...described(group),
    ...choiceFact('Window', group, field.targetEvaluationType),
    ...factOf('Cycle', group.choice(field.frequencyType), (text) => cycleInWords(text, group.number(field.frequency))),
    ...factOf('Cycles', group.plain(field.totalPeriods)),
    ...factOf('Recurring cycles', zeroIsNothing(group.plain(field.recurringCycles))),
    ...choiceFact('To be reached', group, field.combinationType),
    ...overallTarget(group),
    ...aggregateWindow(group),
    ...switchFact('Leaderboard', group, field.leaderboardEnabled),
    ...switchFact('User-created challenge', group, field.userCreated),
    ...factOf('Time zone', group.plain(field.timeZoneName)),
    ...factOf('Till', group.plain(field.preferredTillId)),
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
  return description === undefined || description.text.trim() === '' ? [] : factOf('Description', description);
}

/** One line, or none when there is nothing to show. */
export function factOf(
  label: string,
  shown: Shown | undefined,
  toValue: (text: string) => string = (text) => text,
): PreviewFact[] {
  return shown === undefined ? [] : [{ label, value: cut(toValue(shown.text)), range: shown.range }];
}

export function choiceFact(label: string, reader: PreviewReader, name: string): PreviewFact[] {
  return factOf(label, reader.choice(name), (text) => inWords(name, text));
}

/** "Highest per 1 day": of one object, or of the rows that the brief's flat table has on the group itself (FACTS a.6). */
export function aggregateWindow(reader: PreviewReader): PreviewFact[] {
  const window = reader.object(field.aggregateWindow) ?? reader;
  const type = window.choice(field.windowType);
  const unit = window.choice(field.windowTimeUnit);
  const length = window.plain(field.windowValue);
  return factOf('Aggregate window', type, (text) =>
    [
      inWords(field.windowType, text),
      ...(length || unit ? ['per', length?.text ?? '1', inWords(field.windowTimeUnit, unit?.text ?? '')] : []),
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}

function switchFact(label: string, group: PreviewReader, name: string): PreviewFact[] {
  return group.isOn(name, false) ? factOf(label, group.plain(name), () => 'On') : [];
}

/** Most bodies with a fixed window send 0 (FACTS a.1). */
function zeroIsNothing(shown: Shown | undefined): Shown | undefined {
  return shown?.text === '0' ? undefined : shown;
}

function overallTarget(group: PreviewReader): PreviewFact[] {
  const overall = group.object(field.unifiedTargetExpression);
  const threshold = overall?.plain(field.thresholdValue);
  const aggregation = overall?.choice(field.aggregation);
  return factOf('Overall target', threshold, (value) =>
    aggregation === undefined ? value : `${inWords(field.aggregation, aggregation.text)} of ${value}`,
  );
}

/** The levels of a streak, in the order of the file. */
export function streakLevels(group: PreviewReader): PreviewLevel[] {
  const inARow = group.choice(field.trackingType)?.text !== 'NON_CONTINUOUS_STREAKS';
  return group
    .objects(field.streaks)
    .slice(0, mostLevels)
    .map((level) => ({
      name: cut(level.text(field.name) ?? ''),
      cycles: cut(level.text(field.targetCountOfSequence) ?? ''),
      inARow,
      range: level.range,
    }));
}
