import type {
  CancellationToken,
  Connection,
  Diagnostic,
  PreviousResultId,
  ResultProgressReporter,
  TextDocuments,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from '../../core/index';
import { throwIfCancelled } from '../guard';
import type { DocumentReports } from '../document-reports';
import { uriKey, type WorkspaceFolders } from '../workspace-folders';
import type { GroupNames } from './group-names';
import { createSignal } from './signal';
import type { WorkspaceIndex } from './workspace-index';

export interface WorkspacePulls {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly reports: DocumentReports;
  readonly folders: WorkspaceFolders;
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
  const { connection, index } = pulls;
  const closed = trackClosed(pulls);
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const has = toHas(previousResultIds);
    const news: Reports = [];
    closed.begin(has);
    for (;;) {
      const { turn } = index;
      const closings = closed.turn;
      const fresh = await newsOf(pulls, has);
      fresh.push(...closed.take(fresh));
      news.push(...fresh);
      send(fresh, partial);
      throwIfCancelled(token);
      if (news.length > 0 && index.isIdle && index.turn === turn) break;
      if (index.turn === turn && closed.turn === closings)
        await Promise.race([index.changedSince(turn), closed.changedSince(closings), cancelled(token)]);
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
    if (isNew) news.push({ kind: 'full', uri, version, resultId, items: [...items()] });
  };
  for (const uri of documents.keys()) {
    const report = await reports(uri, has.get(uriKey(uri))?.resultId);
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
    news.push({ kind: 'full', uri, version: null, items: [] });
  }
  return news;
}

/**
 * The documents that were closed. Clients forget what they had of them, and do not ask for it by name, but go on showing it
 * until they are told: by the report of the file, or, where none is known, by an empty one.
 */
function trackClosed({ documents, folders, index, names }: WorkspacePulls) {
  const closed = new Map<string, { readonly uri: string; readonly search: number }>();
  const again = new Map<string, string>();
  const signal = createSignal();
  let isAsked = false;
  documents.onDidClose(({ document: { uri } }) => {
    if (!isAsked) return;
    again.set(uriKey(uri), uri);
    const isInside = folders.shownPath(uri) !== undefined;
    // A file that is not known yet is looked for first.
    closed.set(uriKey(uri), { uri, search: index.searches + (isInside && !index.holds(uri) ? 1 : 0) });
    // The search, or the check of the file, wakes whoever waits.
    if (!isInside) signal.fire();
  });
  return {
    get turn() {
      return signal.turn;
    },
    changedSince: (turn: number) => signal.changedSince(turn),
    /**
     * A client does not take what it is told of a document that it is just closing, so of one whose file is gone it is told
     * once more in the answer after that.
     */
    begin(has: Has): void {
      isAsked = true;
      for (const [key, uri] of again) has.set(key, has.get(key) ?? { uri, resultId: '', version: null });
      again.clear();
    },
    /** Empty reports of those of which nothing is known or told, once the search has come to its end; each is given once. */
    take(told: Reports): Reports {
      if (!index.isIdle) return [];
      const known = new Set(told.map(({ uri }) => uriKey(uri)));
      const isGone = (key: string) => !names.isOpen(key) && !index.results.has(key) && !known.has(key);
      const ripe = [...closed].filter(([, { search }]) => index.searches >= search);
      for (const [key] of ripe) closed.delete(key);
      const gone = ripe.filter(([key]) => isGone(key));
      return gone.map(([, { uri }]) => ({ kind: 'full', uri, version: null, items: [] }));
    },
  };
}

function unchangedOf(has: Has, news: Reports): Reports {
  const sent = new Set(news.map(({ uri }) => uriKey(uri)));
  return [...has].filter(([key]) => !sent.has(key)).map(([, told]) => ({ kind: 'unchanged', ...told }));
}
