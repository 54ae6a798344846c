import type { TextEdit } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';
import type { TextDocument } from '../document/text-document';
import { applyEdits } from './apply-edits';

/** Edits of a model's text, by offset, as LSP has them. */
export function toTextEdits(edits: readonly Edit[], model: Model): TextEdit[] {
  return edits.map((edit) => ({ range: model.rangeOf(edit), newText: edit.newText }));
}

/** A document's text after edits as LSP has them, none of which overlap. */
export function textAfter(edits: readonly TextEdit[], document: TextDocument): string {
  const own = edits.map(({ range: { start, end }, newText }): Edit => {
    const offset = document.offsetAt(start);
    return { offset, length: document.offsetAt(end) - offset, newText };
  });
  return applyEdits(document.getText(), own);
}
