import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { createModel, type Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';
import { applyEdits } from '../edits/apply-edits';
import { toTextEdits } from '../edits/to-text-edits';
import { atLevels, type Levels } from '../levels/levels';
import { catalogue } from '../rules/catalogue';
import type { Finding } from '../rules/finding';
import type { Fix } from '../rules/rule';
import { findingsOf } from './findings';

const lossless: ReadonlySet<string> = new Set(catalogue.filter(({ fixAll }) => fixAll).map(({ code }) => code));

/** One mended place can uncover another, but never many times over. */
const mostRounds = 10;

/** The fix that "fix all" applies for a finding: lossless and the only one; undefined where there is none. */
export function losslessFix({ code, fixes }: Finding): Fix | undefined {
  return lossless.has(code) ? fixes().find(({ preferred }) => preferred) : undefined;
}

/** The edits of one round: of each finding the fix that is lossless and the only one, none touching another. */
function roundEdits(findings: readonly Finding[]): Edit[] {
  const wanted = findings.flatMap((finding) => losslessFix(finding)?.edits ?? []).sort((a, b) => a.offset - b.offset);
  const edits: Edit[] = [];
  for (const edit of wanted) {
    const last = edits.at(-1);
    if (!last || edit.offset > last.offset + last.length) edits.push(edit);
  }
  return edits;
}

/**
 * Everything that can be mended without loss and without a choice (RULES, Fix all), until nothing of it is left.
 * @returns edits of the model's text; empty when there is nothing to mend.
 */
export function fixAll(model: Model, findings: readonly Finding[], levels: Levels): TextEdit[] {
  const first = roundEdits(atLevels(findings, levels));
  if (first.length === 0) return [];
  let text = applyEdits(model.text, first);
  let rounds = 1;
  for (; rounds < mostRounds; rounds++) {
    const next = createModel(TextDocument.create(model.uri, 'targetgroup', 0, text));
    const edits = roundEdits(atLevels(findingsOf(next), levels));
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  const edits = rounds === 1 ? first : [changedSpan(model.text, text)];
  return toTextEdits(edits, model);
}

/** The one replacement that turns a text into another: what is between their common beginning and end. */
export function changedSpan(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { offset: start, length: before.length - end - start, newText: after.slice(start, after.length - end) };
}
