import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * One value per document, made anew when the version changes. Owned by the service, so that two services share nothing.
 * @param make the value of the document's present state; may use up that of the state before.
 */
export function createVersionCache<Value>(make: (document: TextDocument, before: Value | undefined) => Value) {
  const entries = new Map<string, { version: number; text: string; value: Value }>();
  return {
    get(document: TextDocument): Value {
      const known = entries.get(document.uri);
      const text = document.getText();
      // A client that re-opens a document may begin again at version 1 with other text.
      if (known?.version === document.version && known.text === text) return known.value;
      const value = make(document, known?.value);
      entries.set(document.uri, { version: document.version, text, value });
      return value;
    },
    release(uri: string): void {
      entries.delete(uri);
    },
  };
}
