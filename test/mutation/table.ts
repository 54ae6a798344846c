import { reasonOf } from './equivalents';
import type { Mutant } from './find-mutants';

export interface Row {
  readonly file: string;
  /** Tests that are about this file by their name. */
  readonly tests: number;
  readonly mutants: number;
  readonly survivors: readonly Mutant[];
  /** Listed as equivalent, and no survivor. */
  readonly outdated: readonly string[];
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** A Markdown table, and behind it every survivor with the reason why it may, and what is listed for nothing. */
export function toTable(rows: readonly Row[]): string {
  const all = rows.reduce((sum, { mutants }) => sum + mutants, 0);
  const left = rows.reduce((sum, { survivors }) => sum + survivors.length, 0);
  const lines = rows.map(({ file, tests, mutants, survivors }) => {
    const open = survivors.filter((mutant) => reasonOf(file, mutant) === undefined).length;
    return `| ${file} | ${tests} | ${mutants} | ${mutants - survivors.length} | ${survivors.length - open} | ${open} |`;
  });
  const told = rows.flatMap(({ file, survivors }) =>
    survivors.map((mutant) => {
      const { line, before, after } = mutant;
      return `- ${file}:${line} \`${cell(before)}\` → \`${cell(after)}\`: ${reasonOf(file, mutant) ?? '**nobody noticed**'}`;
    }),
  );
  return [
    '| file | tests | mutants | killed | equivalent | survived |',
    '|---|--:|--:|--:|--:|--:|',
    ...lines,
    '',
    `${all} mutants, ${all - left} killed.`,
    '',
    ...told,
    ...rows.flatMap(({ outdated }) => outdated.map((each) => `- no equivalent any more: ${each}`)),
  ].join('\n');
}
