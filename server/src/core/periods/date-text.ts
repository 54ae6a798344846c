import { remember } from '../document/remember';
import { dayOf, daysInMonth, type Day } from './day';

/** What a date text says. The API keeps the calendar day as it is written, and nothing else (FACTS a.3). */
export interface DateText {
  readonly kind: 'date';
  readonly day: Day;
  /** Minutes since midnight, 0 where no time is written. */
  readonly minute: number;
  /** Minutes east of UTC; undefined where no zone is written, 0 for `Z`. */
  readonly offset: number | undefined;
}

/** Why a text is no date. */
export type DateProblem =
  /** It is not written as a date. */
  | { readonly kind: 'form' }
  /** The calendar has no such day; `month` does exist where `days`, its number of days, is above 0. */
  | { readonly kind: 'day'; readonly days: number }
  /** It is a day, but no time of it, or no offset that there is. */
  | { readonly kind: 'time' | 'offset' };

/** UTF-16 units of the day in a date text: `YYYY-MM-DD` always comes first. */
export const dayLength = 10;

const dateText = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Reads `YYYY-MM-DD`, optionally followed by `THH:mm[:ss[.1-9 digits]]`, and by `Z`, `+-HH[:]mm` or `+-HH` (RULES,
 * date-format). Hours are 00 to 23 and minutes and seconds 00 to 59, of the time and of the offset: 24:00 belongs to
 * no day and a leap second to no civil calendar.
 */
export const readDateText = remember(read, { entries: 1000, longest: 40 });

function read(text: string): DateText | DateProblem {
  const match = dateText.exec(text);
  if (!match) return { kind: 'form' };
  const numberAt = (group: number) => Number(match[group] ?? 0);
  const year = numberAt(1);
  const month = numberAt(2);
  const day = dayOf({ year, month, date: numberAt(3) });
  if (day === undefined) return { kind: 'day', days: year === 0 ? 0 : daysInMonth(year, month) };
  const hour = numberAt(4);
  const minute = numberAt(5);
  if (hour > 23 || minute > 59 || numberAt(6) > 59) return { kind: 'time' };
  const offset = readOffset(match[7]);
  if (offset === 'none') return { kind: 'offset' };
  return { kind: 'date', day, minute: hour * 60 + minute, offset };
}

/** The day that a text writes; undefined where it is no date at all. */
export function dayIn(text: string): Day | undefined {
  const date = readDateText(text);
  return date.kind === 'date' ? date.day : undefined;
}

function readOffset(text: string | undefined): number | undefined | 'none' {
  if (text === undefined || text === '') return undefined;
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return 'none';
  const offset = hours * 60 + minutes;
  return text.startsWith('-') ? 0 - offset : offset;
}

/** How many days the moment in UTC lies from the day that is written: -1, 0 or 1; 0 where no offset is written. */
export function utcDayShift({ minute, offset }: DateText): number {
  return Math.floor((minute - (offset ?? 0)) / 1440);
}
