import { checkDefinitions, type Checked } from './check/check-definitions';
import { readCheckUse } from './check/check-use';
import { formats } from './formats/index';
import { levelOf } from './formats/diagnostic';
import type { Summary } from './formats/format';
import { countOf } from './count-of';
import { usages } from './help';
import type { CliIo } from './io';
import { toLine } from './to-line';

export type CheckIo = Pick<CliIo, 'cwd' | 'env' | 'stdout' | 'stderr' | 'terminal' | 'readStdin'>;

const statuses = { fine: 0, findings: 1, wrongUse: 2 } as const;

/**
 * `check`: reports what is wrong with definitions. `args` are those after the command's name. Gives the exit status:
 * 2 on wrong use or a file that cannot be read, else 1 with an error or too many warnings, else 0. Findings go to
 * standard output, everything else to standard error.
 * @param rulePage URI of the shipped rule catalogue, for the links of the findings.
 */
export async function runCheckCommand(
  args: readonly string[],
  io: CheckIo,
  rulePage: string | undefined,
): Promise<number> {
  const use = readCheckUse(args);
  if (typeof use === 'string') {
    io.stderr(`check: ${toLine(use)}\nUsage: ${usages.check}\n`);
    return statuses.wrongUse;
  }
  const { cwd, readStdin } = io;
  const format = formats[use.format]({ colours: hasColours(io) });
  const summary = { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0 };
  let problems = 0;
  io.stdout(format.begin);
  for await (const checked of checkDefinitions(use.paths, { cwd, readStdin, stdinPath: use.stdinPath, rulePage })) {
    if (checked.kind === 'problem') {
      problems += 1;
      io.stderr(`check: ${describeProblem(checked)}\n`);
    } else {
      io.stdout(format.file(checked, summary.files));
      summary.files += 1;
      for (const { severity } of checked.diagnostics) summary[`${levelOf(severity)}s`] += 1;
    }
  }
  io.stdout(format.end(summary));
  const tooManyWarnings = summary.warnings > use.maxWarnings;
  if (use.format === 'text' && summary.files > 0) io.stderr(`${describe(summary)}\n`);
  if (tooManyWarnings) io.stderr(`check: more warnings than --max-warnings ${use.maxWarnings} allows.\n`);
  if (problems > 0) return statuses.wrongUse;
  return summary.errors > 0 || tooManyWarnings ? statuses.findings : statuses.fine;
}

/** Whether standard output is a terminal that is to have colours (no-color.org). */
function hasColours({ env, terminal }: CheckIo): boolean {
  return terminal.stdout && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** One sentence. */
function describeProblem({ path, reason }: Extract<Checked, { kind: 'problem' }>): string {
  const sentence = `${path || '""'} ${reason}`;
  return toLine(/[.?]$/.test(sentence) ? sentence : `${sentence}.`, Infinity);
}

/** `2 files checked: 1 error, 3 hints.` */
function describe({ files, ...counts }: Summary): string {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const words = found.map(([name, count]) => countOf(count, name.slice(0, -1)));
  return `${countOf(files, 'file')} checked: ${words.length > 0 ? words.join(', ') : 'nothing found'}.`;
}
