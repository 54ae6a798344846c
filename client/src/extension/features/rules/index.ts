import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import { registerRuleActions } from './rule-actions';
import { type RuleEntry, rulesOf } from './rule-page';

/** The command that shows the page of a rule, the one that is given or that the user picks, and the action that runs it. */
export function activateRules(context: ExtensionContext, register: RegisterCommand): Disposes[] {
  // The extension's own copy, which every host can read.
  const page = Uri.joinPath(context.extensionUri, 'server/RULES.md');
  const command = register('targetgroup.showRule', async (given) => {
    const rules = rulesOf(new TextDecoder().decode(await workspace.fs.readFile(page)));
    const rule = rules.find(({ code }) => code === given) ?? (await pickRule(rules));
    if (rule) await commands.executeCommand('markdown.showPreview', page.with({ fragment: rule.code }));
  });
  return [command, registerRuleActions()];
}

async function pickRule(rules: readonly RuleEntry[]): Promise<RuleEntry | undefined> {
  const items = rules.map((rule) => ({ label: rule.code, description: rule.title, rule }));
  const options = { title: l10n.t('Show a Rule'), placeHolder: l10n.t('Which rule?'), matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.rule;
}
