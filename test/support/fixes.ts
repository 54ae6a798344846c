import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../server/src/core/index';
import { diagnose, documentOf } from './diagnose';
import { readMarkers } from './markers';

export interface AppliedFix {
  readonly title: string;
  readonly isPreferred: boolean;
  /** The whole text after the fix. */
  readonly after: string;
}

/** The fixes of the first finding with this code, each applied, in the order in which they are offered. */
export function fixesOf(text: string, code: string): AppliedFix[] {
  const service = createTargetGroupService();
  const document = documentOf(text);
  const diagnostics = service.diagnose(document);
  const finding = diagnostics.find((diagnostic) => diagnostic.code === code);
  assert.ok(finding, `no ${code} in ${text}`);
  const actions = service
    .codeActions(document, finding.range, diagnostics)
    .filter(({ diagnostics: mended }) => mended?.[0] === finding);
  return actions.map(({ title, edit, isPreferred }) => {
    const edits = edit?.changes?.[document.uri];
    assert.ok(edits && edits.length > 0, title);
    for (const { range, newText } of edits)
      assert.notEqual(newText, document.getText(range), `"${title}" changes nothing`);
    return { title, isPreferred: isPreferred === true, after: TextDocument.applyEdits(document, edits) };
  });
}

const isHard = ({ severity }: Diagnostic): boolean =>
  severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;

function countsOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of diagnostics) {
    const key = `${String(code)} (${String(severity)})`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Asserts what every fix promises: one finding of its code less, and no more errors or warnings of any code. */
export function expectSound(text: string, code: string, { title, after }: AppliedFix): void {
  const before = diagnose(text);
  const found = diagnose(after);
  const own = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.filter((diagnostic) => diagnostic.code === code).length;
  assert.ok(own(found) < own(before), `"${title}" leaves its finding:\n${after}`);
  const allowed = countsOf(before.filter(isHard));
  for (const [key, count] of countsOf(found.filter(isHard)))
    assert.ok(count <= (allowed.get(key) ?? 0), `"${title}" brings ${key}:\n${after}`);
}

/**
 * Asserts the titles of the fixes of the first finding with this code, and that each keeps its promise.
 * @param marked text, whose markers are ignored.
 * @returns the texts after each fix, in order.
 */
export function expectFixes(marked: string, code: string, titles: readonly string[]): string[] {
  const { text } = readMarkers(marked);
  const fixes = fixesOf(text, code);
  assert.deepEqual(
    fixes.map(({ title }) => title),
    titles,
  );
  for (const fix of fixes) expectSound(text, code, fix);
  return fixes.map(({ after }) => after);
}
