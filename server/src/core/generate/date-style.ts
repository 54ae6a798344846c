import type { Model } from '../document/model';
import { keyOf, type Node, type StringNode } from '../document/node';
import { withDay } from '../edits/date-literal';
import { dayIn } from '../periods/date-text';
import { toDayText, type Day } from '../periods/day';
import { rootSchema, type Schema } from '../schema/schema';
import { walk } from '../schema/walk';

/** True for the dates that are the last of something. */
export const isEndKey = (key: string): boolean => /^(?:end|to)|End/.test(key);

export interface DateInText {
  readonly node: StringNode;
  readonly key: string;
  readonly day: Day;
}

/** Every date that can be read, last first. */
export const datesOf = (model: Model): DateInText[] => readDates(model, Infinity);

/** Those that show how dates are written: of a long list the last elements say as much as all. */
export const sampleDates = (model: Model): DateInText[] => readDates(model, 64);

/** @param most how many elements of a list are looked at, from its end. */
function readDates({ root }: Model, most: number): DateInText[] {
  const found: DateInText[] = [];
  const visit = (node: Node, schema: Schema | undefined) => {
    if (isInFront(node, most)) return false;
    if (node.kind !== 'string' || node.broken || schema?.format !== 'date-time') return true;
    const day = dayIn(node.value);
    if (day !== undefined) found.push({ node, key: keyOf(node)?.value ?? '', day });
    return true;
  };
  if (root) walk(root, visit, rootSchema);
  return found;
}

/** True for an element of a list that has so many behind it. */
const isInFront = ({ parent, offset }: Node, most: number): boolean =>
  parent !== undefined && 'items' in parent && offset < (parent.items.at(-most)?.offset ?? 0);

/** The first or the last minute of a day, as far as it is written. */
const edgeOfDay = /T(?:00:00|23:59)(?::\d\d)?(?:\.\d+)?/;

/**
 * A day as JSON text, written as the file writes the dates of this key, or else those most like it: an end with the last
 * minute of the day where a start has the first.
 */
export function dateTextLike(dates: readonly DateInText[], text: string, key: string, day: Day): string {
  const sample =
    dates.find((date) => date.key === key) ??
    dates.find((date) => isEndKey(date.key) === isEndKey(key)) ??
    dates.find(({ node }) => node.value.length === 10);
  const [other] = dates;
  if (sample || !other) return sample ? withDay(text, sample.node, day) : JSON.stringify(toDayText(day));
  const edge = isEndKey(key) ? 'T23:59:59.999' : 'T00:00:00.000';
  return withDay(text, other.node, day).replace(edgeOfDay, (time) => edge.slice(0, time.length));
}
