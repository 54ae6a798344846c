import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from '../core/index';
import type { Configuration } from './configuration';
import { wordsOf } from './guard';

export interface SettingParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly configuration: Configuration;
}

/** What a setting holds for a document or folder. Never rejects. */
export type AskedSetting<Value> = (uri: string) => Promise<Value>;

/**
 * A setting, named without our prefix, that is asked for once for each document, until settings change or it is closed.
 * @param read makes something of the value, which is undefined where it could not be had; that is told.
 */
export function createAskedSetting<Value>(
  { configuration, documents }: SettingParts,
  name: string,
  read: (value: unknown) => Value,
  tell: (problem: string) => void,
): AskedSetting<Value> {
  const asked = new Map<string, Promise<Value>>();
  configuration.onDidChange(() => {
    asked.clear();
  });
  documents.onDidClose(({ document }) => asked.delete(document.uri));
  const ask = (uri: string): Promise<Value> =>
    configuration
      .get(uri, name)
      .catch((error: unknown) => {
        tell(`targetgroup.${name} could not be read: ${wordsOf(error)}`);
      })
      .then(read);
  return (uri) => {
    const known = asked.get(uri) ?? ask(uri);
    asked.set(uri, known);
    return known;
  };
}
