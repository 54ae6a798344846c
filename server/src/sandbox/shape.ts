import { calendarDay } from './calendar-day';
import { isList, isObject, type Json, literalOf, memberAt, NumberText } from './json-value';
import { toIntegerText, toThreeDecimals } from './number-text';

/** Says whether a value is of the kind that the API reads; it never looks deeper than the shape does. */
export type Shape = (value: Json) => boolean;

export const anything: Shape = () => true;
export const text: Shape = (value) => typeof value === 'string';
export const flag: Shape = (value) => typeof value === 'boolean';
export const number: Shape = (value) => value instanceof NumberText;
export const integer: Shape = (value) => value instanceof NumberText && toIntegerText(value.text) !== undefined;
export const date: Shape = (value) => typeof value === 'string' && calendarDay(value) !== undefined;

/** A number or a text that is one: both are accepted for a default value (FACTS a.4). */
export const decimal: Shape = (value) => toThreeDecimals(literalOf(value) ?? '') !== undefined;

export function oneOf(...accepted: readonly string[]): Shape {
  return (value) => typeof value === 'string' && accepted.includes(value);
}

export function either(...shapes: readonly Shape[]): Shape {
  return (value) => shapes.some((shape) => shape(value));
}

export function listOf(item: Shape): Shape {
  return (value) => isList(value) && value.every(item);
}

/** An object whose known members fit; a member that is absent or null is missing, one that is not known is ignored. */
export function objectOf(members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  const known = Object.entries(members);
  return (value) =>
    isObject(value) &&
    required.every((key) => memberAt(value, key) !== undefined) &&
    known.every(([key, shape]) => shapeAllows(shape, memberAt(value, key)));
}

function shapeAllows(shape: Shape, member: Json | undefined): boolean {
  return member === undefined || shape(member);
}
