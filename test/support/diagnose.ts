import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../server/src/core/index';
import { readMarkers } from './markers';

/** A document of the kind the server is given, version 1. */
export function documentOf(text: string, uri = 'file:///test.targetgroup.json'): TextDocument {
  return TextDocument.create(uri, 'targetgroup', 1, text);
}

export function diagnose(text: string): Diagnostic[] {
  return createTargetGroupService().diagnose(documentOf(text));
}

/** One line per diagnostic, `code «text» message`, for readable comparisons. */
export function summarise(text: string, diagnostics: readonly Diagnostic[]): string[] {
  const document = documentOf(text);
  return diagnostics.map(
    ({ code, range }) => `${String(code)} «${document.getText(range)}»@${document.offsetAt(range.start)}`,
  );
}

/** Asserts that the text carries exactly the marked diagnostics: none missing, none else; their order is not looked at. */
export function expectDiagnostics(marked: string): Diagnostic[] {
  const { text, expected } = readMarkers(marked);
  const diagnostics = diagnose(text);
  const wanted = expected.map(({ code, start, end }) => `${code} «${text.slice(start, end)}»@${start}`);
  assert.deepEqual(summarise(text, diagnostics).sort(), wanted.sort(), text);
  return diagnostics;
}
