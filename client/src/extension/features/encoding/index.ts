import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  languages,
  type TextDocument,
  window,
} from 'vscode';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition, isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { Log } from '../../infrastructure/log';
import { definitionSelector } from '../../infrastructure/selector';
import type { LanguageServer } from '../../language-client';
import { ruleOf } from '../../rule-links';
import { createMarkFindings, hasMark } from './mark-findings';
import { removeMark } from './remove-mark';

interface EncodingFeature {
  readonly server: LanguageServer;
  readonly log: Log;
  readonly register: RegisterCommand;
}

/** Says of an open definition that its file begins with a byte order mark, which VS Code keeps out of the text; removes it. */
export function activateEncoding({ server, log, register }: EncodingFeature): Disposes[] {
  return [
    createMarkFindings(server, log),
    registerMarkActions(),
    register('targetgroup.removeByteOrderMark', async (chosen) => {
      const document = await chosenDefinition(chosen);
      if (document && hasMark(document)) await removeMark(document);
      else void window.showInformationMessage(l10n.t('There is no definition with a byte order mark in front.'));
    }),
  ];
}

function registerMarkActions(): Disposes {
  const provider: CodeActionProvider = {
    provideCodeActions: (document: TextDocument, _range, { diagnostics }) => {
      const finding = diagnostics.find((diagnostic) => ruleOf(diagnostic) === 'byte-order-mark');
      if (!finding || !isDefinition(document) || !hasMark(document)) return [];
      const action = new CodeAction(l10n.t('Save without the byte order mark'), CodeActionKind.QuickFix);
      action.command = {
        command: 'targetgroup.removeByteOrderMark',
        title: action.title,
        arguments: [document.uri],
      };
      action.diagnostics = [finding];
      action.isPreferred = true;
      return [action];
    },
  };
  const metadata = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return languages.registerCodeActionsProvider(definitionSelector, provider, metadata);
}
