import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../../core/index';
import { begin } from '../guard';
import type { Host } from '../host';
import { uriKey } from '../workspace-folders';
import type { GroupNames } from './group-names';
import type { WorkspaceIndex } from './workspace-index';

export interface WorkspacePushes {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly index: WorkspaceIndex;
  readonly names: GroupNames;
  readonly host: Host;
}

/** Findings of files that are not open, for clients that do not ask; cleared when a file goes. Runs as long as the process. */
export function pushWorkspace(pushes: WorkspacePushes): void {
  const { documents, index, host } = pushes;
  const sent: Sent = new Map();
  // The text in the editor takes over, and its findings with it; behind it those of the file are new again.
  documents.onDidOpen(({ document: { uri } }) => sent.delete(uriKey(uri)));
  begin(host, 'findings of the workspace could not be sent', async () => {
    for (;;) {
      const { turn } = index;
      await pushNews(pushes, sent);
      await index.changedSince(turn);
    }
  });
}

type Sent = Map<string, { readonly uri: string; readonly resultId: string; readonly isEmpty: boolean }>;

async function pushNews(pushes: WorkspacePushes, sent: Sent): Promise<void> {
  const { connection, index, names } = pushes;
  for (const [key, { uri, resultId, diagnostics }] of [...index.results]) {
    const before = sent.get(key);
    if (names.isOpen(key) || before?.resultId === resultId) continue;
    const isEmpty = diagnostics.length === 0;
    sent.set(key, { uri, resultId, isEmpty });
    if (!isEmpty || before?.isEmpty === false) await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
  // While work is left to be done, what is missing may only be on its way.
  if (index.isIdle) await clearGone(pushes, sent);
}

async function clearGone({ connection, index, names }: WorkspacePushes, sent: Sent): Promise<void> {
  for (const [key, { uri, isEmpty }] of [...sent]) {
    if (index.results.has(key)) continue;
    sent.delete(key);
    if (!isEmpty && !names.isOpen(key)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
