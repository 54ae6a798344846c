/**
 * A day of the Gregorian calendar, counted from 1970-01-01 (day 0): no time of day, no zone. Only days of the years 1 to
 * 9999 exist here, since a date text has four digits for the year and no calendar has a year 0.
 */
export type Day = number;

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly date: number;
}

const daysOfEra = 146_097; // 400 years
const daysToEpoch = 719_468; // from 0000-03-01 to 1970-01-01

/** 28 to 31; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day of a year, month and date; undefined where the calendar has none (February 30, month 13, year 0). */
export function dayOf({ year, month, date }: CivilDay): Day | undefined {
  if (year < 1 || year > 9999 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, date);
}

/** Counts in years that begin on March 1, so that the leap day is the last of its year. */
function dayNumber(year: number, month: number, date: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - daysToEpoch;
}

/** Year, month and date of a day. */
export function civilOf(day: Day): CivilDay {
  const shifted = day + daysToEpoch;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

const first = dayNumber(1, 1, 1);
const last = dayNumber(9999, 12, 31);

/** The day so many days later (earlier where negative); undefined outside the years 1 to 9999. */
export function addDays(day: Day, days: number): Day | undefined {
  const moved = day + days;
  return moved >= first && moved <= last ? moved : undefined;
}

/**
 * The same date so many months later, or the last day of that month where it is shorter (January 31 and one month:
 * February 28 or 29); undefined outside the years 1 to 9999.
 */
export function addMonths(day: Day, months: number): Day | undefined {
  const from = civilOf(day);
  const count = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayOf({ year, month, date: Math.min(from.date, daysInMonth(year, month)) });
}

/** `YYYY-MM-DD`. */
export function toDayText(day: Day): string {
  const { year, month, date } = civilOf(day);
  const padded = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}
