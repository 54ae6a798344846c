import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rcFileName } from '../core/index';
import type { NearestRc } from '../lsp/host';
import { pathOf } from './files/path-of';

/**
 * The `.targetgrouprc.json` nearest to a document, from its folder upwards; where there is none, the place for one in
 * the document's folder. Read anew each time, so that no watcher can be missed.
 * @returns undefined for documents that are no files.
 */
export function nearestRc(documentUri: string): NearestRc | undefined {
  // Asked at every keystroke, of the same document: where to look is worked out once, what is there each time.
  if (lastAsked?.documentUri !== documentUri) {
    const file = pathOf(documentUri);
    lastAsked = { documentUri, search: file === undefined ? undefined : searchFor(file, path.resolve(homedir())) };
  }
  return lastAsked.search && nearestOf(lastAsked.search);
}

let lastAsked: { readonly documentUri: string; readonly search: Search | undefined } | undefined;

/**
 * The same for an absolute path. It is looked for up to the root of the repository (a folder with `.git`), up to the
 * home folder, or else up to the disk's root, whichever comes first: what lies above is somebody else's.
 */
export function nearestRcOfFile(file: string, home = path.resolve(homedir())): NearestRc {
  return nearestOf(searchFor(file, home));
}

interface Search {
  readonly file: string;
  /** From the file's own folder upwards. */
  readonly folders: readonly { readonly folder: string; readonly candidate: string; readonly git: string }[];
  /** What is answered where there is none. */
  readonly place: NearestRc;
}

function searchFor(file: string, home: string): Search {
  const upwards = [path.dirname(file)];
  for (let folder = path.dirname(file); folder !== home && folder !== path.dirname(folder);) {
    folder = path.dirname(folder);
    upwards.push(folder);
  }
  const folders = upwards.map((folder) => ({
    folder,
    candidate: path.join(folder, rcFileName),
    git: path.join(folder, '.git'),
  }));
  const here = path.join(path.dirname(file), rcFileName);
  const place = { uri: pathToFileURL(here).href, text: undefined, documentPath: path.basename(file) };
  return { file, folders, place };
}

function nearestOf({ file, folders, place }: Search): NearestRc {
  for (const { folder, candidate, git } of folders) {
    const read = readIfThere(candidate);
    if (read)
      return { uri: pathToFileURL(candidate).href, text: undefined, ...read, documentPath: relative(folder, file) };
    // Above the last one nothing is looked at anyway.
    if (folder !== folders.at(-1)?.folder && existsSync(git)) break;
  }
  return place;
}

const relative = (folder: string, file: string): string => path.relative(folder, file).split(path.sep).join('/');

/** Bytes; a larger file of that name is no list of levels. */
const largestRc = 1024 * 1024;

/** Undefined where there is none; one that is there is read, or it is said why not: what it sets must not be lost silently. */
function readIfThere(file: string): { readonly text: string } | { readonly problem: string } | undefined {
  try {
    // Asked at every keystroke, and mostly it is not there: an exception for that would cost more than the check.
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (!there) return undefined;
    const stat = there.isSymbolicLink() ? statSync(file) : there;
    if (!stat.isFile()) return { problem: 'It is no file.' };
    if (stat.size > largestRc) return { problem: `It is larger than ${largestRc / 1024 / 1024} MiB.` };
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') return undefined;
    if (typeof code !== 'string') throw error;
    return { problem: `It cannot be read (${code}).` };
  }
}
