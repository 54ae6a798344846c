import {
  DocumentDiagnosticReportKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSettings } from '../core/index';
import type { Host } from './host';
import type { Settings } from './settings';

/** Milliseconds of quiet after a keystroke before findings are pushed. */
const quiet = 150;

export interface Transport {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly host: Host;
  readonly settings: Settings;
  readonly diagnose: (document: TextDocument, settings: DocumentSettings) => Diagnostic[];
}

export const supportsPull = (capabilities: ClientCapabilities): boolean =>
  capabilities.textDocument?.diagnostic !== undefined;

/** Findings for clients that ask; a client that has those of this text and these settings already is told so. */
export function answerPulls({ connection, documents, settings, diagnose }: Transport, canRefresh: boolean): void {
  // A document that is opened again may begin at the same version with other text.
  const openings = new Map<string, number>();
  let opened = 0;
  documents.onDidOpen(({ document }) => openings.set(document.uri, ++opened));
  documents.onDidClose(({ document }) => openings.delete(document.uri));
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const set = await settings.of(uri);
    // Read after the wait, so that the findings are of the latest text.
    const document = documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${openings.get(uri) ?? 0}.${document.version}.${JSON.stringify(set.levels ?? {})}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnose(document, set) };
  });
  settings.onDidChange(() => {
    if (canRefresh) void connection.languages.diagnostics.refresh();
  });
}

/**
 * Findings for clients that do not ask: at once when a document opens, then whenever typing rests, always of the latest
 * text and with its version; cleared on close.
 */
export function pushOnChange({ connection, documents, host, settings, diagnose }: Transport): void {
  const waiting = new Map<string, () => void>();
  const known = new Set<string>();
  const send = async (uri: string) => {
    const set = await settings.of(uri);
    const document = documents.get(uri);
    if (!document) return;
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnose(document, set) });
  };
  const plan = (uri: string, milliseconds: number) => {
    waiting.get(uri)?.();
    const run = () => {
      waiting.delete(uri);
      send(uri).catch((error: unknown) => {
        host.log(`findings could not be sent: ${error instanceof Error ? error.message : 'unknown reason'}`);
      });
    };
    waiting.set(uri, host.schedule(run, milliseconds));
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    plan(uri, known.has(uri) ? quiet : 0);
    known.add(uri);
  });
  settings.onDidChange(() => {
    for (const uri of documents.keys()) plan(uri, 0);
  });
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    known.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
