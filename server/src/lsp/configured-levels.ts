import { readLevels, type Levels } from '../core/index';
import type { Configuration } from './configuration';
import { wordsOf } from './guard';

const setting = 'targetgroup.rules';

export interface ConfiguredLevels {
  /** What `targetgroup.rules` holds for a document. Never rejects. */
  of(uri: string): Promise<Levels>;
}

/**
 * Levels from the editor's settings, each asked for once until they change.
 * @param tell is given what could not be read, in words.
 */
export function createConfiguredLevels(
  configuration: Configuration,
  tell: (problems: readonly string[]) => void,
): ConfiguredLevels {
  const asked = new Map<string, Promise<Levels>>();
  const ask = async (uri: string): Promise<Levels> => {
    const { levels, problems } = readLevels(await configuration.get(uri, 'rules'));
    tell(problems.map((problem) => `${setting}: ${problem}`));
    return levels;
  };
  configuration.onDidChange(() => {
    asked.clear();
  });
  return {
    of(uri) {
      const known = asked.get(uri);
      if (known) return known;
      const levels = ask(uri).catch((error: unknown): Levels => {
        tell([`${setting} could not be read: ${wordsOf(error)}`]);
        return {};
      });
      asked.set(uri, levels);
      return levels;
    },
  };
}
