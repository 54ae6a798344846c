import type { SymbolInformation } from 'vscode-languageserver';
import { requests, type CheckWorkspaceResult } from '../../protocol/requests';
import { createAskedSetting } from '../asked-setting';
import type { Configuration } from '../configuration';
import type { DocumentReports } from '../document-reports';
import type { Diagnose } from '../handlers';
import type { Serving } from '../serving';
import type { WatchedFiles } from '../watched-files';
import { uriKey, type WorkspaceFolders } from '../workspace-folders';
import { readExcludes } from './excludes';
import type { GroupNames } from './group-names';
import { serveWorkspace } from './serve-workspace';
import { createWorkspaceIndex, type Result } from './workspace-index';
import { workspaceLimits } from './workspace-limits';
import { answerWorkspacePulls } from './workspace-pull';
import { pushWorkspace } from './workspace-push';
import { RequestType } from '../library';

/** The check of all files as the rest of the server sees it. */
export interface WholeWorkspace {
  /** What is known of a file that is not open. */
  readonly resultOf: (uri: string) => Result | undefined;
  /** The names in the files, but for those whose key (of the URI) is among the ones given. */
  readonly unopenedSymbols: (open: ReadonlySet<string>) => SymbolInformation[];
  /** Looks for files and checks what changed, soon. */
  readonly refresh: () => void;
}

interface Parts extends Omit<Serving, 'completion'> {
  readonly configuration: Configuration;
  readonly watched: WatchedFiles;
  readonly folders: WorkspaceFolders;
  readonly names: GroupNames;
  readonly diagnose: Diagnose;
  readonly reports: DocumentReports;
  /** Whether the client asks for findings. */
  readonly pull: boolean;
}

/** Checks every definition of the workspace where the host reaches files, and tells the client in its own way. */
export function checkWholeWorkspace(parts: Parts): WholeWorkspace {
  const { connection, host, configuration, folders, pull } = parts;
  const { files } = host;
  if (!files) {
    const unavailable: CheckWorkspaceResult = { kind: 'unavailable' };
    const type = new RequestType<object, CheckWorkspaceResult, never>(requests.checkWorkspace);
    connection.onRequest(type, () => unavailable);
    return { resultOf: () => undefined, unopenedSymbols: () => [], refresh: () => undefined };
  }
  const excludeOf = createAskedSetting(parts, 'files.exclude', (value) => readExcludes(value, host.log), host.log);
  const index = createWorkspaceIndex({ ...parts, files, excludeOf, limits: workspaceLimits });
  const { plan } = serveWorkspace({ ...parts, index });
  configuration.onDidChange(plan);
  if (pull) answerWorkspacePulls({ ...parts, index });
  else pushWorkspace({ ...parts, index });
  return {
    resultOf: (uri) => index.results.get(uriKey(uri)),
    unopenedSymbols: (open) => index.symbolsWithout(open),
    refresh: () => {
      if (folders.all.length > 0 || index.results.size > 0) plan();
    },
  };
}
