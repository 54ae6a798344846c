import type { ClientCapabilities, Connection, FileEvent } from 'vscode-languageserver';
import type { Host } from './host';
import { DidChangeWatchedFilesNotification, WatchKind } from './library';

export type FileListener = (changes: readonly FileEvent[]) => void;

/** What changes on disk, as far as it concerns us. */
export interface WatchedFiles {
  onDidChange(listener: FileListener): void;
  /** Asks the client to tell; call once the client is initialized. */
  register(): void;
}

const watchersFor = ({ rcFileName }: Host['engine']) => [
  { globPattern: `**/${rcFileName}` },
  { globPattern: '**/*.targetgroup.json' },
  { globPattern: '**/.gitignore' },
  // A folder that is deleted takes its files along without a word about them.
  { globPattern: '**/*', kind: WatchKind.Delete },
];

export function createWatchedFiles(
  connection: Connection,
  { workspace }: ClientCapabilities,
  { engine }: Host,
): WatchedFiles {
  const listeners: FileListener[] = [];
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const listener of listeners) listener(changes);
  });
  return {
    onDidChange(listener) {
      listeners.push(listener);
    },
    register() {
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchersFor(engine) });
    },
  };
}
