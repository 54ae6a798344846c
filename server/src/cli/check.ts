import path from 'node:path';
import { checkDefinitions } from './check/check-definitions';
import { readCheckUse, type CheckUse } from './check/check-use';
import { sentenceOf } from './definitions/read-definitions';
import { formats } from './formats/index';
import type { FormatOptions, Summary } from './formats/format';
import { countOf } from './count-of';
import { usages } from './help';
import { isInside } from '../node/files/is-inside';
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
  const { summary, problems } = await checkAndReport(use, io, rulePage);
  const tooManyWarnings = summary.warnings > use.maxWarnings;
  if (use.format === 'text' && summary.files > 0) io.stderr(`${describe(summary)}\n`);
  if (tooManyWarnings) io.stderr(`check: more warnings than --max-warnings ${use.maxWarnings} allows.\n`);
  if (problems > 0 || summary.files === 0) return statuses.wrongUse;
  return summary.errors > 0 || tooManyWarnings ? statuses.findings : statuses.fine;
}

async function checkAndReport(use: CheckUse, io: CheckIo, rulePage: string | undefined) {
  const format = formats[use.format](optionsOf(io));
  const { paths, levels, stdinPath } = use;
  const { cwd, readStdin } = io;
  const wantsFixes = format.wantsFixes === true;
  const summary = { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0 };
  let problems = 0;
  io.stdout(format.begin);
  for await (const each of checkDefinitions(paths, { cwd, readStdin, stdinPath, rulePage, levels, wantsFixes })) {
    if (each.kind === 'problem') {
      const message = sentenceOf(each);
      io.stderr(`check: ${toLine(message, Infinity)}\n`);
      if (each.isGone === true) continue;
      problems += 1;
      io.stdout(format.problem?.({ path: each.path, message }) ?? '');
    } else {
      io.stdout(format.file(each));
      summary.files += 1;
      summary.errors += each.counts.error;
      summary.warnings += each.counts.warning;
      summary.informations += each.counts.information;
      summary.hints += each.counts.hint;
    }
  }
  io.stdout(format.end(summary));
  return { summary, problems };
}

function optionsOf(io: CheckIo): FormatOptions {
  return { colours: hasColours(io), folder: repositoryIn(io) };
}

/** Where a build of GitHub has checked out the repository, if the current folder is in it; else the current folder. */
function repositoryIn({ cwd, env }: CheckIo): string {
  const workspace = env['GITHUB_WORKSPACE'];
  if (!workspace) return cwd;
  return isInside(cwd, path.resolve(workspace)) ? path.resolve(workspace) : cwd;
}

/** Whether standard output is a terminal that is to have colours (no-color.org). */
function hasColours({ env, terminal }: CheckIo): boolean {
  return terminal.stdout && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** `2 files checked: 1 error, 3 hints.` */
function describe({ files, ...counts }: Summary): string {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const words = found.map(([name, count]) => countOf(count, name.slice(0, -1)));
  return `${countOf(files, 'file')} checked: ${words.length > 0 ? words.join(', ') : 'nothing found'}.`;
}
