import ignore, { type Ignore } from 'ignore';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readRegularFile, type Access } from './file-access';

/** The rules of one .gitignore, before those of the folders above it. Paths are relative to the folder that is walked. */
export interface IgnoreRules {
  readonly matcher: Ignore;
  /** From the .gitignore's folder to the walked one, with a slash behind; empty at and below the walked folder. */
  readonly prefix: string;
  /** How much of a path leads from the walked folder to the .gitignore's; 0 at and above the walked folder. */
  readonly skip: number;
  readonly above: IgnoreRules | undefined;
}

export const ignoreFileName = '.gitignore';
const longestIgnoreFile = 1e6;
/** Each path is held to every rule: with very many, a few files take very long. */
const mostRules = 2500;

/** True when the rules leave the path out; that of a folder ends in a slash. The nearest .gitignore that knows it decides. */
export function isIgnored(rules: IgnoreRules | undefined, relative: string): boolean {
  for (let each = rules; each !== undefined; each = each.above) {
    const { ignored, unignored } = each.matcher.test(each.prefix + relative.slice(each.skip));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The rules with those of a .gitignore before them, or why it cannot be read. */
export function withIgnoreFile(
  above: IgnoreRules | undefined,
  file: string,
  place: Pick<IgnoreRules, 'prefix' | 'skip'>,
): Access<IgnoreRules> {
  const read = readRegularFile(file, longestIgnoreFile);
  if ('reason' in read) return read;
  const text = new TextDecoder().decode(read.value);
  const rules = text.match(/^[^#\r\n].*/gm)?.length ?? 0;
  if (rules > mostRules) return { reason: `has ${rules} rules, more than ${mostRules}; none of them was followed` };
  // Case counts, as in Git on Linux: where that is wrong, a file too many is checked, not one too few.
  const matcher = ignore({ ignorecase: false }).add(text);
  return { value: { matcher, ...place, above } };
}

/**
 * A folder and those above it, up to the root of its repository or, outside of one, up to `cwd` if that is above it; else
 * the folder alone. Both are absolute.
 */
export function foldersUpToRoot(folder: string, cwd: string): [string, ...string[]] {
  const above: string[] = [];
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) above.push(path.dirname(at));
  const way = [folder, ...above];
  const root = way.findIndex((each) => existsSync(path.join(each, '.git')));
  return [folder, ...above.slice(0, Math.max(0, root === -1 ? way.indexOf(cwd) : root))];
}

/**
 * The .gitignore files above a folder, the outermost first: those of its repository or, outside of one, those up to
 * `cwd`. Both are absolute.
 */
export function ignoreFilesAbove(folder: string, cwd: string): { readonly file: string; readonly prefix: string }[] {
  return foldersUpToRoot(folder, cwd)
    .slice(1)
    .reverse()
    .map((parent) => ({
      file: path.join(parent, ignoreFileName),
      prefix: `${path.relative(parent, folder).replaceAll(path.sep, '/')}/`,
    }))
    .filter(({ file }) => existsSync(file));
}
