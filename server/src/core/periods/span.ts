import { addDays, addMonths, type Day } from './day';

/** From the first day to the last, both of which belong to it (RULES, dates are compared by the day that is written). */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** Number of days, both ends counted. */
export function lengthInDays({ start, end }: Span): number {
  return end - start + 1;
}

/** True when the two share a day. */
export function isOverlapping(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

const daysOfUnit: ReadonlyMap<string, number> = new Map([
  ['DAILY', 1],
  ['WEEKLY', 7],
]);
const monthsOfUnit: ReadonlyMap<string, number> = new Map([
  ['MONTHLY', 1],
  ['QUARTERLY', 3],
  ['HALF_YEARLY', 6],
  ['YEARLY', 12],
]);

/** One cycle: so many days, or so many calendar months. */
export interface CycleLength {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

/**
 * The length of one cycle of `frequencyType` x `frequency`.
 * @param frequency where it is missing, 0 or negative: 1 (most bodies with a fixed window send 0, FACTS a.1).
 * @returns undefined for CUSTOM and anything unknown, which have no length of their own.
 */
export function cycleLength(frequencyType: string, frequency: number | undefined): CycleLength | undefined {
  const times = frequency === undefined || frequency <= 0 ? 1 : frequency;
  const days = daysOfUnit.get(frequencyType);
  if (days !== undefined) return { unit: 'day', count: days * times };
  const months = monthsOfUnit.get(frequencyType);
  return months === undefined ? undefined : { unit: 'month', count: months * times };
}

/** The last day of a cycle that begins on this day; undefined where it would lie behind the year 9999. */
export function cycleEnd(start: Day, { unit, count }: CycleLength): Day | undefined {
  if (unit === 'day') return addDays(start, count - 1);
  const next = addMonths(start, count);
  return next === undefined ? undefined : addDays(next, -1);
}

/**
 * Cycles one behind the other, without a gap: each begins on the day after the one before.
 * @param first undefined for the day behind the year 9999.
 * @returns undefined where one of them would lie behind the year 9999.
 */
export function consecutiveCycles(first: Day | undefined, length: CycleLength, count: number): Span[] | undefined {
  const spans: Span[] = [];
  let start = first;
  for (let index = 0; index < count; index++) {
    const end: Day | undefined = start === undefined ? undefined : cycleEnd(start, length);
    if (start === undefined || end === undefined) return undefined;
    spans.push({ start, end });
    start = addDays(end, 1);
  }
  return spans;
}

/**
 * The first span from a day on that shares no day with others.
 * @param endFrom the end of a span that begins on this day; undefined where there is none.
 */
export function firstFreeSpan(
  from: Day,
  others: readonly Span[],
  endFrom: (start: Day) => Day | undefined,
): Span | undefined {
  let start: Day | undefined = from;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    const end: Day | undefined = start === undefined ? undefined : endFrom(start);
    if (start === undefined || end === undefined || other.start > end) break;
    if (other.end >= start) start = addDays(other.end, 1);
  }
  const end = start === undefined ? undefined : endFrom(start);
  return start === undefined || end === undefined ? undefined : { start, end };
}
