import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type PreviousResultId,
  type ResultProgressReporter,
  type TextDocuments,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentReports } from '../document-reports';
import { uriKey } from '../workspace-folders';
import type { GroupNames } from './group-names';
import type { WorkspaceIndex } from './workspace-index';

export interface WorkspacePulls {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly reports: DocumentReports;
  readonly index: WorkspaceIndex;
  readonly names: GroupNames;
}

type Reports = WorkspaceDocumentDiagnosticReport[];
/** What the client has, by the key of the URI. */
type Has = Map<string, Told>;
interface Told {
  readonly uri: string;
  readonly resultId: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
}

/** How many reports are sent at a time. */
const chunk = 50;

/**
 * Answers `workspace/diagnostic`: what is new to the client is streamed as soon as it is known, and the answer waits
 * until there was something new and nothing is left to be done. Most clients ask again after every answer.
 */
export function answerWorkspacePulls(pulls: WorkspacePulls): void {
  const { connection, documents, index } = pulls;
  const closed = new Map<string, string>();
  documents.onDidClose(({ document: { uri } }) => closed.set(uriKey(uri), uri));
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const has = toHas(previousResultIds);
    const news: Reports = [];
    // A client does not take what it is told of a document that it is just closing, so of one whose file is gone, it is
    // told once more in the answer after that.
    for (const [key, uri] of closed) has.set(key, has.get(key) ?? { uri, resultId: '', version: null });
    closed.clear();
    for (;;) {
      const { turn } = index;
      const fresh = await newsOf(pulls, has);
      news.push(...fresh);
      send(fresh, partial);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (news.length > 0 && index.isIdle && index.turn === turn) break;
      if (index.turn === turn) await Promise.race([index.changedSince(turn), cancelled(token)]);
    }
    const unchanged = unchangedOf(has, news);
    return { items: partial ? unchanged : [...news, ...unchanged] };
  });
}

function send(reports: Reports, partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined) {
  for (let start = 0; start < reports.length; start += chunk)
    partial?.report({ items: reports.slice(start, start + chunk) });
}

const toHas = (previous: readonly PreviousResultId[]): Has =>
  new Map(previous.map(({ uri, value }) => [uriKey(uri), { uri, resultId: value, version: null }]));

const cancelled = (token: CancellationToken): Promise<void> =>
  new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });

/** The reports that the client does not have; it has them afterwards. */
async function newsOf({ documents, reports, index, names }: WorkspacePulls, has: Has): Promise<Reports> {
  const news: Reports = [];
  const all = new Set<string>();
  const add = (key: string, { uri, version, resultId }: Told, items: () => readonly Diagnostic[]) => {
    all.add(key);
    const isNew = has.get(key)?.resultId !== resultId;
    has.set(key, { uri, version, resultId });
    if (isNew) news.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...items()] });
  };
  for (const uri of documents.keys()) {
    const report = await reports(uri);
    if (report) add(uriKey(uri), report, report.diagnostics);
  }
  for (const [key, { uri, resultId, diagnostics }] of index.results) {
    if (!names.isOpen(key)) add(key, { uri, version: null, resultId }, () => diagnostics);
  }
  // What a client knows from before is gone only when the search has come to its end.
  if (!index.isIdle) return news;
  for (const [key, { uri }] of has) {
    if (all.has(key)) continue;
    has.delete(key);
    news.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  return news;
}

function unchangedOf(has: Has, news: Reports): Reports {
  const sent = new Set(news.map(({ uri }) => uriKey(uri)));
  return [...has]
    .filter(([key]) => !sent.has(key))
    .map(([, told]) => ({ kind: DocumentDiagnosticReportKind.Unchanged, ...told }));
}
