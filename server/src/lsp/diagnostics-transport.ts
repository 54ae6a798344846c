import {
  DocumentDiagnosticReportKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host';

/** Milliseconds of quiet after a keystroke before findings are pushed. */
const quiet = 150;

interface Transport {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly host: Host;
  readonly diagnose: (document: TextDocument) => Diagnostic[];
}

export const supportsPull = (capabilities: ClientCapabilities): boolean =>
  capabilities.textDocument?.diagnostic !== undefined;

/** Findings for clients that ask; a client that has those of this version already is told so. */
export function answerPulls({ connection, documents, diagnose }: Transport): void {
  // A document that is opened again may begin at the same version with other text.
  const openings = new Map<string, number>();
  let opened = 0;
  documents.onDidOpen(({ document }) => openings.set(document.uri, ++opened));
  documents.onDidClose(({ document }) => openings.delete(document.uri));
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${openings.get(document.uri) ?? 0}.${document.version}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnose(document) };
  });
}

/**
 * Findings for clients that do not ask: at once when a document opens, then whenever typing rests, always of the latest
 * text and with its version; cleared on close.
 */
export function pushOnChange({ connection, documents, host, diagnose }: Transport): void {
  const waiting = new Map<string, () => void>();
  const known = new Set<string>();
  const send = (uri: string) => {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (document) void connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnose(document) });
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    waiting.get(uri)?.();
    const wait = known.has(uri) ? quiet : 0;
    known.add(uri);
    waiting.set(
      uri,
      host.schedule(() => {
        send(uri);
      }, wait),
    );
  });
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    known.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
