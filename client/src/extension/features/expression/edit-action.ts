import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  languages,
  type Range,
  type TextDocument,
} from 'vscode';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import { definitionSelector } from '../../infrastructure/selector';
import type { FindExpressions } from './find-expressions';

/** "Edit the expression beside", where the cursor is in one. */
export function registerEditAction(find: FindExpressions): Disposes {
  const provider: CodeActionProvider = {
    async provideCodeActions(document: TextDocument, range: Range) {
      if (!isDefinition(document) || !linesOf(document, range).includes('"expressionJson"')) return [];
      const found = (await find(document)).find(({ start, end }) => {
        const first = document.positionAt(start);
        return range.end.line >= first.line && range.start.isBefore(document.positionAt(end));
      });
      if (!found) return [];
      const action = new CodeAction(l10n.t('Edit the expression beside'), CodeActionKind.RefactorRewrite);
      action.command = {
        command: 'targetgroup.editExpression',
        title: action.title,
        arguments: [document.uri, found.target],
      };
      return [action];
    },
  };
  const metadata = { providedCodeActionKinds: [CodeActionKind.RefactorRewrite] };
  return languages.registerCodeActionsProvider(definitionSelector, provider, metadata);
}

/** A JSON string has no line break, so that its key is on a line of the selection, or the one before. */
function linesOf(document: TextDocument, { start, end }: Range): string {
  const first = document.lineAt(Math.max(0, start.line - 1)).range.start;
  return document.getText(document.lineAt(end.line).range.with(first));
}
