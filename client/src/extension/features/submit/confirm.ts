import { l10n, window } from 'vscode';
import { toPlainText } from '../../infrastructure/texts';
import type { LoweredRule } from './lowered-rules';
import { describeCard, type SubmitCard } from './submit-card';

/** Asks in a modal dialog; production asks for the group's exact name too. `true` only when everything was agreed to. */
export async function confirmInDialog(card: SubmitCard): Promise<boolean> {
  const { question, detail } = describeCard(card, l10n.t);
  const create = l10n.t('Create');
  if ((await window.showWarningMessage(question, { modal: true, detail }, create)) !== create) return false;
  return card.kind === 'production' ? isNameTyped(card) : true;
}

/**
 * Asks which of the lowered rules are meant to be sent with their errors; none is chosen beforehand.
 * @returns their codes; `undefined` when it was dismissed.
 */
export async function nameLoweredRules(rules: readonly LoweredRule[]): Promise<ReadonlySet<string> | undefined> {
  const items = rules.map(({ code, count, line, message }) => ({
    label: code,
    description: l10n.t('errors {0}', count),
    detail: l10n.t('Line {0}: {1}', line, toPlainText(message, 200)),
    code,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Errors of Rules That Were Lowered'),
    placeHolder: l10n.t('Choose every rule whose errors are to be sent all the same'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen && new Set(chosen.map(({ code }) => code));
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
