import type { Configuration } from '../configuration';
import { wordsOf } from '../guard';

const setting = 'files.exclude';
/** Longer globs are no globs. */
const longest = 500;

/** The globs of `targetgroup.files.exclude` for a folder; what is no glob is told and has no effect. Never rejects. */
export async function excludesOf(
  configuration: Configuration,
  folder: string,
  tell: (problem: string) => void,
): Promise<readonly string[]> {
  try {
    const value = await configuration.get(folder, setting);
    if (value === undefined || value === null) return [];
    const globs = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    const usable = globs.filter((glob) => typeof glob === 'string' && glob !== '' && glob.length <= longest);
    if (usable.length < globs.length)
      tell(`targetgroup.${setting} is no list of globs of at most ${longest} characters; the rest has no effect.`);
    return usable as readonly string[];
  } catch (error) {
    tell(`targetgroup.${setting} could not be read: ${wordsOf(error)}`);
    return [];
  }
}
