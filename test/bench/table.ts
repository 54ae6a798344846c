/** One measurement of every contestant, ours first; NaN where one was left out. */
export interface Row {
  readonly name: string;
  readonly values: readonly number[];
}

const number = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 2 : 0));

/** A Markdown table: what each contestant needs, and how many times as much as ours every other does. */
export function renderTable(contestants: readonly string[], rows: readonly Row[]): string {
  const [, ...others] = contestants;
  const head = ['', ...contestants, ...others.map((name) => `${name}, times ours`)];
  const lines = rows.map(({ name, values: [ours = NaN, ...theirs] }) => [
    name,
    ...[ours, ...contestants.slice(1).map((_, index) => theirs[index] ?? NaN)].map(number),
    ...others.map((_, index) => number((theirs[index] ?? NaN) / ours)),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((cells) => cells[column]?.length ?? 0)));
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const toLine = (cells: readonly string[]) => `| ${cells.map(padded).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [toLine(head), rule, ...lines.map(toLine)].join('\n');
}
