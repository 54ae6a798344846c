import { rcFileName, readRcFile, type DocumentSettings } from '../core/index';
import type { Configuration } from './configuration';
import { createConfiguredLevels } from './configured-levels';
import type { Host } from './host';
import type { WatchedFiles } from './watched-files';

/** What authors set, from the editor's configuration and from rc files (CONTRACT, Rule levels: the file wins). */
export interface Settings {
  /** What applies to a document now. Never rejects: a setting that cannot be read has no effect and is logged. */
  of(uri: string): Promise<DocumentSettings>;
  /** Calls back when what applies may have changed. */
  onDidChange(listener: () => void): void;
}

export function createSettings(configuration: Configuration, watched: WatchedFiles, host: Host): Settings {
  const told = new Set<string>();
  const tellOnce = (problems: readonly string[]) => {
    for (const problem of problems) {
      if (!told.has(problem)) host.log(problem);
      told.add(problem);
    }
  };
  const configured = createConfiguredLevels(configuration, tellOnce);
  return {
    async of(uri) {
      const levels = await configured.of(uri);
      const rc = host.nearestRc(uri);
      if (!rc) return { levels };
      if (rc.problem !== undefined) tellOnce([`${rc.uri}: ${rc.problem}`]);
      if (rc.text === undefined) return { levels, rcPlace: rc };
      const { levelsFor, problems } = readRcFile(rc.text);
      tellOnce(problems.map((problem) => `${rc.uri}: ${problem}`));
      return { levels: { ...levels, ...levelsFor(rc.documentPath) }, rcPlace: rc };
    },
    onDidChange(listener) {
      configuration.onDidChange(listener);
      watched.onDidChange((changes) => {
        if (changes.some(({ uri }) => uri.endsWith(`/${rcFileName}`))) listener();
      });
    },
  };
}
