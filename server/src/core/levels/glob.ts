import picomatch from 'picomatch/posix';

/** Longer globs are no globs; the library refuses much longer ones by throwing. */
const longest = 500;
/** Runs of stars in one glob, and in one part between slashes: each more multiplies the time of a match by the name's length. */
const mostStars = { glob: 6, part: 3 };

const starsIn = (text: string): number => text.match(/\*+/g)?.length ?? 0;

/**
 * A matcher of paths (`/` between their parts) for a glob of unknown origin, or undefined for one that could take a
 * hostile amount of time: too long, with too many stars, or with groups, which the library takes for regular
 * expressions. A glob without a slash means files of that name in any folder, as in .gitignore.
 */
export function createGlob(glob: string): ((path: string) => boolean) | undefined {
  const tooMany = starsIn(glob) > mostStars.glob || glob.split('/').some((part) => starsIn(part) > mostStars.part);
  if (glob === '' || glob.length > longest || tooMany || /[()|+]/.test(glob)) return undefined;
  const matches = picomatch(glob, { dot: true, noextglob: true, basename: !glob.includes('/') });
  return (path) => matches(path);
}
