import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../server/src/core/index';
import { documentOf } from './diagnose';
import { expandSnippet } from './expand-snippet';
import { readMarkers } from './markers';

/** What is offered at `¦`, and the text without it. @param snippets whether the client understands tab stops. */
export function completeAt(marked: string, snippets = true): CompletionList & { text: string } {
  const { text, cursor } = readMarkers(marked);
  assert.ok(cursor !== undefined, marked);
  const document = documentOf(text);
  return { text, ...createTargetGroupService().complete(document, document.positionAt(cursor), { snippets }) };
}

/** The text after an item was taken, every tab stop at its default. */
export function afterItem(text: string, item: CompletionItem, snippets = true): string {
  const { textEdit, additionalTextEdits = [] } = item;
  assert.ok(textEdit && TextEdit.is(textEdit), item.label);
  const newText = snippets ? expandSnippet(textEdit.newText) : textEdit.newText;
  return TextDocument.applyEdits(documentOf(text), [{ ...textEdit, newText }, ...additionalTextEdits]);
}
