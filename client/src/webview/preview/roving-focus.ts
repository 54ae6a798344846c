import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Handlers that make all buttons (or `role=button`s) of a container one tab stop, with arrow keys between them. */
export interface RovingFocus<E extends Element> {
  readonly ref: RefObject<E | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
}

type Stop = HTMLElement | SVGElement;
type Row = readonly Stop[];

/** Rows are the rows of a table; a container without any is one row. */
export function useRovingFocus<E extends Element>(): RovingFocus<E> {
  const ref = useRef<E>(null);
  // After every render: parts come and go while somebody types.
  useLayoutEffect(() => {
    const stops = stopsIn(ref.current);
    makeTabStop(stops, stops.find((stop) => stop.getAttribute('tabindex') === '0') ?? stops[0]);
  });
  return {
    ref,
    onFocusIn: ({ target }) => {
      const stops = stopsIn(ref.current);
      const focused = stops.find((stop) => stop === target);
      makeTabStop(stops, focused);
    },
    onKeyDown: (event) => {
      const next = event.altKey || event.metaKey ? undefined : nextStop(rowsIn(ref.current), event);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    },
  };
}

function stopsIn(container: Element | null): Stop[] {
  return container === null ? [] : [...container.querySelectorAll<Stop>('button, [role="button"]')];
}

function rowsIn(container: Element | null): Row[] {
  const rows = [...(container?.querySelectorAll('tr') ?? [])].map(stopsIn).filter((row) => row.length > 0);
  return rows.length === 0 ? [stopsIn(container)] : rows;
}

/** The attribute is set here alone: one that the renderer wrote would come back with the next render. */
function makeTabStop(stops: Row, chosen: Stop | undefined): void {
  if (chosen === undefined) return;
  for (const stop of stops) stop.setAttribute('tabindex', stop === chosen ? '0' : '-1');
}

function nextStop(rows: readonly Row[], { target, key, ctrlKey }: KeyboardEvent): Stop | undefined {
  const y = rows.findIndex((row) => row.some((stop) => stop === target));
  const row = rows[y] ?? [];
  const x = row.findIndex((stop) => stop === target);
  const moves = new Map([
    ['ArrowRight', row[x + 1]],
    ['ArrowLeft', row[x - 1]],
    ['ArrowDown', below(row[x], rows[y + 1])],
    ['ArrowUp', below(row[x], rows[y - 1])],
    ['Home', (ctrlKey ? rows[0] : row)?.[0]],
    ['End', (ctrlKey ? rows.at(-1) : row)?.at(-1)],
  ]);
  return moves.get(key);
}

/** The stop of another row in the same column, or else the nearest one before it. */
function below(from: Stop | undefined, row: Row | undefined): Stop | undefined {
  const column = columnOf(from);
  return row?.filter((stop) => columnOf(stop) <= column).at(-1) ?? row?.[0];
}

function columnOf(stop: Stop | undefined): number {
  return stop?.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0;
}
