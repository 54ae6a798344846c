import { l10n, type TextDocument, window } from 'vscode';
import { toPlainText } from '../../infrastructure/texts';
import type { FindExpressions } from './find-expressions';
import { sideTextOf } from './side-text';

/**
 * The target whose expression is meant: the one that the cursor is in, the only one, or the one that the author picks.
 * @returns its zero-based position; undefined, after a message, where there is none, and when the question was dismissed.
 */
export async function chooseTarget(definition: TextDocument, find: FindExpressions): Promise<number | undefined> {
  const found = await find(definition);
  const editor = window.activeTextEditor;
  const cursor = editor?.document === definition ? editor.selection.active : undefined;
  const near = cursor && found.find(({ around }) => around.contains(cursor));
  const [first] = found;
  if (!first) {
    void window.showInformationMessage(l10n.t('No target of this definition has an expressionJson that is a text.'));
    return undefined;
  }
  if (near || found.length === 1) return (near ?? first).target;
  const text = definition.getText();
  const picked = await window.showQuickPick(
    found.map(({ target, start, end }) => ({
      label: l10n.t('Target {0}', target + 1),
      description: toPlainText(sideTextOf(text.slice(start, end)), 80),
      target,
    })),
    { title: l10n.t('Edit the Expression'), placeHolder: l10n.t('Whose expression?') },
  );
  return picked?.target;
}
