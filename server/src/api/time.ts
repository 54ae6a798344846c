/* eslint-disable no-restricted-globals -- written times are read and written here; the clock is still passed in */

/** Milliseconds since 1970 of a time as HTTP or ISO 8601 writes it; NaN when it is none. */
export function parseTime(text: string): number {
  return Date.parse(text);
}

/** ISO 8601 in UTC, of milliseconds since 1970. Throws a RangeError beyond the year 275760. */
export function toIsoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
