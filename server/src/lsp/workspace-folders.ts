import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';

export interface Folder {
  /** As the client writes it, without a slash at its end. */
  readonly uri: string;
  /** What stands before a path of this folder when it is shown: its name where there are several folders. */
  readonly prefix: string;
}

/** The folders of the workspace; none for a client that opened none. */
export interface WorkspaceFolders {
  readonly all: readonly Folder[];
  /** The path of a document in its folder as it is shown; undefined for one outside of every folder. */
  shownPath(uri: string): string | undefined;
  change(event: WorkspaceFoldersChangeEvent): void;
}

/** Equal for URIs that differ only in which characters are escaped: editors do not agree on that. */
export function uriKey(uri: string): string {
  const plain = decoded(uri);
  return plain.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) return uri;
    throw error;
  }
}

export function createWorkspaceFolders({ workspaceFolders, ...params }: InitializeParams): WorkspaceFolders {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what clients without workspace folders send
  const root = params.rootUri;
  const given = workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
  let all = toFolders(given);
  return {
    get all() {
      return all;
    },
    shownPath(uri) {
      const key = uriKey(uri);
      const folder = all.find((each) => key.startsWith(`${uriKey(each.uri)}/`));
      return folder && folder.prefix + key.slice(uriKey(folder.uri).length + 1);
    },
    change({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
      const kept = all.map(({ uri }) => uri).filter((uri) => !gone.has(uri));
      all = toFolders([...kept, ...added.map(({ uri }) => uri)]);
    },
  };
}

const withoutSlash = (uri: string): string => uri.replace(/\/$/, '');

/** A folder inside another is left out: the other holds its files. */
function toFolders(uris: readonly string[]): Folder[] {
  const all = [...new Map(uris.map((uri) => [uriKey(withoutSlash(uri)), withoutSlash(uri)]))];
  const outer = all.filter(([key]) => !all.some(([other]) => key.startsWith(`${other}/`)));
  return outer.map(([key, uri]) => ({
    uri,
    prefix: outer.length > 1 ? `${key.slice(key.lastIndexOf('/') + 1)}/` : '',
  }));
}
