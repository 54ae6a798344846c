import { levelProblem, type Levels } from '../core/index';

/** The levels of `--rule CODE=LEVEL`, each given as one text; of two for one rule the last counts. A text says what is wrong. */
export function readRuleOptions(options: readonly string[]): Levels | string {
  const levels = new Map<string, string>();
  for (const option of options) {
    const [, code, level] = /^([^=]*)=(.*)$/s.exec(option) ?? [];
    if (code === undefined || level === undefined) return `--rule is "${option}"; expected CODE=LEVEL.`;
    const problem = levelProblem(code, level);
    if (problem !== undefined) return `--rule ${option}: ${problem}`;
    levels.set(code, level);
  }
  // What has no problem is a level.
  return Object.fromEntries(levels) as Levels;
}
