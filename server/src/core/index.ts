import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import { createVersionCache } from './document/cache';
import { createModel } from './document/model';
import { codeActions } from './features/code-actions';
import { toDiagnostic } from './features/diagnostics';
import { findingsOf } from './features/findings';

export interface ServiceOptions {
  /** URI of the shipped rule catalogue (server/RULES.md), for the links of diagnostics; without it they have none. */
  readonly rulePage?: string;
}

/** What the language server, the command line and the tests ask the engine. Synchronous; no method throws. */
export interface TargetGroupService {
  /** Every finding of the document as it is now, in the order of the text. */
  diagnose(document: TextDocument): Diagnostic[];
  /** The quick fixes of the findings that touch the range; empty where there is none. */
  codeActions(document: TextDocument, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[];
  /** Forgets what is cached for a document that is closed. */
  release(uri: string): void;
}

export function createTargetGroupService({ rulePage }: ServiceOptions = {}): TargetGroupService {
  const cache = createVersionCache((document) => {
    const model = createModel(document);
    return { model, findings: findingsOf(model) };
  });
  return Object.freeze({
    diagnose: (document: TextDocument) => {
      const { model, findings } = cache.get(document);
      return findings.map((finding) => toDiagnostic(finding, model, rulePage));
    },
    codeActions: (document: TextDocument, range: Range, diagnostics: readonly Diagnostic[]) =>
      codeActions({ ...cache.get(document), range, diagnostics, rulePage }),
    release: (uri: string) => {
      cache.release(uri);
    },
  });
}
