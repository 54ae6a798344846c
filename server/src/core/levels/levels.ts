import { catalogue } from '../rules/catalogue';
import type { Finding } from '../rules/finding';
import { nearest } from '../rules/nearest';
import type { Level } from '../rules/rule';

/** What a user may set for one rule. */
export type SetLevel = Level | 'off';
/** Rule code -> level. Codes that are not in it keep their defaults. */
export type Levels = Readonly<Record<string, SetLevel>>;

export const setLevels: readonly SetLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

const settable: ReadonlySet<string> = new Set(catalogue.filter((entry) => entry.settable).map(({ code }) => code));
const codes: ReadonlySet<string> = new Set(catalogue.map(({ code }) => code));

const isSetLevel = (value: unknown): value is SetLevel => setLevels.some((level) => level === value);

/** Why a rule cannot be set to this, in words; undefined when it can. */
export function levelProblem(code: string, level: unknown): string | undefined {
  if (!codes.has(code)) return noRule(code);
  if (!settable.has(code)) return `The level of "${code}" cannot be changed.`;
  if (isSetLevel(level)) return undefined;
  return `${JSON.stringify(level ?? null)} is no level of "${code}"; ${setLevels.join(', ')} are.`;
}

function noRule(code: string): string {
  const [near] = nearest(code, [...codes]);
  return near === undefined ? `"${code}" is no rule.` : `"${code}" is no rule; did you mean "${near}"?`;
}

/** What could be read of a list of levels, and what could not, in words. */
export interface ReadLevels {
  readonly levels: Levels;
  readonly problems: readonly string[];
}

/** Reads levels from a value of unknown origin (a setting, a file). Entries that are wrong are left out and told. */
export function readLevels(value: unknown): ReadLevels {
  if (value === undefined || value === null) return { levels: {}, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { levels: {}, problems: ['The levels are no object of rule codes and levels.'] };
  }
  const levels: Record<string, SetLevel> = {};
  const problems: string[] = [];
  for (const [code, level] of Object.entries(value)) {
    const problem = levelProblem(code, level);
    if (problem !== undefined) problems.push(problem);
    else if (isSetLevel(level)) levels[code] = level;
  }
  return { levels, problems };
}

/** The level that a finding is shown at; `off` when it is not shown. A set level replaces every default of its rule. */
export function shownLevel(finding: Finding, levels: Levels): SetLevel {
  if (finding.isFixed || !Object.hasOwn(levels, finding.code)) return finding.level;
  return levels[finding.code] ?? finding.level;
}

/** The findings as the author sees them: those that are switched off left out, the others at their set levels. */
export function atLevels(findings: readonly Finding[], levels: Levels): readonly Finding[] {
  if (Object.keys(levels).length === 0) return findings;
  return findings.flatMap((finding) => {
    const level = shownLevel(finding, levels);
    if (level === 'off') return [];
    return level === finding.level ? finding : { ...finding, level };
  });
}

/** True for a finding that refuses a submit: an error at its default or at its set level, checks that did not run, or no definition. */
export function isBlocking(finding: Finding, levels: Levels): boolean {
  if (finding.isRefused || finding.code === 'file-limit') return true;
  return finding.level === 'error' || shownLevel(finding, levels) === 'error';
}

/** True for a blocking finding whose rule the author lowered: it may be opened by confirming it by name. */
export function isLowered(finding: Finding, levels: Levels): boolean {
  if (finding.isRefused || !isBlocking(finding, levels)) return false;
  return shownLevel(finding, levels) !== 'error' && Object.hasOwn(levels, finding.code);
}
