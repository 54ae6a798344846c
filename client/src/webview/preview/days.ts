const millisecondsOfDay = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`; a day that no calendar has rolls over as `Date` does. */
export function toDayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // Date.UTC takes years below 100 for 19xx.
  return new Date(0).setUTCFullYear(year, month - 1, date) / millisecondsOfDay;
}

/** The first moment of a day in UTC. */
export function toDate(dayNumber: number): Date {
  return new Date(dayNumber * millisecondsOfDay);
}

/** Today as days since 1970, where the reader is. */
export function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / millisecondsOfDay;
}

export interface DayFormat {
  /** "8 Oct 2024" */
  readonly full: (dayNumber: number) => string;
  /** "8 Oct" */
  readonly short: (dayNumber: number) => string;
  /** "Oct 2024" */
  readonly month: (dayNumber: number) => string;
  /** "2024" */
  readonly year: (dayNumber: number) => string;
  /** "8 Oct 2024, 14:30": a moment, in ISO 8601, where the reader is. */
  readonly moment: (time: string) => string;
}

/** Days in the words of a language; of English where the runtime does not know the language. */
export function createDayFormat(language: string): DayFormat {
  // The form of the sentence, which is in English: 8 Oct 2024.
  const known = isLanguage(language) && !/^en(-US)?$/i.test(language) ? [language, 'en-GB'] : ['en-GB'];
  const inWords = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(known, { ...options, timeZone: 'UTC' });
    return (dayNumber: number) => format.format(toDate(dayNumber));
  };
  const toMoment = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return {
    full: inWords({ dateStyle: 'medium' }),
    short: inWords({ day: 'numeric', month: 'short' }),
    month: inWords({ month: 'short', year: 'numeric' }),
    year: inWords({ year: 'numeric' }),
    moment: (time) => toMoment.format(new Date(time)),
  };
}

/** "8 Oct 2024 – 11 Oct 2024", one day alone, `…` for a day that is not known. */
export function stretchInWords(
  { startDay, endDay }: { readonly startDay?: string; readonly endDay?: string },
  format: Pick<DayFormat, 'full'>,
): string {
  const [start = '…', end = '…'] = [startDay, endDay].map((day) => day && format.full(toDayNumber(day)));
  return start === end ? start : `${start} – ${end}`;
}

function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text);
}
