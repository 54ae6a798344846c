import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Range,
  SelectionRange,
} from 'vscode-languageserver-types';

/* What holds of every place in an answer, whatever the text: inside it, not backwards, in order, one in the other. */

export function assertInside(document: TextDocument, { start, end }: Range): void {
  for (const position of [start, end]) {
    assert.ok(position.line >= 0 && position.line < document.lineCount && position.character >= 0);
    assert.deepEqual(document.positionAt(document.offsetAt(position)), position);
  }
  assert.ok(document.offsetAt(start) <= document.offsetAt(end));
}

function assertWithin(document: TextDocument, inner: Range, outer: Range): void {
  assert.ok(document.offsetAt(inner.start) >= document.offsetAt(outer.start));
  assert.ok(document.offsetAt(inner.end) <= document.offsetAt(outer.end));
}

/** Every finding is inside the document, in the order of the text, and none says that a check crashed. */
export function assertFindings(document: TextDocument, found: readonly Diagnostic[]): void {
  let before = 0;
  for (const { code, message, range, relatedInformation = [] } of found) {
    assert.notEqual(code, 'internal-error', JSON.stringify(message));
    assertInside(document, range);
    for (const { location } of relatedInformation) assertInside(document, location.range);
    assert.ok(document.offsetAt(range.start) >= before, `${String(code)} is out of order`);
    before = document.offsetAt(range.start);
  }
}

/** The outline: names inside their ranges, children inside their parents and in the order of the text. */
export function assertSymbols(document: TextDocument, symbols: readonly DocumentSymbol[], outer?: Range): void {
  let before = 0;
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.notEqual(name.trim(), '', 'VS Code refuses an empty name');
    assertInside(document, range);
    assertInside(document, selectionRange);
    assertWithin(document, selectionRange, range);
    if (outer) assertWithin(document, range, outer);
    assert.ok(document.offsetAt(range.start) >= before, `${name} is out of order`);
    before = document.offsetAt(range.start);
    assertSymbols(document, children, range);
  }
}

export function assertFolding(document: TextDocument, folds: readonly FoldingRange[]): void {
  for (const { startLine, endLine } of folds) {
    assert.ok(startLine >= 0 && startLine < endLine && endLine < document.lineCount, `${startLine} to ${endLine}`);
  }
}

/** A chain of ranges, each inside the next. */
export function assertGrowing(document: TextDocument, first: SelectionRange): void {
  for (let each: SelectionRange | undefined = first; each; each = each.parent) {
    assertInside(document, each.range);
    if (each.parent) assertWithin(document, each.range, each.parent.range);
  }
}

/** Edits can be applied: each inside the document, none over another. @returns the text after them. */
export function applied(document: TextDocument, edits: readonly { range: Range; newText: string }[]): string {
  const inOrder = edits
    .map(({ range }) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { range } of edits) assertInside(document, range);
  for (const [index, { start }] of inOrder.entries()) assert.ok(start >= (inOrder[index - 1]?.end ?? 0));
  return TextDocument.applyEdits(document, [...edits]);
}

/** What an item of completion puts in can be put in. */
export function assertItem(
  document: TextDocument,
  { label, textEdit, additionalTextEdits = [] }: CompletionItem,
): void {
  const ranges = !textEdit ? [] : 'range' in textEdit ? [textEdit.range] : [textEdit.insert, textEdit.replace];
  assert.ok(ranges.length > 0, `${label} names no range`);
  for (const range of ranges) {
    assertInside(document, range);
    applied(document, [...additionalTextEdits, { range, newText: '' }]);
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    // What touches the main edit has to be part of it.
    for (const { range: other } of additionalTextEdits)
      assert.ok(document.offsetAt(other.end) < start || document.offsetAt(other.start) > end, label);
  }
}
