const dateText =
  /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * The day `yyyy-MM-dd` that is written in a date or date-time text, with `Z`, an offset or no zone: the API keeps no
 * time of day (FACTS a.3). Undefined when the text is no such form or names no day of the calendar.
 */
export function calendarDay(text: string): string | undefined {
  const day = dateText.exec(text)?.[1];
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
