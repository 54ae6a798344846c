import { parseArgs } from 'node:util';
import { argumentProblem } from './argument-problem';
import { countOf } from './count-of';
import { sentenceOf } from './definitions/read-definitions';
import { fixDefinitions, type Fixed } from './fix/fix-definitions';
import { replaceFile } from './fix/replace-file';
import { toDiff } from './fix/to-diff';
import { createTextFormat } from './formats/text';
import { usages } from './help';
import type { CliIo } from './io';
import { toLine } from './to-line';

export type FixIo = Pick<CliIo, 'cwd' | 'stdout' | 'stderr' | 'terminal' | 'readStdin'>;

const statuses = { fine: 0, errors: 1, wrongUse: 2 } as const;

interface FixUse {
  /** Never empty. */
  readonly paths: readonly string[];
  readonly isDryRun: boolean;
}

/**
 * `fix`: mends in definitions what can be mended without loss and without a choice. `args` are those after the command's
 * name. Gives the exit status: 2 on wrong use or a file that cannot be read or written, else 1 when errors are left, else
 * 0. Standard output gets the text of standard input, and with `--dry-run` the differences; standard error the rest.
 */
export async function runFixCommand(args: readonly string[], io: FixIo): Promise<number> {
  const use = readUse(args);
  if (typeof use === 'string') {
    io.stderr(`fix: ${toLine(use)}\nUsage: ${usages.fix}\n`);
    return statuses.wrongUse;
  }
  const counts = await fixAndReport(use, io);
  if (counts.files > 0) io.stderr(`${describe(counts, use)}\n`);
  if (counts.problems > 0 || counts.files === 0) return statuses.wrongUse;
  return counts.errors > 0 ? statuses.errors : statuses.fine;
}

interface Counts {
  readonly files: number;
  readonly fixed: number;
  /** Left after the fix. */
  readonly errors: number;
  readonly problems: number;
}

async function fixAndReport({ paths, isDryRun }: FixUse, io: FixIo): Promise<Counts> {
  const counts = { files: 0, fixed: 0, errors: 0, problems: 0 };
  const tellProblem = (sentence: string) => {
    counts.problems += 1;
    io.stderr(`fix: ${toLine(sentence, Infinity)}\n`);
  };
  for await (const each of fixDefinitions(paths, io)) {
    if (each.kind === 'problem') {
      if (each.isGone === true) io.stderr(`fix: ${toLine(sentenceOf(each), Infinity)}\n`);
      else tellProblem(sentenceOf(each));
      continue;
    }
    counts.files += 1;
    counts.errors += each.errors.length;
    const problem = isDryRun ? show(each, io) : write(each, io);
    if (problem !== undefined) tellProblem(`${each.definition.shown} ${problem}.`);
    else if (isChanged(each)) counts.fixed += 1;
    io.stderr(describeErrors(each));
  }
  return counts;
}

/** `2 files read: 1 fixed, 3 errors left.` */
function describe({ files, fixed, errors }: Counts, { isDryRun }: FixUse): string {
  const left = errors === 0 ? 'no error is left' : `${countOf(errors, 'error')} left`;
  return `${countOf(files, 'file')} read: ${fixed} ${isDryRun ? 'to fix' : 'fixed'}, ${left}.`;
}

function readUse(args: readonly string[]): FixUse | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' } },
    });
    if (positionals.length === 0) return 'expected what to fix: a file, a folder, a glob, or - for standard input.';
    return { paths: positionals, isDryRun: values['dry-run'] === true };
  } catch (error) {
    return argumentProblem(error);
  }
}

const isChanged = ({ text, definition }: Fixed): boolean => text !== definition.text;

/** Writes the mended text where it belongs: nothing, where nothing changes. Says why that cannot be done. */
function write(fixed: Fixed, { stdout }: FixIo): string | undefined {
  const { definition, text } = fixed;
  const { file, bytes, within } = definition;
  if (file === undefined) {
    stdout(text);
    return undefined;
  }
  if (!isChanged(fixed)) return undefined;
  const replaced = replaceFile({ file, before: bytes, after: Buffer.from(text), within });
  return 'reason' in replaced ? replaced.reason : undefined;
}

/** Prints what would be written; nothing can be wrong with that. */
function show(fixed: Fixed, { stdout, terminal }: FixIo): string | undefined {
  if (!isChanged(fixed)) return undefined;
  const { shown, text } = fixed.definition;
  const diff = toDiff(shown === '-' ? 'standard-input' : shown, text, fixed.text);
  // A program gets every byte as it is; eyes get nothing that a terminal would obey.
  stdout(terminal.stdout ? diff.replace(/[^\n]+/g, (line) => toLine(line.replace(/\r$/, ''), Infinity)) : diff);
  return undefined;
}

/** The errors that are left, as `check` tells them. */
function describeErrors({ definition, errors }: Fixed): string {
  const { shown: path, uri } = definition;
  const findings = errors.map((diagnostic) => ({ diagnostic }));
  return createTextFormat({ colours: false }).file({ path, uri, hasByteOrderMark: false, findings });
}
