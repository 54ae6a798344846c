/** Days as `YYYY-MM-DD`; the calendar of the author's own clock. */

/** True for a day that there is. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A year, a month counted from 0 and a date, each of them as far beyond its end as one likes. */
export function dayOf(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** The day of a moment. */
export function dayAt(moment: Date): string {
  return dayOf(moment.getFullYear(), moment.getMonth(), moment.getDate());
}

/** Where the next week, month, quarter, half year and year begin. */
export interface NextStarts {
  readonly week: string;
  readonly month: string;
  readonly quarter: string;
  readonly half: string;
  readonly year: string;
}

export function nextStarts(moment: Date): NextStarts {
  const [year, month] = [moment.getFullYear(), moment.getMonth()];
  const nextOf = (months: number) => dayOf(year, month - (month % months) + months, 1);
  return {
    week: dayOf(year, month, moment.getDate() + ((8 - moment.getDay()) % 7 || 7)),
    month: nextOf(1),
    quarter: nextOf(3),
    half: nextOf(6),
    year: nextOf(12),
  };
}
