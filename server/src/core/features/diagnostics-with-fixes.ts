import type { Diagnostic, TextEdit } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { toTextEdits } from '../edits/to-text-edits';
import type { Finding } from '../rules/finding';
import { toDiagnostic } from './diagnostics';
import { losslessFixes } from './lossless-fixes';

export interface DiagnosticWithFix {
  readonly diagnostic: Diagnostic;
  /** Lossless and the only way to mend it; absent where there is no such fix. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** Findings as LSP tells them, each with what "fix all" would do about it. */
export function toDiagnosticsWithFixes(
  findings: readonly Finding[],
  model: Model,
  rulePage: string | undefined,
): DiagnosticWithFix[] {
  const fixes = losslessFixes(model, findings);
  return findings.map((finding) => {
    const diagnostic = toDiagnostic(finding, model, rulePage);
    const fix = fixes.get(finding);
    return fix ? { diagnostic, fix: { title: fix.title, edits: toTextEdits(fix.edits, model) } } : { diagnostic };
  });
}
