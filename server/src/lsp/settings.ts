import type { DocumentSettings, Levels } from '../core/index';
import { createAskedSetting, type SettingParts } from './asked-setting';
import { createTeller } from './guard';
import type { Host } from './host';
import type { WatchedFiles } from './watched-files';

/** What authors set, from the editor's configuration and from rc files (CONTRACT, Rule levels: the file wins). */
export interface Settings {
  /** What applies to a document now. Never rejects: a setting that cannot be read has no effect and is logged. */
  of(uri: string): Promise<DocumentSettings>;
  /** Calls back when what applies may have changed. */
  onDidChange(listener: () => void): void;
}

export function createSettings(parts: SettingParts, watched: WatchedFiles, host: Host): Settings {
  const { rcFileName, readLevels, readRcFile } = host.engine;
  const tell = createTeller(host);
  const toLevels = (value: unknown): Levels => {
    const { levels, problems } = readLevels(value);
    for (const problem of problems) tell(`targetgroup.rules: ${problem}`);
    return levels;
  };
  const configured = createAskedSetting(parts, 'rules', toLevels, tell);
  return {
    async of(uri) {
      const levels = await configured(uri);
      const rc = host.nearestRc(uri);
      if (!rc) return { levels };
      if (rc.problem !== undefined) tell(`${rc.uri}: ${rc.problem}`);
      if (rc.text === undefined) return { levels, rcPlace: rc };
      const { levelsFor, problems } = readRcFile(rc.text);
      for (const problem of problems) tell(`${rc.uri}: ${problem}`);
      return { levels: { ...levels, ...levelsFor(rc.documentPath) }, rcPlace: rc };
    },
    onDidChange(listener) {
      parts.configuration.onDidChange(listener);
      watched.onDidChange((changes) => {
        if (changes.some(({ uri }) => uri.endsWith(`/${rcFileName}`))) listener();
      });
    },
  };
}
