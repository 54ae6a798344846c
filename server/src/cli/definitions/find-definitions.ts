import { statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { access } from '../../node/files/file-access';
import { walkFolder, type Wanted } from '../../node/files/walk-folder';

export type Found =
  | {
      readonly kind: 'file';
      /** As given, with slashes. */
      readonly shown: string;
      readonly absolute: string;
      /** The absolute folder in which it was found; undefined when it was given itself. */
      readonly within: string | undefined;
    }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'problem'; readonly path: string; readonly reason: string };

const longestGlob = 4096;

/** The most files that are taken from folders and globs. */
const mostFound = 2000;

/** The definitions that the arguments name, in their order, each once. Relative paths begin at `cwd`. */
export function* findDefinitions(paths: readonly string[], cwd: string): Generator<Found> {
  const seen = new Set<string>();
  let found = 0;
  for (const given of paths) {
    for (const each of findOne(given, cwd)) {
      if (each.kind !== 'problem') {
        const key = each.kind === 'file' ? each.absolute : '-';
        if (seen.has(key)) continue;
        seen.add(key);
      }
      if (each.kind === 'file' && each.within !== undefined && ++found > mostFound) {
        yield { kind: 'problem', path: given, reason: `holds more than ${mostFound} files; the rest was not checked` };
        break;
      }
      yield each;
    }
  }
}

function* findOne(given: string, cwd: string): Generator<Found> {
  if (given === '-') {
    yield { kind: 'stdin' };
    return;
  }
  // A script's variable that is not set must not stand for the current folder.
  if (given === '') {
    yield { kind: 'problem', path: '""', reason: 'is no path' };
    return;
  }
  const absolute = path.resolve(cwd, given);
  const stats = access(() => statSync(absolute, { throwIfNoEntry: false }));
  const isMissing = 'value' in stats && stats.value === undefined;
  const isFolder = 'value' in stats && stats.value?.isDirectory() === true;
  if (isFolder) yield* findInFolder(given, absolute, cwd);
  else if (isMissing && isGlob(given)) yield* findByGlob(given, cwd);
  // What is not there is reported by whoever reads it.
  else yield { kind: 'file', shown: withSlashes(given), absolute, within: undefined };
}

function* findInFolder(given: string, absolute: string, cwd: string): Generator<Found> {
  const isWanted = (relative: string) => relative.endsWith('.targetgroup.json');
  const found = yield* findUnder(absolute, withSlashes(given), { cwd, isWanted, depth: Infinity });
  if (found === 0) yield { kind: 'problem', path: given, reason: 'holds no *.targetgroup.json' };
}

function* findByGlob(given: string, cwd: string): Generator<Found> {
  const { prefix, base, glob } = picomatch.scan(withSlashes(given), scanOptions);
  const matches = picomatch(glob, { nonegate: true });
  const depth = glob.includes('**') ? Infinity : glob.split('/').length;
  const folder = path.resolve(cwd, base);
  const stats = access(() => statSync(folder, { throwIfNoEntry: false }));
  const isThere = 'reason' in stats || stats.value?.isDirectory() === true;
  const found = isThere ? yield* findUnder(folder, prefix + base, { cwd, isWanted: matches, depth }) : 0;
  if (found === 0) yield { kind: 'problem', path: given, reason: 'matches no file' };
}

/** Yields what the folder holds, under the name that was given for it, and returns how much it was. */
function* findUnder(folder: string, given: string, wanted: Wanted): Generator<Found, number> {
  const start = given === '.' || given === '' || given.endsWith('/') ? given.replace(/^\.$/, '') : `${given}/`;
  let found = 0;
  for (const walked of walkFolder(folder, wanted)) {
    if (walked.kind === 'folder') continue;
    found += 1;
    const shown = start + walked.path;
    if (walked.kind === 'problem') yield { kind: 'problem', path: shown, reason: walked.reason };
    else yield { kind: 'file', shown, absolute: path.join(folder, walked.path), within: folder };
  }
  return found;
}

const scanOptions = { nonegate: true };

const isGlob = (given: string) => given.length <= longestGlob && picomatch.scan(withSlashes(given), scanOptions).isGlob;

/** A path as it is shown: with `/` as separator. */
export const withSlashes = (given: string) => (path.sep === '\\' ? given.replaceAll('\\', '/') : given);
