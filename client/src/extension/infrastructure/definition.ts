import { type TextDocument, Uri, window, workspace } from 'vscode';
import { isServedScheme } from './schemes';

/** Whether language features and commands take the document for a target group definition. */
export function isDefinition(document: TextDocument): boolean {
  const isNamed = document.languageId === 'targetgroup' || document.uri.path.endsWith('.targetgroup.json');
  return isNamed && isServedScheme(document.uri.scheme);
}

/** The definition in the editor in front; `undefined` when something else is. */
export function activeDefinition(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isDefinition(document) ? document : undefined;
}

/** The definition that a menu named, or else the one in front; `undefined` when it is something else. */
export async function chosenDefinition(chosen: unknown): Promise<TextDocument | undefined> {
  if (!(chosen instanceof Uri)) return activeDefinition();
  const document = await workspace.openTextDocument(chosen);
  return isDefinition(document) ? document : undefined;
}
