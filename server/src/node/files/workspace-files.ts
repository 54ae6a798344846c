import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { FileState, FileText, ListedFile, WorkspaceFiles } from '../../lsp/workspace-index/workspace-files';
import { createGlob } from '../../core/index';
import { access, readRegularFile } from './file-access';
import { pathOf } from './path-of';
import { walkFolder, type Wanted } from './walk-folder';

/** The workspace on disk. */
export const workspaceFiles: WorkspaceFiles = { list, stat, read };

/** So many files are listed between two pauses. */
const run = 64;

async function* list(folder: string, exclude: readonly string[]): AsyncGenerator<ListedFile> {
  const root = pathOf(folder);
  if (root === undefined) return;
  const wanted: Wanted = {
    cwd: root,
    isWanted: (relative) => relative.endsWith('.targetgroup.json'),
    depth: Infinity,
    isLeftOut: matcherOf(exclude),
  };
  let files = 0;
  for (const walked of walkFolder(root, wanted)) {
    if (walked.kind === 'folder' || ++files % run === 0) {
      await setImmediate();
      yield { kind: 'folder' };
    }
    if (walked.kind === 'folder') continue;
    if (walked.kind === 'problem') yield walked;
    else yield { kind: 'file', uri: `${folder}/${encoded(walked.path)}`, path: walked.path };
  }
}

/** As VS Code escapes URIs, so that its and ours are the same text. */
function encoded(relative: string): string {
  return relative
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .split('/')
    .map((name) =>
      encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

/** As in .gitignore, a glob without a slash means files and folders of that name anywhere. */
function matcherOf(globs: readonly string[]): (relative: string) => boolean {
  // Globs come with the workspace too: one that could take a hostile amount of time leaves nothing out.
  const matchers = globs.flatMap((glob) => createGlob(glob) ?? []);
  return (relative) => matchers.some((matches) => matches(relative) || matches(`${relative}/`));
}

function stat(uri: string): FileState {
  const file = pathOf(uri);
  if (file === undefined) return { kind: 'problem', reason: 'is no file' };
  const found = access(() => statSync(file));
  if ('reason' in found) return { kind: 'problem', reason: found.reason };
  const { size, mtimeMs, ctimeMs } = found.value;
  if (!found.value.isFile()) return { kind: 'problem', reason: 'is no regular file' };
  return { kind: 'file', stamp: `${mtimeMs}.${ctimeMs}.${size}`, size };
}

function read(uri: string, limit: number): FileText {
  const file = pathOf(uri);
  const bytes = file === undefined ? { reason: 'is no file' } : readRegularFile(file, limit);
  if ('reason' in bytes) return { kind: 'problem', reason: bytes.reason };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value) };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'problem', reason: 'is not UTF-8' };
    throw error;
  }
}
