import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../core/index';
import type { DocumentReports } from './document-reports';
import type { Diagnose } from './handlers';
import { begin, throwIfCancelled } from './guard';
import type { Host } from './host';
import type { ReadDocument } from './read-in-slices';
import type { Settings } from './settings';
import type { Result } from './workspace-index/workspace-index';

/** Milliseconds of quiet after a keystroke before findings are pushed. */
const quiet = 150;

export interface Transport {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly host: Host;
  readonly settings: Settings;
  readonly diagnose: Diagnose;
  readonly read: ReadDocument;
}

export const supportsPull = (capabilities: ClientCapabilities): boolean =>
  capabilities.textDocument?.diagnostic !== undefined;

export interface Pulls {
  readonly connection: Connection;
  readonly host: Host;
  readonly settings: Settings;
  readonly reports: DocumentReports;
  /** What is known of a file that is not open. */
  readonly unopened: (uri: string) => Result | undefined;
  /** Whether the client can be told to ask again. */
  readonly canRefresh: boolean;
}

/** Findings for clients that ask; a client that has those of this text and these settings already is told so. */
export function answerPulls({ connection, host, settings, reports, unopened, canRefresh }: Pulls): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const report = await reports(uri, previousResultId);
    // A later question took its place.
    throwIfCancelled(token);
    const known = report ?? unopened(uri);
    if (!known) return { kind: 'full', items: [] };
    const { resultId } = known;
    if (previousResultId === resultId) return { kind: 'unchanged', resultId };
    const items = report ? report.diagnostics() : [...(unopened(uri)?.diagnostics ?? [])];
    return { kind: 'full', resultId, items };
  });
  settings.onDidChange(() => {
    if (canRefresh)
      begin(host, 'the client was not told to ask again', () => connection.languages.diagnostics.refresh());
  });
}

/**
 * Findings for clients that do not ask: at once when a document opens, then whenever typing rests, always of the latest
 * text and with its version; cleared on close.
 */
export function pushOnChange({ connection, documents, host, settings, diagnose, read }: Transport): void {
  const waiting = new Map<string, () => void>();
  const known = new Set<string>();
  /** The latest sending of each; those before it are dropped. */
  const sendings = new Map<string, object>();
  const send = async (uri: string) => {
    const own = {};
    sendings.set(uri, own);
    const set = await settings.of(uri);
    const document = await read(uri);
    if (!document || sendings.get(uri) !== own) return;
    sendings.delete(uri);
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnose(document, set) });
  };
  const plan = (uri: string, milliseconds: number) => {
    waiting.get(uri)?.();
    const run = () => {
      waiting.delete(uri);
      begin(host, 'findings could not be sent', () => send(uri));
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
    sendings.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
