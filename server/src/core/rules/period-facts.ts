import type { Day } from '../periods/day';
import type { Span } from '../periods/span';
import { dayOf, factOf, type Fact } from './fact';
import type { Part } from './part';
import { quoted } from './wording';

/** What one period tells the rules that look across parts. */
export interface PeriodFacts {
  /** Zero-based position in `periods`. */
  readonly index: number;
  readonly start: Fact<Day>;
  readonly end: Fact<Day>;
  /** The `refCode` as text: 5 and "5" are the same. */
  readonly refCode: Fact<string>;
}

export function periodFacts(part: Part): PeriodFacts {
  return {
    index: part.index,
    start: dayOf(part, 'startDate'),
    end: dayOf(part, 'endDate'),
    refCode: factOf(part, 'refCode', (name) => part.text(name) ?? numberText(part, name)),
  };
}

/** A number is the same text only where its digits are: the text it is written as. */
function numberText(part: Part, name: string) {
  const number = part.number(name);
  return number && { ...number, value: part.written(number.node) };
}

/** The days of a period; undefined where one is missing or unknown, or where the end lies before the start. */
export function spanOf({ start, end }: PeriodFacts): Span | undefined {
  if (start.value === undefined || end.value === undefined || end.value < start.value) return undefined;
  return { start: start.value, end: end.value };
}

/** The days of the period that ends last; undefined where those of none are known. */
export function lastSpan(periods: readonly PeriodFacts[]): Span | undefined {
  const spans = periods.flatMap((period) => spanOf(period) ?? []);
  return spans.reduce<Span | undefined>((late, span) => (late && late.end >= span.end ? late : span), undefined);
}

/** A period as a message names it: its position counted from one, and its `refCode`. */
export function periodName({ index, refCode }: PeriodFacts): string {
  return refCode.value === undefined ? `period ${index + 1}` : `period ${index + 1} (${quoted(refCode.value)})`;
}
