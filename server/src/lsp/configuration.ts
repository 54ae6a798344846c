import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** The name of our section in a client's configuration. */
const section = 'targetgroup';

export interface Configuration {
  /** The value of a setting, named without our prefix, for a document or folder. Rejects when the client fails. */
  get(uri: string, name: string): Promise<unknown>;
  onDidChange(listener: () => void): void;
}

type JsonRecord = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): JsonRecord =>
  typeof value === 'object' && value !== null ? (value as JsonRecord) : {};

/**
 * The editor's settings: asked for where the client can be asked, else as it told them at the start
 * (`initializationOptions`, the content of our section) and in `workspace/didChangeConfiguration`.
 */
export function createConfiguration(
  connection: Connection,
  capabilities: ClientCapabilities,
  options: unknown,
): Configuration {
  const canAsk = capabilities.workspace?.configuration === true;
  const listeners: (() => void)[] = [];
  let told = recordOf(options);
  connection.onDidChangeConfiguration(({ settings }) => {
    told = { ...told, ...recordOf(recordOf(settings)[section]) };
    for (const listener of listeners) listener();
  });
  return {
    async get(uri, name) {
      if (canAsk) {
        const asked: unknown = await connection.workspace.getConfiguration({
          scopeUri: uri,
          section: `${section}.${name}`,
        });
        return asked;
      }
      return name.split('.').reduce<unknown>((value, key) => recordOf(value)[key], told);
    },
    onDidChange(listener) {
      listeners.push(listener);
    },
  };
}
