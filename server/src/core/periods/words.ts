import { civilOf, type Day } from './day';
import { counted } from '../rules/wording';
import { cycleEnd, lengthInDays, type Span } from './span';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** "Monday". */
export function weekdayOf(day: Day): string {
  return weekdays[((day % 7) + 7) % 7] ?? '';
}

/** "8 Mar", "8 Mar 2027". */
export function dayInWords(day: Day, isYearShown: boolean): string {
  const { year, month, date } = civilOf(day);
  return `${date} ${months[month - 1] ?? ''}${isYearShown ? ` ${year}` : ''}`;
}

/** "8-14 Mar", "28 Feb - 6 Mar", "8-14 Mar 2027"; both years wherever they differ. */
export function spanInWords({ start, end }: Span, isYearShown: boolean): string {
  const [first, last] = [civilOf(start), civilOf(end)];
  const behind = dayInWords(end, isYearShown || first.year !== last.year);
  if (first.year !== last.year) return `${dayInWords(start, true)} - ${behind}`;
  if (first.month !== last.month) return `${dayInWords(start, false)} - ${behind}`;
  return start === end ? behind : `${first.date}-${behind}`;
}

/** The length in whole months where there are such, else in whole weeks, else in days: "1 month (31 days)", "2 weeks". */
export function lengthInWords(span: Span): string {
  const days = lengthInDays(span);
  const count = Math.round(days / 30.4);
  if (count > 0 && cycleEnd(span.start, { unit: 'month', count }) === span.end)
    return `${counted(count, 'month')} (${counted(days, 'day')})`;
  return days % 7 === 0 ? counted(days / 7, 'week') : counted(days, 'day');
}
