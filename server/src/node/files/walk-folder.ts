import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { access } from './file-access';
import { isInside } from './is-inside';
import {
  foldersUpToRoot,
  ignoreFileName,
  ignoreFilesAbove,
  isIgnored,
  withIgnoreFile,
  type IgnoreRules,
} from './ignore-rules';

/** A regular file, or something that could not be read; `path` is relative to the walked folder, with slashes. */
export type Walked =
  /** Before each folder is read: here whoever walks can let others work, or stop. */
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'problem'; readonly path: string; readonly reason: string };

export interface Wanted {
  /** The absolute folder up to which .gitignore files count outside of a repository. */
  readonly cwd: string;
  /** Asked about the path of each file. */
  readonly isWanted: (relative: string) => boolean;
  /** How many names deep a path may be; 1 is the folder itself. */
  readonly depth: number;
  /** Asked about each file and, without a slash at its end, each folder; a folder that is left out is not entered. */
  readonly isLeftOut?: (relative: string) => boolean;
}

interface Step {
  /** Relative to the walked folder, with a slash behind; empty for the folder itself. */
  readonly relative: string;
  readonly depth: number;
  readonly rules: IgnoreRules | undefined;
}

/**
 * The wanted files of an absolute folder, in the order of their names. Leaves out what .gitignore files name and
 * what is in `.git`. A link to a file of the repository is a file (outside of a repository: of the folder, or of `cwd` where
 * that is above it); a link to a folder is not entered, so no circle of links is.
 */
export function* walkFolder(folder: string, wanted: Wanted): Generator<Walked> {
  const { cwd, isWanted, depth, isLeftOut } = wanted;
  const above = yield* rulesAbove(folder, cwd);
  const steps: Step[] = [{ relative: '', depth: 1, rules: above }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    yield { kind: 'folder', path: step.relative };
    const listed = access(() => readdirSync(path.join(folder, step.relative), { withFileTypes: true }));
    if ('reason' in listed) {
      yield { kind: 'problem', path: step.relative, reason: listed.reason };
      continue;
    }
    const all = listed.value.sort((a, b) => (a.name < b.name ? -1 : 1));
    const rules = yield* rulesIn(folder, step, all);
    const { relative: start } = step;
    const entries = isLeftOut ? all.filter(({ name }) => !isLeftOut(start + name)) : all;
    const folders: Step[] = [];
    for (const entry of entries) {
      const relative = step.relative + entry.name;
      if (entry.isDirectory()) {
        const inside = { relative: `${relative}/`, depth: step.depth + 1, rules };
        if (inside.depth <= depth && entry.name !== '.git' && !isIgnored(rules, inside.relative)) folders.push(inside);
      } else if (isWanted(relative) && !isIgnored(rules, relative)) {
        yield* fileAt(entry, relative, { folder, cwd });
      }
    }
    steps.push(...folders.reverse());
  }
}

function* fileAt(
  entry: Dirent,
  relative: string,
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
): Generator<Walked> {
  const file = path.join(folder, relative);
  if (!entry.isSymbolicLink()) {
    if (entry.isFile()) yield { kind: 'file', path: relative };
    return;
  }
  const target = access(() => ({ real: realpathSync(file), stats: statSync(file) }));
  // A link that leads nowhere is passed on, to be reported when it is read.
  if ('reason' in target) yield { kind: 'file', path: relative };
  else if (target.value.stats.isFile()) {
    yield isReallyInside(target.value.real, foldersUpToRoot(folder, cwd).at(-1) ?? folder)
      ? { kind: 'file', path: relative }
      : { kind: 'problem', path: relative, reason: leadsOut };
  }
}

/** Whoever made the link might want others to show them that file: what a check says can be read by many. */
const leadsOut = 'is a link out of the repository or folder; it is only read when it is named itself';

/** By where the folder really is. */
function isReallyInside(file: string, folder: string): boolean {
  const root = access(() => realpathSync(folder));
  return 'value' in root && isInside(file, root.value);
}

/** A folder that is ignored itself was asked for all the same: then only the rules inside it count. */
function* rulesAbove(folder: string, cwd: string): Generator<Walked, IgnoreRules | undefined> {
  let rules: IgnoreRules | undefined;
  for (const { file, prefix } of ignoreFilesAbove(folder, cwd)) {
    const read = withIgnoreFile(rules, file, { prefix, skip: 0 });
    if ('value' in read) rules = read.value;
    else yield { kind: 'problem', path: path.relative(folder, file), reason: read.reason };
  }
  return isIgnored(rules, '') ? undefined : rules;
}

function* rulesIn(
  folder: string,
  { relative, rules }: Step,
  entries: readonly Dirent[],
): Generator<Walked, IgnoreRules | undefined> {
  if (!entries.some(({ name }) => name === ignoreFileName)) return rules;
  const place = { prefix: '', skip: relative.length };
  const read = withIgnoreFile(rules, path.join(folder, relative, ignoreFileName), place);
  if ('value' in read) return read.value;
  yield { kind: 'problem', path: relative + ignoreFileName, reason: read.reason };
  return rules;
}
