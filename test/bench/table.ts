/** One measurement of every contestant, ours first. */
export interface Row {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

/** A Markdown table: milliseconds of each contestant, and how many times as fast as each other one the first is. */
export function renderTable(contestants: readonly string[], rows: readonly Row[]): string {
  const [, ...others] = contestants;
  const head = ['', ...contestants.map((name) => `${name}, ms`), ...others.map((name) => `times as fast as ${name}`)];
  const lines = rows.map(({ name, milliseconds: [ours = NaN, ...theirs] }) => [
    name,
    ...[ours, ...theirs].map((time) => time.toFixed(2)),
    ...theirs.map((time) => (time / ours).toFixed(2)),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((cells) => cells[column]?.length ?? 0)));
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`).join('|')}|`;
  return [toLine(head), rule, ...lines.map(toLine)].join('\n');
}
