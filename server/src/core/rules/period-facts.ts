import { endOf } from '../document/node';
import type { Day } from '../periods/day';
import type { Span } from '../periods/span';
import { dayOf, factOf, type Fact } from './fact';
import type { Part } from './part';

/** What one period tells the rules that look across parts. */
export interface PeriodFacts {
  /** Zero-based position in `periods`. */
  readonly index: number;
  readonly start: Fact<Day>;
  readonly end: Fact<Day>;
  /** The `refCode` as text: 5 and "5" are the same. */
  readonly refCode: Fact<string>;
}

/** @param text the whole document: a number is the same text only where its digits are. */
export function periodFacts(part: Part, text: string): PeriodFacts {
  return {
    index: part.index,
    start: dayOf(part, 'startDate'),
    end: dayOf(part, 'endDate'),
    refCode: factOf(part, 'refCode', part.text('refCode') ?? numberText(part, text)),
  };
}

function numberText(part: Part, text: string) {
  const number = part.number('refCode');
  return number && { ...number, value: text.slice(number.node.offset, endOf(number.node)) };
}

/** The days of a period; undefined where one is missing or unknown, or where the end lies before the start. */
export function spanOf({ start, end }: PeriodFacts): Span | undefined {
  if (start.value === undefined || end.value === undefined || end.value < start.value) return undefined;
  return { start: start.value, end: end.value };
}

/** A period as a message names it: its position counted from one, and its `refCode`. */
export function periodName({ index, refCode }: PeriodFacts): string {
  return refCode.value === undefined ? `period ${index + 1}` : `period ${index + 1} (${refCode.value.slice(0, 40)})`;
}
