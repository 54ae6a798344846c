import type { PreviewModel, PreviewPeriod } from '../core/preview-model';
import { decimalText, readDecimal, sumOfDecimals } from './exact-decimal';
import { isCounted } from './preview-rows';

/** What stands below the table: undefined where something of the column is not known. */
export interface Totals {
  /** Covered by periods that are switched on, each day once. */
  readonly days: number | undefined;
  /** One per target, of the cycles that count, with as many decimals as the values have. */
  readonly sums: readonly (string | undefined)[];
  /** Whether the table has values or periods that are not in here. */
  readonly leavesOut: boolean;
}

type Counted = Pick<PreviewModel, 'periods' | 'targets' | 'omitted' | 'cycles' | 'rhythm'>;

/** Of what counts: no value without a cycle, no period that is switched off. */
export function toTotals(model: Counted): Totals {
  const { periods, targets, omitted } = model;
  const isLeftOut = (_: unknown, index: number) => !isCounted(model, index);
  return {
    days: omitted.periods === 0 ? coveredDays(periods.filter(({ active }) => active)) : undefined,
    sums: targets.map(({ values, valueCount }) =>
      valueCount === values.length
        ? sumOf(values.filter((_, index) => isCounted(model, index)).map(({ text }) => text))
        : undefined,
    ),
    leavesOut: periods.some(({ active }) => !active) || targets.some(({ values }) => values.some(isLeftOut)),
  };
}

/** How many days at least one of them covers. */
function coveredDays(periods: readonly PreviewPeriod[]): number | undefined {
  const stretches = periods.map(({ startDay = '', days = 0 }) => ({ start: Date.parse(startDay) / 86_400_000, days }));
  if (stretches.length === 0 || stretches.some(({ start, days }) => days === 0 || Number.isNaN(start)))
    return undefined;
  let covered = 0;
  let free = -Infinity;
  for (const { start, days } of stretches.sort((one, other) => one.start - other.start)) {
    covered += Math.max(0, start + days - Math.max(start, free));
    free = Math.max(free, start + days);
  }
  return covered;
}

/** Exact, whatever the size of the numbers; undefined without any, and where one is no plain decimal number. */
function sumOf(texts: readonly string[]): string | undefined {
  const numbers = texts.flatMap((text) => readDecimal(text) ?? []);
  return numbers.length < texts.length || texts.length === 0 ? undefined : decimalText(sumOfDecimals(numbers));
}
