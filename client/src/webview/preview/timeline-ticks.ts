import { toDate } from './days';

export type TickUnit = 'day' | 'month' | 'year';

export interface Ticks {
  readonly unit: TickUnit;
  readonly marks: readonly { readonly day: number; readonly left: number }[];
}

interface Step {
  readonly unit: TickUnit;
  readonly count: number;
  /** Roughly, to choose by. */
  readonly days: number;
}

const steps: readonly Step[] = [
  ...[1, 2, 7, 14].map((count) => ({ unit: 'day' as const, count, days: count })),
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month' as const, count, days: count * 30 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count) => ({
    unit: 'year' as const,
    count,
    days: count * 365,
  })),
];

/** Room that a label needs, in pixels. */
const labelWidth = 84;
/** 1970-01-05 was a Monday: steps of a week and more begin on one. */
const firstMonday = 4;

/** The days that the axis names between `start` and `end` (days since 1970, `end` not included), as close as labels allow. */
export function chooseTicks(start: number, end: number, width: number): Ticks {
  const perDay = width / (end - start);
  const step = steps.find(({ days }) => days * perDay >= labelWidth) ?? { unit: 'year', count: 10_000, days: 0 };
  const marks = [...(step.unit === 'day' ? dayMarks(start, end, step.count) : monthMarks(start, end, toMonths(step)))];
  return { unit: step.unit, marks: marks.map((day) => ({ day, left: (day - start) * perDay })) };
}

/** Narrower than this, in pixels, days and months cannot be told apart. */
const narrowest = { day: 4, month: 14 };

/** Saturdays with their Sundays between two days, as far as they can be seen; empty where days are too narrow. */
export function weekends(
  start: number,
  end: number,
  width: number,
): { readonly start: number; readonly end: number }[] {
  if (width / (end - start) < narrowest.day) return [];
  // 1970-01-03 was a Saturday.
  const saturdays = [...dayMarks(start - 6, end, 7, 2)];
  return saturdays
    .map((day) => ({ start: Math.max(day, start), end: Math.min(day + 2, end) }))
    .filter((one) => one.start < one.end);
}

/** Firsts of months between two days; empty where months are too narrow. */
export function monthStarts(start: number, end: number, width: number): number[] {
  return (width / (end - start)) * 30 < narrowest.month ? [] : [...monthMarks(start, end, 1)];
}

function toMonths({ unit, count }: Step): number {
  return unit === 'year' ? count * 12 : count;
}

function* dayMarks(
  start: number,
  end: number,
  count: number,
  origin = count < 7 ? start : firstMonday,
): Generator<number> {
  for (let day = origin + Math.ceil((start - origin) / count) * count; day < end; day += count) yield day;
}

/** Firsts of the months that are a multiple of `count` since the year 0. */
function* monthMarks(start: number, end: number, count: number): Generator<number> {
  const date = toDate(start);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  for (let next = Math.floor(month / count) * count; ; next += count) {
    const day = new Date(0).setUTCFullYear(Math.floor(next / 12), next % 12, 1) / 86_400_000;
    if (day >= end) return;
    if (day >= start) yield day;
  }
}
