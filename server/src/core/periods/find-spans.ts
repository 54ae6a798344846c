import type { Span } from './span';

/** A period whose first day does not lie behind its last. */
export interface DatedPeriod extends Span {
  /** Zero-based position in the file. */
  readonly index: number;
}

/** Days between two neighbours in time that no period covers, or that both of them cover. */
export interface PeriodSpan extends Span {
  readonly kind: 'gap' | 'overlap';
  /** `index` of the period that starts earlier, and of the one that starts later. */
  readonly between: readonly [number, number];
}

/**
 * Where the periods leave days out or share them, in the order of the days. Each period is compared with the one before
 * it that lasts longest, so there is at most one span per period.
 */
export function findSpans(periods: readonly DatedPeriod[]): PeriodSpan[] {
  const [first, ...later] = [...periods].sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  if (first === undefined) return [];
  const spans: PeriodSpan[] = [];
  let longest = first;
  for (const period of later) {
    const between = [longest.index, period.index] as const;
    if (period.start <= longest.end) {
      spans.push({ kind: 'overlap', start: period.start, end: Math.min(longest.end, period.end), between });
    } else if (period.start > longest.end + 1) {
      spans.push({ kind: 'gap', start: longest.end + 1, end: period.start - 1, between });
    }
    if (period.end > longest.end) longest = period;
  }
  return spans;
}
