import { endOf, type Place } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { dayLength } from '../periods/date-text';
import { toDayText, type Day } from '../periods/day';
import { offsetOfUnit, replaceUnits } from './string-units';

/** One edit that sets the day of a date text; its time of day and its zone stay as they are written. */
export function setDay(text: string, literal: Place, day: Day): Edit {
  return replaceUnits(text, literal, 0, dayLength, toDayText(day));
}

/** The JSON text of a date with another day. */
export function withDay(text: string, literal: Place, day: Day): string {
  const rest = text.slice(offsetOfUnit(text, literal, dayLength), endOf(literal));
  return `"${toDayText(day)}${rest}`;
}
