import type { Connection, FileEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../../core/index';
import { requests, type CheckWorkspaceResult } from '../../protocol/requests';
import { createTeller } from '../guard';
import type { Host } from '../host';
import type { Settings } from '../settings';
import type { WatchedFiles } from '../watched-files';
import type { WorkspaceFolders } from '../workspace-folders';
import type { WorkspaceCheck, WorkspaceIndex } from './workspace-index';
import { workspaceLimits } from './workspace-limits';
import { FileChangeType, RequestType } from '../library';

export interface ServedWorkspace {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: WorkspaceFolders;
  readonly index: WorkspaceIndex;
  readonly settings: Settings;
  readonly watched: WatchedFiles;
  readonly host: Host;
}

/** Milliseconds of quiet after files came or went before they are looked for. */
const quiet = 100;

/**
 * Keeps the index of the workspace up to date with what the client tells, and answers `targetgroup/checkWorkspace`.
 * @returns begins the first check; call once the client is initialized.
 */
export function serveWorkspace({ connection, documents, folders, index, settings, watched, host }: ServedWorkspace) {
  const tell = createTeller(host);
  const check = async (): Promise<WorkspaceCheck> => {
    const done = await index.check();
    toLines(done).forEach(tell);
    return done;
  };
  let planned: (() => void) | undefined;
  const plan = () => {
    planned?.();
    planned = host.schedule(() => void check(), quiet);
  };
  watched.onDidChange((changes) => {
    for (const change of changes) {
      if (change.type !== FileChangeType.Deleted && index.holds(change.uri)) index.touch(change.uri);
      else if (isNews(change, index)) plan();
    }
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (index.holds(uri)) index.touch(uri);
    else if (folders.shownPath(uri) !== undefined) plan();
  });
  settings.onDidChange(() => {
    index.recheck();
  });
  connection.onShutdown(() => {
    planned?.();
    index.cancel();
  });
  connection.onRequest(
    new RequestType<object, CheckWorkspaceResult, never>(requests.checkWorkspace),
    async (_, token): Promise<CheckWorkspaceResult> => {
      if (folders.all.length === 0) return { kind: 'unavailable' };
      const cancelling = token.onCancellationRequested(() => {
        index.cancel();
      });
      const { files, tooLong, problems, isCutShort } = await check();
      cancelling.dispose();
      const cut = isCutShort ? { cutShortAt: workspaceLimits.files } : undefined;
      return { kind: 'checked', files, tooLong, unreadable: problems.length, ...cut };
    },
  );
  return { check, plan };
}

/** Whether files may have come or gone. */
function isNews({ uri, type }: FileEvent, index: WorkspaceIndex): boolean {
  if (uri.endsWith('.targetgroup.json') || uri.endsWith('/.gitignore')) return true;
  return type === FileChangeType.Deleted && index.holds(uri);
}

function toLines({ problems, isCutShort }: WorkspaceCheck): string[] {
  const cut = `The workspace holds more than ${workspaceLimits.files} definitions; the rest was not checked.`;
  const unreadable = problems.map((problem) => `Not checked: ${problem.replace(/[\s\p{Cc}]/gu, ' ')}.`);
  return [...(isCutShort ? [cut] : []), ...unreadable];
}
