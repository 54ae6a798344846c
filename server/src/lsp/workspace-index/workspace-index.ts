import type { Diagnostic, SymbolInformation } from 'vscode-languageserver';
import { wordsOf } from '../guard';
import type { Host } from '../host';
import { uriKey, type WorkspaceFolders } from '../workspace-folders';
import { checkFile, type Entry, type FileCheckParts } from './check-file';
import { listWorkspace, type Listing } from './list-workspace';
import { newResultId } from '../result-id';
import { createSignal } from './signal';
import { createWorkQueue } from './work-queue';

/** What is known of a file that is not open. */
export interface Result {
  readonly uri: string;
  /** Another one whenever the findings are others. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface WorkspaceCheck {
  /** How many were read. */
  readonly files: number;
  /** Files over a limit of length, alone or together: each has a finding that says so. */
  readonly tooLong: number;
  /** Paths that could not be read, with the reason. */
  readonly problems: readonly string[];
  /** True when there were more files than are looked at. */
  readonly isCutShort: boolean;
}

/** Every definition of the workspace, checked without being opened. Works in slices and keeps what did not change. */
export interface WorkspaceIndex {
  /** By the key of the URI; a file that is open may still have one, which does not count. */
  readonly results: ReadonlyMap<string, Result>;
  /** The names in the files, but for those whose key is among the ones given. */
  symbolsWithout(open: ReadonlySet<string>): SymbolInformation[];
  readonly isIdle: boolean;
  /** How many times files were looked for, to the end. */
  readonly searches: number;
  /** A number that is another one after every change. */
  readonly turn: number;
  /** Resolves when `turn` is no longer the one given. */
  changedSince(turn: number): Promise<void>;
  /** Looks for files and checks those that changed; resolves when nothing is left to be done. Never rejects. */
  check(): Promise<WorkspaceCheck>;
  /** A file was written, or closed in the editor: it is read again. */
  touch(uri: string): void;
  /** Whether it is a file that was found, or a folder of one. */
  holds(uri: string): boolean;
  /** What applies to the files changed. */
  recheck(): void;
  /** Leaves off, with what is known so far. */
  cancel(): void;
}

export interface IndexParts extends FileCheckParts {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly excludeOf: (folder: string) => Promise<readonly string[]>;
}

/** The piece of work that looks for files; every other is the key of a file. */
const lister = 'list';

export function createWorkspaceIndex(parts: IndexParts): WorkspaceIndex {
  const state = createState(parts);
  const { entries, results } = state;
  const signal = createSignal();
  let searches = 0;
  const { host, names } = parts;
  const queue = createWorkQueue({
    work: async (key) => {
      if (key === lister) {
        queue.add(await state.list());
        searches += 1;
      } else await state.check(key);
    },
    failed: (error) => {
      host.log(`a file of the workspace could not be checked: ${wordsOf(error)}`);
    },
    paused: () => {
      if (state.takeNews() || queue.isIdle) signal.fire();
    },
    pause: host.turns.next,
  });
  names.onDidChange((keys) => {
    queue.add([...keys].filter((key) => entries.has(key) && !names.isOpen(key)));
  });
  return {
    results,
    symbolsWithout: (open) => [...entries].flatMap(([key, { symbols = [] }]) => (open.has(key) ? [] : symbols)),
    get isIdle() {
      return queue.isIdle;
    },
    get searches() {
      return searches;
    },
    get turn() {
      return signal.turn;
    },
    changedSince: (turn) => signal.changedSince(turn),
    async check() {
      queue.add([lister]);
      await queue.settled();
      return state.summary();
    },
    touch(uri) {
      if (state.forget(uriKey(uri))) queue.add([uriKey(uri)]);
    },
    holds(uri) {
      const key = uriKey(uri);
      return entries.has(key) || [...entries.keys()].some((each) => each.startsWith(`${key}/`));
    },
    recheck() {
      queue.add(entries.keys());
    },
    cancel() {
      state.stop();
      queue.clear();
    },
  };
}

/** What is known, and the pieces of work on it. */
function createState(parts: IndexParts) {
  const { service, names, words, folders, excludeOf, files, limits } = parts;
  const entries = new Map<string, Entry>();
  const results = new Map<string, Result>();
  let listing: Pick<Listing, 'problems' | 'isCutShort'> = { isCutShort: false, problems: [] };
  let isNews = false;
  let run = 0;
  const drop = (key: string) => {
    if (results.delete(key)) isNews = true;
  };
  return {
    entries,
    results,
    async list(): Promise<Iterable<string>> {
      const own = run;
      const isStopped = () => own !== run;
      const { found, ...rest } = await listWorkspace({ folders: folders.all, files, limits, excludeOf, isStopped });
      listing = rest;
      if (isStopped()) return [];
      for (const key of [...entries.keys()].filter((each) => !found.has(each))) {
        entries.delete(key);
        drop(key);
        for (const known of [names, words]) known.setOnDisk(key, undefined);
      }
      for (const [key, each] of found) entries.set(key, { ...entries.get(key), ...each });
      return found.keys();
    },
    async check(key: string): Promise<void> {
      const entry = entries.get(key);
      if (!entry || names.isOpen(key)) return;
      const done = await checkFile(key, entry, parts);
      // While it was checked it can have been opened, found anew or forgotten.
      if (names.isOpen(key) || entries.get(key) !== entry) return;
      service.release(entry.uri);
      if (done.kind === 'gone') drop(key);
      if (done.kind !== 'checked') return;
      results.set(key, { uri: entry.uri, resultId: newResultId(), diagnostics: done.diagnostics });
      isNews = true;
    },
    /** @returns whether there is such a file. */
    forget(key: string): boolean {
      const entry = entries.get(key);
      if (!entry) return false;
      delete entry.stamp;
      delete entry.basis;
      drop(key);
      return true;
    },
    takeNews(): boolean {
      const before = isNews;
      isNews = false;
      return before;
    },
    stop() {
      run += 1;
    },
    summary: () => summaryOf([...entries.values()], listing),
  };
}

function summaryOf(all: readonly Entry[], { problems, isCutShort }: Pick<Listing, 'problems' | 'isCutShort'>) {
  const unread = all.flatMap(({ shown, problem }) => (problem === undefined ? [] : `${shown} ${problem}`));
  return {
    files: all.filter(({ limit, problem }) => limit === undefined && problem === undefined).length,
    tooLong: all.filter(({ limit }) => limit !== undefined).length,
    problems: [...problems, ...unread],
    isCutShort,
  };
}
