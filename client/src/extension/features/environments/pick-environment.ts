import { commands, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Environment, EnvironmentFault, EnvironmentKind } from '../../infrastructure/environment';
import { toPlainText } from '../../infrastructure/texts';
import { describeFault, kindIcons } from './environment-texts';

interface EnvironmentItem extends QuickPickItem {
  readonly environment?: Environment;
  /** Run instead of a pick; without one the settings are opened. */
  readonly command?: string;
}

/** Lets the user pick one of the environments, with the entries of the settings that are none below them; `undefined` when dismissed or when something else was chosen. */
export async function pickEnvironment(
  environments: readonly Environment[],
  title: string,
  faults: readonly EnvironmentFault[] = [],
): Promise<Environment | undefined> {
  const items: EnvironmentItem[] = [
    ...environments.map(toItem),
    { label: '', kind: QuickPickItemKind.Separator },
    ...faults.map((fault) => ({ label: `$(error) ${toPlainText(fault.name)}`, detail: describeFault(fault) })),
    { label: `$(add) ${l10n.t('Add an environment…')}`, command: 'targetgroup.addEnvironment' },
    { label: `$(gear) ${l10n.t('Open the settings of environments')}` },
  ];
  const item = await window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  if (item?.command) await commands.executeCommand(item.command);
  else if (item && !item.environment) {
    await commands.executeCommand('workbench.action.openSettings', 'targetgroup.environments');
  }
  return item?.environment;
}

function toItem(environment: Environment): EnvironmentItem {
  const { name, kind, endpoint } = environment;
  return { label: `${kindIcons[kind]} ${name}`, description: `${kindName(kind)} · ${endpoint.host}`, environment };
}

export function kindName(kind: EnvironmentKind): string {
  switch (kind) {
    case 'sandbox':
      return l10n.t('sandbox');
    case 'test':
      return l10n.t('test');
    case 'production':
      return l10n.t('PRODUCTION');
  }
}
