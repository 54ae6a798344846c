import { l10n, window } from 'vscode';
import { toPlainText } from '../../infrastructure/texts';
import { describeCard, type SubmitCard } from './submit-card';

/** Asks in a modal dialog; production asks for the group's exact name too. `true` only when everything was agreed to. */
export async function confirmInDialog(card: SubmitCard): Promise<boolean> {
  const { question, detail } = describeCard(card, l10n.t);
  const create = l10n.t('Create');
  if ((await window.showWarningMessage(question, { modal: true, detail }, create)) !== create) return false;
  return card.kind === 'production' ? isNameTyped(card) : true;
}

async function isNameTyped({ environment, summary }: SubmitCard): Promise<boolean> {
  const typed = await window.showInputBox({
    title: l10n.t('{0} is PRODUCTION', toPlainText(environment)),
    prompt: l10n.t('Type the exact name of the target group to create it: {0}', toPlainText(summary.name)),
    ignoreFocusOut: true,
    validateInput: (text) => (text === summary.name ? undefined : l10n.t('This is not the name of the target group.')),
  });
  return typed !== undefined && typed === summary.name;
}
