import type { Model } from '../document/model';
import { atLevels, isBlocking, setLevels, shownLevel, type Levels } from '../levels/levels';
import { limits } from '../limits';
import type { Finding } from '../rules/finding';
import type { Level } from '../rules/rule';
import { notRead } from './findings';

/**
 * The findings of a file as they are listed: at the author's levels, in the order of the text, and no more of them than
 * the limit. Of more, those that refuse a submit are listed before all others and the graver before the lesser; a
 * `file-limit` at the beginning, which counts too, says how many are left out.
 * @param findings at their default levels, in the order of the text.
 */
export function listedFindings(model: Model, findings: readonly Finding[], levels: Levels): readonly Finding[] {
  if (findings.length <= limits.findings) return atLevels(findings, levels);
  const shown = findings.filter((finding) => shownLevel(finding, levels) !== 'off');
  if (shown.length <= limits.findings) return atLevels(shown, levels);
  const most = limits.findings - 1;
  const kept = new Set(gravestFirst(shown, levels).slice(0, most));
  const left = shown.length - most;
  const message = `The file has ${shown.length} findings, of which ${most} are listed, the gravest first: ${left} are left out.`;
  const line: Finding = { ...notRead(message), at: { offset: 0, length: Math.min(1, model.content.length) } };
  return atLevels([line, ...shown.filter((finding) => kept.has(finding))], levels);
}

/** A number for each level. */
export type FindingCounts = Readonly<Record<Level, number>>;

/** How many findings there are at each of the author's levels. */
export function countsOf(findings: readonly Finding[], levels: Levels): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { level } of atLevels(findings, levels)) counts[level] += 1;
  return counts;
}

/** Those of the same gravity stay in the order of the text. */
function gravestFirst(findings: readonly Finding[], levels: Levels): readonly Finding[] {
  const ranked = setLevels.map((): Finding[] => []);
  for (const finding of findings) {
    const level = isBlocking(finding, levels) ? 'error' : shownLevel(finding, levels);
    ranked[setLevels.indexOf(level)]?.push(finding);
  }
  return ranked.flat();
}
