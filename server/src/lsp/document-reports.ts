import type { Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../core/index';
import type { Diagnose } from './handlers';
import type { ReadDocument } from './read-in-slices';
import { newResultId } from './result-id';
import type { Settings } from './settings';

/** The findings of an open document. */
export interface DocumentReport {
  readonly uri: string;
  readonly version: number;
  /** Another one whenever the findings can be others. */
  readonly resultId: string;
  /** Made when asked for: whoever has those of this id needs no others. */
  readonly diagnostics: () => Diagnostic[];
}

/**
 * Reports of documents as they are now; undefined for one that is not open.
 * @param known the id that the asker has: what it has is not made again.
 */
export type DocumentReports = (uri: string, known: string | undefined) => Promise<DocumentReport | undefined>;

export interface ReportParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: Settings;
  readonly diagnose: Diagnose;
  readonly read: ReadDocument;
}

export function createDocumentReports({ documents, settings, diagnose, read }: ReportParts): DocumentReports {
  // Versions tell nothing: they may go backwards, and begin anew when a document is opened again.
  const turns = new Map<string, number>();
  let turn = 0;
  const own = newResultId();
  documents.onDidChangeContent(({ document }) => turns.set(document.uri, ++turn));
  documents.onDidClose(({ document }) => turns.delete(document.uri));
  return async (uri, known) => {
    const set = await settings.of(uri);
    const idNow = () => `${own}.${turns.get(uri) ?? 0}.${JSON.stringify([set.levels, set.namesakes])}`;
    // Looked at after the wait, so that the findings are of the latest text.
    const document = idNow() === known ? documents.get(uri) : await read(uri);
    if (!document) return undefined;
    return { uri, version: document.version, resultId: idNow(), diagnostics: () => diagnose(document, set) };
  };
}
