import type { TextEdit } from 'vscode-languageserver-types';
import { changedSpan } from '../document/change';
import { modelOfText, type Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';
import { applyEdits } from '../edits/apply-edits';
import { toTextEdits } from '../edits/to-text-edits';
import { atLevels, type Levels } from '../levels/levels';
import type { Finding } from '../rules/finding';
import { findingsOf } from './findings';
import { losslessFixes } from './lossless-fixes';

/** One mended place can uncover another, but never many times over. */
const mostRounds = 10;

/** The edits of one round: none touches another. */
function roundEdits(model: Model, findings: readonly Finding[]): Edit[] {
  const wanted = [...losslessFixes(model, findings).values()].flatMap(({ edits }) => edits);
  wanted.sort((a, b) => a.offset - b.offset);
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
  const first = roundEdits(model, atLevels(findings, levels));
  if (first.length === 0) return [];
  let text = applyEdits(model.text, first);
  let rounds = 1;
  for (; rounds < mostRounds; rounds++) {
    const next = modelOfText(text, model.uri);
    const edits = roundEdits(next, atLevels(findingsOf(next), levels));
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  const edits = rounds === 1 ? first : [changedSpan(model.text, text)];
  return toTextEdits(edits, model);
}
