import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import { rcFileName, readRcFile, type DocumentSettings } from '../core/index';
import { createConfiguredLevels } from './configured-levels';
import type { Host } from './host';

/** What authors set, from the editor's configuration and from rc files (CONTRACT, Rule levels: the file wins). */
export interface Settings {
  /** What applies to a document now. Never rejects: a setting that cannot be read has no effect and is logged. */
  of(uri: string): Promise<DocumentSettings>;
  /** Calls back when what applies may have changed. */
  onDidChange(listener: () => void): void;
}

/** Call before the connection listens. */
export function createSettings(
  connection: Connection,
  capabilities: ClientCapabilities,
  host: Host,
  options: unknown,
): Settings {
  const told = new Set<string>();
  const tellOnce = (problems: readonly string[]) => {
    for (const problem of problems) {
      if (!told.has(problem)) host.log(problem);
      told.add(problem);
    }
  };
  const configured = createConfiguredLevels(connection, capabilities, options, tellOnce);
  const listeners: (() => void)[] = [];
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${rcFileName}`))) return;
    for (const listener of listeners) listener();
  });
  connection.onInitialized(() => {
    registerWatchers(connection, capabilities);
  });
  return {
    async of(uri) {
      const levels = await configured.of(uri);
      const rc = host.nearestRc(uri);
      if (!rc) return { levels };
      if (rc.text === undefined) return { levels, rcPlace: rc };
      const { levelsFor, problems } = readRcFile(rc.text);
      tellOnce(problems.map((problem) => `${rc.uri}: ${problem}`));
      return { levels: { ...levels, ...levelsFor(rc.documentPath) }, rcPlace: rc };
    },
    onDidChange(listener) {
      listeners.push(listener);
      configured.onDidChange(listener);
    },
  };
}

function registerWatchers({ client }: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [{ globPattern: `**/${rcFileName}` }];
    void client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    void client.register(DidChangeConfigurationNotification.type, { section: 'targetgroup' });
  }
}
