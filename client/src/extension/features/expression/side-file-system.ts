import {
  Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';
import type { SideEditor } from './side-editor';

/** The side editors as files: what they show is in the definition, so that there is nothing to store here. */
export interface SideFileSystem extends FileSystemProvider {
  readonly onDidChangeFile: Event<FileChangeEvent[]>;
  /** Whether it may be edited, from now on. */
  setReadOnly(uri: Uri, isReadOnly: boolean): void;
}

/** @param sideAt undefined for an address that was not made by us. */
export function createSideFileSystem(sideAt: (uri: Uri) => SideEditor | undefined): SideFileSystem {
  const emitter = new EventEmitter<FileChangeEvent[]>();
  const saved = new Map<string, number>();
  const readOnly = new Set<string>();
  const need = (uri: Uri): SideEditor => {
    const side = sideAt(uri);
    if (!side) throw FileSystemError.FileNotFound(uri);
    return side;
  };
  // The mark says that it is UTF-8, whatever `files.encoding` says; no editor shows it.
  const bytesOf = async (side: SideEditor) => new TextEncoder().encode(`\uFEFF${await side.text()}`);
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: emitter.event,
    setReadOnly(uri, isReadOnly) {
      if (isReadOnly) readOnly.add(uri.toString());
      else readOnly.delete(uri.toString());
      emitter.fire([{ type: FileChangeType.Changed, uri }]);
    },
    watch: () => new Disposable(() => undefined),
    async stat(uri): Promise<FileStat> {
      const side = need(uri);
      const { length: size } = await bytesOf(side);
      const stat = { type: FileType.File, ctime: 0, mtime: saved.get(uri.toString()) ?? 0, size };
      return readOnly.has(uri.toString()) ? { ...stat, permissions: FilePermission.Readonly } : stat;
    },
    readFile: async (uri) => await bytesOf(need(uri)),
    writeFile(uri) {
      // Every keystroke is in the definition already: to save is only to clear the dot.
      need(uri);
      saved.set(uri.toString(), (saved.get(uri.toString()) ?? 0) + 1);
    },
    readDirectory: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}
