/** The files of the workspace, as the index sees them: a port of the host, absent where there is no file system. */
export interface WorkspaceFiles {
  /**
   * The definitions in a folder, in the order of their paths; what `.gitignore` names or a glob of `exclude` matches is
   * left out, links in a circle are not followed. Lets others work in between; ends when the reader breaks off.
   * @param folder a `file:` URI without a slash at its end; nothing is found in any other.
   * @param exclude globs for paths in the folder, as those of .targetgrouprc.json.
   */
  list(folder: string, exclude: readonly string[]): AsyncIterable<ListedFile>;
  /** What the file is now; a reason for one that cannot be read, or is no regular file. Never rejects. */
  stat(uri: string): FileState;
  /** The text of a file of at most `limit` bytes, a byte order mark included. Never rejects. */
  read(uri: string, limit: number): FileText;
}

export type ListedFile =
  | { readonly kind: 'file'; readonly uri: string; readonly path: string }
  /** Something could not be read; `reason` ends a sentence that begins with the path. */
  | { readonly kind: 'problem'; readonly path: string; readonly reason: string }
  /** A moment to break off. */
  | { readonly kind: 'folder' };

/** `stamp` differs whenever the content does; sizes are in bytes. */
export type FileState =
  | { readonly kind: 'file'; readonly stamp: string; readonly size: number }
  | { readonly kind: 'problem'; readonly reason: string };

export type FileText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problem'; readonly reason: string };
