import type { Random } from './random';

/** Days since 1970-01-01, by the calendar of the runtime: nothing here is taken from what is tested. */
export type Day = number;

const milliseconds = 86_400_000;

export function dayText(day: Day): string {
  return new Date(day * milliseconds).toISOString().slice(0, 10);
}

export function dayOf(written: string): Day {
  return Date.parse(`${written.slice(0, 10)}T00:00:00Z`) / milliseconds;
}

/** The last day of one cycle, as RULES has it: so many days; or months, clamped to the end of the month, less a day. */
export function cycleEndOf(start: Day, frequencyType: string, frequency: number): Day {
  const times = Math.max(1, frequency);
  const days = { DAILY: 1, WEEKLY: 7 }[frequencyType];
  if (days !== undefined) return start + days * times - 1;
  const months = ({ MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 }[frequencyType] ?? 0) * times;
  const from = new Date(start * milliseconds);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const monthLength = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), monthLength)) / milliseconds - 1;
}

const padded = (value: number) => String(value).padStart(2, '0');

/**
 * The day in one of the forms that the API takes.
 * @param canShift whether the moment may lie on another day in UTC.
 */
export function anyDateText(random: Random, day: Day, canShift = false): string {
  const written = dayText(day);
  if (random.once(4)) return written + (random.once(4) ? 'Z' : '');
  const minute = random.integer(0, 1439);
  const seconds = random.pick(['', `:${padded(random.integer(0, 59))}`]);
  const fraction = seconds === '' || random.once(3) ? '' : `.${'123456789'.slice(0, random.integer(1, 9))}`;
  const time = `T${padded(Math.floor(minute / 60))}:${padded(minute % 60)}${seconds}${fraction}`;
  const offset = random.integer(-14 * 60, 14 * 60);
  const isShifted = Math.floor((minute - offset) / 1440) !== 0;
  const zone = random.pick(['', 'Z', 'offset']);
  if (zone !== 'offset') return written + time + zone;
  return written + time + (isShifted && !canShift ? 'Z' : offsetText(random, offset));
}

function offsetText(random: Random, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [padded(Math.floor(Math.abs(offset) / 60)), padded(Math.abs(offset) % 60)];
  if (minutes === '00' && random.once(2)) return sign + hours;
  return `${sign}${hours}${random.pick(['', ':'])}${minutes}`;
}
