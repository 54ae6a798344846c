/** Longer globs are no globs. */
const longest = 500;

/** The globs of `targetgroup.files.exclude`; what is no glob is told and has no effect. */
export function readExcludes(value: unknown, tell: (problem: string) => void): readonly string[] {
  if (value === undefined || value === null) return [];
  const globs = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const usable = globs.filter((glob) => typeof glob === 'string' && glob !== '' && glob.length <= longest);
  if (usable.length < globs.length)
    tell(`targetgroup.files.exclude is no list of globs of at most ${longest} characters; the rest has no effect.`);
  return usable as readonly string[];
}
