import { setDay } from '../edits/date-literal';
import { dayIn } from '../periods/date-text';
import { addDays, addMonths, civilOf, type Day } from '../periods/day';
import { cycleLength } from '../periods/span';
import { quoted } from '../rules/wording';
import { datesOf, isEndKey } from './date-style';
import type { Outcome, Refusal, Shift } from './generator';
import type { Subject } from './subject';

/** Moves every date of the definition; time of day and zone stay as they are written. */
export function shiftDates({ model }: Subject, shift: Shift): Outcome {
  const dates = datesOf(model);
  if (dates.length === 0) return { reason: 'The definition has no date that could be moved.' };
  const moved = dates.map((date) => ({ ...date, to: movedDay(date.day, shift, isEndKey(date.key)) }));
  if (moved.some(({ to }) => to === undefined)) return { reason: 'A date would lie outside the years 1 to 9999.' };
  return moved.flatMap(({ node, day, to = day }) => (to === day ? [] : [setDay(model.text, node, to)]));
}

/** The day behind an end is where the next period begins: both move alike, so that no gap opens in a shorter month. */
function movedDay(day: Day, { months = 0, days = 0 }: Shift, isEnd: boolean): Day | undefined {
  const behind = isEnd && months !== 0 ? 1 : 0;
  const from = addDays(day, behind);
  const moved = from === undefined ? undefined : addMonths(from, months);
  return moved === undefined ? undefined : addDays(moved, days - behind);
}

/** The way from the first day of the earliest period to another; periods of calendar months keep to the calendar. */
export function shiftTo(subject: Subject, to: string): Shift | Refusal {
  const from = firstDay(subject);
  const day = dayIn(to);
  if (day === undefined) return { reason: `${quoted(to)} is no day; YYYY-MM-DD is expected.` };
  if (from === undefined) return { reason: 'There is no period with a start date.' };
  if (!movesByMonth(subject)) return { days: day - from };
  const [old, wanted] = [civilOf(from), civilOf(day)];
  const months = (wanted.year - old.year) * 12 + wanted.month - old.month;
  return { months, days: day - (addMonths(from, months) ?? day) };
}

/** A year on: whole weeks stay on their weekdays, months in the calendar; other numbers of days begin on the same date. */
export function yearShift(subject: Subject): Shift {
  const from = firstDay(subject);
  const cycle = cycleOf(subject);
  if (from === undefined || movesByMonth(subject)) return { months: 12 };
  if (cycle?.unit === 'day' && cycle.count % 7 === 0) return { days: 364 };
  return { days: (addMonths(from, 12) ?? from) - from };
}

function firstDay({ facts: { periods } }: Subject): Day | undefined {
  const days = periods.flatMap(({ start }) => start.value ?? []);
  return days.length > 0 ? Math.min(...days) : undefined;
}

const cycleOf = ({ facts: { group } }: Subject) => cycleLength(group.frequencyType.value ?? '', group.frequency.value);

/** Without a unit: where all periods begin on the same date of their months. */
function movesByMonth(subject: Subject): boolean {
  const cycle = cycleOf(subject);
  if (cycle) return cycle.unit === 'month';
  const dates = subject.facts.periods.flatMap(({ start }) =>
    start.value === undefined ? [] : civilOf(start.value).date,
  );
  return dates.every((date) => date === dates[0]);
}
