import {
  type Event,
  EventEmitter,
  l10n,
  type StatusBarItem,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { activeDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { EnvironmentChoice } from '../../infrastructure/environment-choice';
import { kindIcons } from './environment-texts';
import { kindName } from './pick-environment';
import { toPlainText } from '../../infrastructure/texts';

interface EnvironmentStatus extends Disposes {
  /** Draws it anew. */
  readonly update: () => void;
  /** The choice may be another one. */
  readonly onDidUpdate: Event<void>;
}

/** The environment in the status bar, while a definition is in front. */
export function createEnvironmentStatus(choice: () => EnvironmentChoice): EnvironmentStatus {
  const updated = new EventEmitter<void>();
  const item = window.createStatusBarItem('targetgroup.environment', StatusBarAlignment.Left, 0);
  item.name = l10n.t('Target Group Environment');
  item.command = 'targetgroup.selectEnvironment';
  const show = (): void => {
    draw(item, choice());
    if (activeDefinition()) item.show();
    else item.hide();
  };
  const listening = [
    window.onDidChangeActiveTextEditor(show),
    // A document whose language is changed is opened anew.
    workspace.onDidOpenTextDocument(show),
  ];
  show();
  return {
    update: () => {
      show();
      updated.fire();
    },
    onDidUpdate: updated.event,
    dispose: () => {
      for (const disposable of [...listening, item, updated]) disposable.dispose();
    },
  };
}

function draw(item: StatusBarItem, choice: EnvironmentChoice): void {
  const environment = choice.kind === 'active' ? choice.environment : undefined;
  item.backgroundColor =
    environment?.kind === 'production' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
  const { text, tooltip } = describe(choice);
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: tooltip, role: 'button' };
}

function describe(choice: EnvironmentChoice): { text: string; tooltip: string } {
  switch (choice.kind) {
    case 'none':
      return {
        text: `$(circle-slash) ${l10n.t('No environment')}`,
        tooltip: l10n.t('No Target Group environment is chosen: submit asks for one. Choose…'),
      };
    case 'inactive':
      return {
        text: `$(circle-slash) ${toPlainText(choice.name, 40)}`,
        tooltip: choice.environment
          ? l10n.t('{0} is production: not active until you pick it in this window. Choose…', choice.environment.name)
          : l10n.t('No environment "{0}" is defined in your settings. Choose…', toPlainText(choice.name, 40)),
      };
    case 'active': {
      const { name, kind, endpoint } = choice.environment;
      return {
        text: `${kindIcons[kind]} ${toPlainText(name, 40)}${kind === 'production' ? ` (${kindName(kind)})` : ''}`,
        tooltip: l10n.t(
          'Target Group environment {0} ({1}, {2}). Choose…',
          toPlainText(name, 40),
          kindName(kind),
          endpoint.host,
        ),
      };
    }
  }
}
