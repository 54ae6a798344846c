import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { readLevels, type Levels } from '../core/index';

/** The name of our section in a client's configuration. */
const section = 'targetgroup';

export interface ConfiguredLevels {
  /** What `targetgroup.rules` holds for a document. Never rejects. */
  of(uri: string): Promise<Levels>;
  onDidChange(listener: () => void): void;
}

type JsonRecord = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): JsonRecord =>
  typeof value === 'object' && value !== null ? (value as JsonRecord) : {};

/**
 * Levels from the editor's settings: asked for where the client can be asked, else as it told them at the start
 * (`initializationOptions.rules`) and in `workspace/didChangeConfiguration`.
 * @param tell is given what could not be read, in words.
 */
export function createConfiguredLevels(
  connection: Connection,
  capabilities: ClientCapabilities,
  options: unknown,
  tell: (problems: readonly string[]) => void,
): ConfiguredLevels {
  const canAsk = capabilities.workspace?.configuration === true;
  const asked = new Map<string, Promise<Levels>>();
  const listeners: (() => void)[] = [];
  let told: unknown = recordOf(options)['rules'];

  const ask = async (uri: string): Promise<Levels> => {
    const value: unknown = canAsk
      ? await connection.workspace.getConfiguration({ scopeUri: uri, section: `${section}.rules` })
      : told;
    const { levels, problems } = readLevels(value);
    tell(problems.map((problem) => `${section}.rules: ${problem}`));
    return levels;
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    told = recordOf(recordOf(settings)[section])['rules'] ?? told;
    asked.clear();
    for (const listener of listeners) listener();
  });
  return {
    of(uri) {
      const known = asked.get(uri);
      if (known) return known;
      const levels = ask(uri).catch((error: unknown): Levels => {
        tell([`${section}.rules could not be read: ${error instanceof Error ? error.message : 'unknown reason'}`]);
        return {};
      });
      asked.set(uri, levels);
      return levels;
    },
    onDidChange(listener) {
      listeners.push(listener);
    },
  };
}
