import { l10n, type TextDocument, workspace } from 'vscode';
import { hasMark } from './mark-findings';

/**
 * Saves a document as UTF-8 without a byte order mark. Asked for "UTF-8", VS Code keeps the mark of a file that has one, so the
 * file is written without it first and then read again. Throws when it cannot be saved.
 */
export async function removeMark(document: TextDocument): Promise<void> {
  if (document.isDirty && !(await document.save())) throw new Error(l10n.t('The definition could not be saved.'));
  // Saving can have formatted it.
  await workspace.fs.writeFile(document.uri, new TextEncoder().encode(document.getText()));
  await workspace.openTextDocument(document.uri, { encoding: 'utf8' });
  if (hasMark(document)) throw new Error(l10n.t('The definition could not be saved without its byte order mark.'));
}
