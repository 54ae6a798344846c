import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../../core/index';
import type { GroupName, Named, Namesakes, TargetGroupService } from '../../core/index';
import { begin, guard } from '../guard';
import type { Host } from '../host';
import type { ReadDocument } from '../read-in-slices';
import type { Settings } from '../settings';
import { uriKey, type WorkspaceFolders } from '../workspace-folders';

/** The names of all groups of the workspace: of what is open as it is typed, of the rest as it is on disk. */
export interface GroupNames {
  readonly isOpen: (key: string) => boolean;
  /** The other definitions with the same name, once that of the document is read. */
  namesakesOf(uri: string): Promise<Namesakes | undefined>;
  /** Tells the name on disk; without effect while the file is open. */
  setOnDisk(key: string, named: Named | undefined): void;
  /** The folders are others now. */
  refresh(): void;
  /** Calls back with the keys of the definitions whose namesakes are others now. */
  onDidChange(listener: (keys: ReadonlySet<string>) => void): void;
}

/** Milliseconds of quiet after a keystroke before a name is read, and from a change of namesakes until others hear of it. */
const quiet = 150;

interface Parts {
  readonly documents: TextDocuments<TextDocument>;
  readonly service: TargetGroupService;
  readonly read: ReadDocument;
  readonly folders: WorkspaceFolders;
  readonly host: Host;
}

export function createGroupNames({ documents, service, read: readDocument, folders, host }: Parts): GroupNames {
  const names = host.engine.createNameIndex();
  const open = new Set<string>();
  const waiting = new Map<string, () => void>();
  const listeners: ((keys: ReadonlySet<string>) => void)[] = [];
  const set = (key: string, named: Named | undefined) => {
    const touched = names.set(key, named);
    if (touched.size > 0) for (const listener of listeners) listener(touched);
  };
  const read = async (uri: string) => {
    const document = await readDocument(uri);
    waiting.get(uri)?.();
    waiting.delete(uri);
    if (!document) return;
    const shown = folders.shownPath(uri);
    const nameOf = (): GroupName | undefined => service.groupName(document);
    const name = shown === undefined ? undefined : guard(host, 'name', nameOf, () => undefined);
    set(uriKey(uri), shown === undefined || !name ? undefined : { uri, shown, name });
  };
  const readSoon = (uri: string) => {
    begin(host, 'a name could not be read', () => read(uri));
  };
  documents.onDidOpen(({ document: { uri } }) => open.add(uriKey(uri)));
  documents.onDidChangeContent(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    // What lies outside has no namesakes; `refresh` reads it when the folders are others.
    if (folders.shownPath(uri) === undefined) return;
    waiting.set(
      uri,
      host.schedule(() => {
        readSoon(uri);
      }, quiet),
    );
  });
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    open.delete(uriKey(uri));
    set(uriKey(uri), undefined);
  });
  return {
    isOpen: (key) => open.has(key),
    async namesakesOf(uri) {
      if (waiting.has(uri)) await read(uri);
      return names.namesakesOf(uriKey(uri));
    },
    setOnDisk(key, named) {
      if (!open.has(key)) set(key, named);
    },
    refresh() {
      for (const uri of documents.keys()) readSoon(uri);
    },
    onDidChange(listener) {
      listeners.push(listener);
    },
  };
}

/** The settings of a document, with its namesakes; they change when either does. */
export function withNamesakes(settings: Settings, names: GroupNames, host: Host): Settings {
  const listeners: (() => void)[] = [];
  let isPlanned = false;
  names.onDidChange((keys) => {
    if (isPlanned || ![...keys].some(names.isOpen)) return;
    isPlanned = true;
    host.schedule(() => {
      isPlanned = false;
      for (const listener of listeners) listener();
    }, quiet);
  });
  return {
    async of(uri) {
      const set = await settings.of(uri);
      const namesakes = await names.namesakesOf(uri);
      return namesakes ? { ...set, namesakes } : set;
    },
    onDidChange(listener) {
      listeners.push(listener);
      settings.onDidChange(listener);
    },
  };
}
