import type { TextEdit } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';

/** Edits of a model's text, by offset, as LSP has them. */
export function toTextEdits(edits: readonly Edit[], model: Model): TextEdit[] {
  return edits.map((edit) => ({ range: model.rangeOf(edit), newText: edit.newText }));
}
