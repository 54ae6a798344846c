import type { PreviewModel, PreviewPeriod, PreviewSpan, PreviewValue } from '../core/preview-model';

/** One row of the table: a cycle with the values that the targets have for it. */
export interface ValuesRow {
  /** Zero-based number of the cycle. */
  readonly index: number;
  /** Absent where cycles or values go beyond the periods of the file. */
  readonly period?: PreviewPeriod;
  /** Whether there is no such cycle: only values that belong to none. */
  readonly isExtra: boolean;
  readonly notes: readonly RowNote[];
  /** One per target, in their order. */
  readonly cells: readonly ValueCell[];
}

export type RowNote =
  | { readonly kind: 'gapAfter' | 'overlapWith'; readonly days: number; readonly other: number }
  | { readonly kind: 'backwards' | 'switchedOff' };

export type ValueCell =
  | { readonly kind: 'value'; readonly value: PreviewValue }
  /** The target needs a value here and has none. */
  | { readonly kind: 'missing' }
  /** There is a value, beyond what the model lists. */
  | { readonly kind: 'unlisted' }
  /** Neither is there a value nor is one needed. */
  | { readonly kind: 'none' };

type Cycles = Pick<PreviewModel, 'periods' | 'cycles' | 'rhythm' | 'targets' | 'omitted'>;

/** More rounds than these are no rows. */
const mostRounds = 400;

/** How many cycles want a value: the periods, or what the file says without any. */
export function cyclesOf({ cycles, rhythm }: Pick<Cycles, 'cycles' | 'rhythm'>): number {
  if (cycles > 0 || rhythm.window === 'fixed') return cycles;
  return Math.min(rhythm.rounds, mostRounds);
}

/** Whether the values of a cycle count: it is one, and is not switched off. */
export function isCounted(model: Pick<Cycles, 'cycles' | 'rhythm' | 'periods'>, index: number): boolean {
  return index < cyclesOf(model) && model.periods[index]?.active !== false;
}

/** A row for every listed period, and for every cycle or value beyond the last one. */
export function toRows(model: Cycles & Pick<PreviewModel, 'spans'>): ValuesRow[] {
  const { periods, targets, omitted } = model;
  const cycles = cyclesOf(model);
  const most = Math.max(0, ...targets.map(({ values }) => values.length));
  // Behind omitted periods nothing can be said about rows without one.
  const count = omitted.periods > 0 ? periods.length : Math.max(periods.length, targets.length > 0 ? cycles : 0, most);
  return Array.from({ length: count }, (_, index) => {
    const period = periods[index];
    const cells = targets.map(({ values, valueCount }): ValueCell => {
      const value = values[index];
      if (value !== undefined) return { kind: 'value', value };
      if (index < valueCount) return { kind: 'unlisted' };
      return { kind: index < cycles ? 'missing' : 'none' };
    });
    return { index, cells, isExtra: index >= cycles, notes: toNotes(period, model.spans), ...(period && { period }) };
  });
}

function toNotes(period: PreviewPeriod | undefined, spans: readonly PreviewSpan[]): RowNote[] {
  if (period === undefined) return [];
  const { index, startDay, endDay, days, active } = period;
  const near = spans
    .filter(({ between }) => between[1] === index)
    .map(({ kind, days: shared, between }) => ({
      kind: kind === 'gap' ? ('gapAfter' as const) : ('overlapWith' as const),
      days: shared,
      other: between[0],
    }));
  const backwards = startDay !== undefined && endDay !== undefined && days === undefined;
  return [
    ...near,
    ...(backwards ? [{ kind: 'backwards' as const }] : []),
    ...(active ? [] : [{ kind: 'switchedOff' as const }]),
  ];
}
