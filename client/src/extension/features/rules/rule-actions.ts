import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  l10n,
  languages,
  type TextDocument,
} from 'vscode';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import { definitionSelector } from '../../infrastructure/selector';
import { ruleOf } from '../../rule-links';

/**
 * "Show the rule" in the menu of each finding: the link on its code does the same, but can only be clicked in the
 * Problems view.
 */
export function registerRuleActions(): Disposes {
  const provider: CodeActionProvider = {
    provideCodeActions: (document: TextDocument, _range, { diagnostics }) =>
      isDefinition(document) ? showActions(diagnostics) : [],
  };
  const metadata = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return languages.registerCodeActionsProvider(definitionSelector, provider, metadata);
}

/** One for each rule, however many of its findings there are. */
function showActions(diagnostics: readonly Diagnostic[]): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const diagnostic of diagnostics) {
    // What has no link has no page: it is told by this extension, not by a rule.
    const rule = typeof diagnostic.code === 'object' ? ruleOf(diagnostic) : undefined;
    if (rule === undefined || actions.has(rule)) continue;
    const action = new CodeAction(l10n.t('Show the rule {0}', rule), CodeActionKind.QuickFix);
    action.command = { command: 'targetgroup.showRule', title: action.title, arguments: [rule] };
    action.diagnostics = [diagnostic];
    actions.set(rule, action);
  }
  return [...actions.values()];
}
