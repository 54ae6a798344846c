import { uriKey, type Folder } from '../workspace-folders';
import type { WorkspaceFiles } from './workspace-files';
import type { WorkspaceLimits } from './workspace-limits';

/** A definition of the workspace that was found on disk. */
export interface Found {
  readonly uri: string;
  /** Its path as it is shown. */
  readonly shown: string;
  /** Why it is not read, a whole sentence; undefined for one that is. */
  readonly limit: string | undefined;
}

export interface Listing {
  /** By the key of the URI. */
  readonly found: ReadonlyMap<string, Found>;
  /** True when there are more than are looked at. */
  readonly isCutShort: boolean;
  /** Paths that could not be read, each with its reason. */
  readonly problems: readonly string[];
}

export interface ListOptions {
  readonly folders: readonly Folder[];
  readonly files: WorkspaceFiles;
  readonly limits: WorkspaceLimits;
  /** The globs that a folder leaves out. */
  readonly excludeOf: (folder: string) => Promise<readonly string[]>;
  readonly isStopped: () => boolean;
}

/** Every definition of the workspace within the limits; what was found so far when it is stopped. */
export async function listWorkspace({ folders, files, limits, excludeOf, isStopped }: ListOptions): Promise<Listing> {
  const found = new Map<string, Found>();
  const problems: string[] = [];
  let bytes = 0;
  for (const { uri: folder, prefix } of folders) {
    for await (const listed of files.list(folder, await excludeOf(folder))) {
      if (isStopped()) return { found, isCutShort: true, problems };
      if (listed.kind === 'folder') continue;
      const shown = prefix + listed.path;
      if (listed.kind === 'problem') {
        problems.push(`${shown} ${listed.reason}`);
        continue;
      }
      if (found.size >= limits.files) return { found, isCutShort: true, problems };
      const state = files.stat(listed.uri);
      const size = state.kind === 'file' ? state.size : 0;
      const limit = whyNotRead(size, bytes, limits);
      if (limit === undefined) bytes += size;
      found.set(uriKey(listed.uri), { uri: listed.uri, shown, limit });
    }
  }
  return { found, isCutShort: false, problems };
}

function whyNotRead(size: number, before: number, { bytes, fileBytes }: WorkspaceLimits): string | undefined {
  const mebi = 1024 * 1024;
  if (size > fileBytes)
    return `The file is ${Math.ceil(size / mebi)} MiB long; the check of the workspace reads files of up to ${fileBytes / mebi} MiB.`;
  if (before + size > bytes)
    return `The file was not read: the check of the workspace reads ${bytes / 1e6} MB, and the files before it are as long.`;
  return undefined;
}
