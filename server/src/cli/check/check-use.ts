import { parseArgs } from 'node:util';
import { argumentProblem } from '../argument-problem';
import type { Levels } from '../../core/index';
import { formats, type FormatName } from '../formats/index';
import { readRuleOptions } from '../rule-options';

/** What `check` is asked to do. */
export interface CheckUse {
  /** Never empty. */
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly maxWarnings: number;
  /** Set by `--rule`: they win over every file's own. */
  readonly levels: Levels;
  /** What standard input is called; undefined when it has no name. */
  readonly stdinPath: string | undefined;
}

/** Reads the arguments after the command's name. A text says what is wrong with them. */
export function readCheckUse(args: readonly string[]): CheckUse | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { format = 'text', 'max-warnings': maxWarnings, 'stdin-path': stdinPath } = parsed.values;
  const paths = parsed.positionals.length === 0 ? ['.'] : parsed.positionals;
  if (!isFormat(format)) return `--format is "${format}"; expected ${listOf(Object.keys(formats))}.`;
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(maxWarnings)) {
    return `--max-warnings is "${maxWarnings}"; expected a whole number, 0 or more.`;
  }
  const wrongName = stdinPath === undefined ? undefined : problemOfStdinPath(stdinPath, paths);
  if (wrongName !== undefined) return wrongName;
  const levels = readRuleOptions(parsed.values.rule ?? []);
  if (typeof levels === 'string') return levels;
  return { paths, format, levels, maxWarnings: maxWarnings === undefined ? Infinity : Number(maxWarnings), stdinPath };
}

function problemOfStdinPath(stdinPath: string, paths: readonly string[]): string | undefined {
  if (stdinPath === '') return '--stdin-path is empty; expected the path that standard input stands for.';
  if (paths.includes('-')) return undefined;
  return '--stdin-path is given, but standard input is not read; name it "-".';
}

/** `a, b or c` */
const listOf = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        rule: { type: 'string', multiple: true },
        'max-warnings': { type: 'string' },
        'stdin-path': { type: 'string' },
      },
    });
  } catch (error) {
    return argumentProblem(error);
  }
}
