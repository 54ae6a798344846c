import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService, type Generator } from '../../server/src/core/index';
import { diagnose, documentOf } from './diagnose';

export type Made = { readonly text: string } | { readonly reason: string };

/** What becomes of a text, or why nothing does. */
export function make(text: string, generator: Generator): Made {
  const document = documentOf(text);
  const made = createTargetGroupService().generate(document, generator);
  return 'edits' in made ? { text: TextDocument.applyEdits(document, [...made.edits]) } : made;
}

/** The text that a generator makes, which has no finding of a rule that the text before has none of. */
export function made(text: string, generator: Generator): string {
  const result = make(text, generator);
  assert.ok('text' in result, `${JSON.stringify(generator)}: ${'reason' in result ? result.reason : ''}\n${text}`);
  const known = new Set(diagnose(text).map(({ code }) => code));
  const added = diagnose(result.text).filter(({ code }) => !known.has(code));
  assert.deepEqual(added, [], result.text);
  return result.text;
}

/** The sentence with which a generator refuses. */
export function refusal(text: string, generator: Generator): string {
  const result = make(text, generator);
  assert.ok('reason' in result, `${JSON.stringify(generator)} makes ${'text' in result ? result.text : ''}`);
  return result.reason;
}
