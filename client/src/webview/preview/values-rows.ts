import type { PreviewModel, PreviewPeriod, PreviewSpan, PreviewValue } from '../../../../server/src/protocol/requests';

/** One row of the table: a cycle with the values that the targets have for it. */
export interface ValuesRow {
  /** Zero-based number of the cycle. */
  readonly index: number;
  /** Absent where values or `totalPeriods` go beyond the periods of the file. */
  readonly period?: PreviewPeriod;
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
  /** Neither is there a value nor is one needed, or it is beyond what the model lists. */
  | { readonly kind: 'none' };

/** A row for every listed period, and for every cycle or value beyond the last one. */
export function toRows(model: PreviewModel): ValuesRow[] {
  const { periods, targets, omitted } = model;
  const most = Math.max(0, ...targets.map(({ values }) => values.length));
  // Behind omitted periods nothing can be said about rows without one.
  const cycles = targets.length > 0 ? model.cycles : 0;
  const count = omitted.periods > 0 ? periods.length : Math.max(periods.length, cycles, most);
  return Array.from({ length: count }, (_, index) => {
    const period = periods[index];
    const cells = targets.map(({ values, valueCount }): ValueCell => {
      const value = values[index];
      if (value !== undefined) return { kind: 'value', value };
      return { kind: index < model.cycles && index >= valueCount ? 'missing' : 'none' };
    });
    return { index, cells, notes: toNotes(period, model.spans), ...(period && { period }) };
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
