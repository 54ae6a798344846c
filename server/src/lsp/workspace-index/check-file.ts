import type { Diagnostic, SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from '../../core/index';
import type { TargetGroupService } from '../../core/index';
import type { Diagnose } from '../handlers';
import type { Host } from '../host';
import { readInSlices } from '../read-in-slices';
import type { Settings } from '../settings';
import type { GroupNames } from './group-names';
import type { Found } from './list-workspace';
import type { WordIndex } from './word-index';
import type { WorkspaceFiles } from './workspace-files';
import type { WorkspaceLimits } from './workspace-limits';

/** A file of the workspace, with what was known of it last. */
export interface Entry extends Found {
  /** The state of the file that was read last; undefined makes it be read again. */
  stamp?: string;
  /** What the findings were made from. */
  basis?: string;
  /** The names in it, for the search in the workspace. */
  symbols?: readonly SymbolInformation[];
  /** Why it cannot be read. */
  problem?: string;
}

export interface FileCheckParts {
  readonly service: TargetGroupService;
  readonly files: WorkspaceFiles;
  readonly settings: Settings;
  readonly names: GroupNames;
  readonly words: WordIndex;
  readonly diagnose: Diagnose;
  readonly host: Host;
  readonly limits: WorkspaceLimits;
}

/** `same`: the findings are those of the last time. `gone`: there is no such file, or it cannot be read. */
export type FileCheck =
  { readonly kind: 'same' | 'gone' } | { readonly kind: 'checked'; readonly diagnostics: readonly Diagnostic[] };

/** The findings of a file, made anew only when the file, its settings or its namesakes changed. Tells its name. */
export async function checkFile(key: string, entry: Entry, parts: FileCheckParts): Promise<FileCheck> {
  const { service, settings, names, words, diagnose, host } = parts;
  const read = readIfChanged(entry, parts);
  if (read === undefined) {
    names.setOnDisk(key, undefined);
    words.setOnDisk(key, undefined);
    return { kind: 'gone' };
  }
  if (read.isChanged) {
    await readInSlices(() => read.document, service, host);
    const name = read.document && service.groupName(read.document);
    words.setOnDisk(key, read.document && service.usedWords(read.document));
    names.setOnDisk(key, name && { uri: entry.uri, shown: entry.shown, name });
    entry.symbols = read.document ? service.groupSymbols(read.document) : [];
  }
  const set = await settings.of(entry.uri);
  const basis = JSON.stringify([entry.stamp, entry.limit, set.levels, set.namesakes]);
  if (basis === entry.basis) return { kind: 'same' };
  entry.basis = basis;
  if (entry.limit !== undefined) {
    return { kind: 'checked', diagnostics: service.notRead(entry.uri, entry.limit, set) };
  }
  const text = read.document ?? readDocument(entry, parts);
  const document = await readInSlices(() => text, service, host);
  return document ? { kind: 'checked', diagnostics: diagnose(document, set) } : { kind: 'gone' };
}

interface Read {
  readonly isChanged: boolean;
  /** Only of a file that changed, and that is not over a limit. */
  readonly document: TextDocument | undefined;
}

function readIfChanged(entry: Entry, parts: FileCheckParts): Read | undefined {
  const state = parts.files.stat(entry.uri);
  if (state.kind === 'problem') {
    forget(entry, state.reason);
    return undefined;
  }
  delete entry.problem;
  const isChanged = state.stamp !== entry.stamp;
  entry.stamp = state.stamp;
  if (!isChanged || entry.limit !== undefined) return { isChanged, document: undefined };
  const document = readDocument(entry, parts);
  return document && { isChanged, document };
}

function readDocument(entry: Entry, { files, limits, host }: FileCheckParts): TextDocument | undefined {
  const read = files.read(entry.uri, limits.fileBytes);
  if (read.kind === 'problem') {
    forget(entry, read.reason);
    return undefined;
  }
  return host.engine.openDocument(entry.uri, 'targetgroup', 0, read.text);
}

function forget(entry: Entry, problem: string): void {
  entry.problem = problem;
  delete entry.symbols;
  delete entry.stamp;
  delete entry.basis;
}
