import {
  CodeLens,
  type CodeLensProvider,
  l10n,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { RegisterCommand } from '../../infrastructure/commands';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import { looksLikeDefinition } from '../../infrastructure/looks-like-definition';
import { isServedScheme } from '../../infrastructure/schemes';
import { addFileAssociation } from '../../infrastructure/settings';
import { associationGlob } from './association-glob';

/** "Treat this file as a target group", above a JSON file that looks like one. */
export function activateAssociation(register: RegisterCommand): Disposes[] {
  const provider: CodeLensProvider = {
    provideCodeLenses(document) {
      if (!isPlain(document) || !looksLikeDefinition(document.getText())) return [];
      const title = l10n.t('Treat this file as a target group');
      const command = { title, command: 'targetgroup.treatAsDefinition', arguments: [document.uri] };
      return [new CodeLens(new Range(0, 0, 0, 0), command)];
    },
  };
  return [
    languages.registerCodeLensProvider([{ language: 'json' }, { language: 'jsonc' }], provider),
    register('targetgroup.treatAsDefinition', async (chosen) => {
      const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri;
      const document = uri && (await workspace.openTextDocument(uri));
      if (document && isPlain(document)) await treat(document);
      else void window.showInformationMessage(l10n.t('Open a JSON file first.'));
    }),
  ];
}

const isPlain = (document: TextDocument): boolean =>
  ['json', 'jsonc'].includes(document.languageId) && !isDefinition(document) && isServedScheme(document.uri.scheme);

/** For the workspace, where the file is part of one; else for as long as the file is open. */
async function treat(document: TextDocument): Promise<void> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (folder) await addFileAssociation(associationGlob(folder.uri.path, document.uri.path));
  await languages.setTextDocumentLanguage(document, 'targetgroup');
}
