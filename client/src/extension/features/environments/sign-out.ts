import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Environment } from '../../infrastructure/environment';
import { toPlainText } from '../../infrastructure/texts';
import type { SignInPorts } from './sign-in';

interface OriginItem extends QuickPickItem {
  readonly origins: readonly string[];
}

/** Lets the user choose whose sign-in is forgotten: of one origin, or everything, also what no setting names any more. */
export async function signOut(defined: readonly Environment[], ports: Omit<SignInPorts, 'http'>): Promise<void> {
  const origins = await ports.credentials.origins();
  if (origins.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing is stored: no environment is signed in.'));
    return;
  }
  const items: OriginItem[] = [
    ...origins.map((origin) => ({ label: namesOf(origin, defined), description: origin, origins: [origin] })),
    { label: '', kind: QuickPickItemKind.Separator, origins: [] },
    { label: `$(trash) ${l10n.t('Forget all sign-ins')}`, origins },
  ];
  const title = l10n.t('Sign out of which environment?');
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  if (!chosen) return;
  for (const origin of chosen.origins) {
    ports.tokens.forget(origin);
    await ports.credentials.forget(origin);
  }
  void window.showInformationMessage(
    l10n.t('Signed out: nothing is stored for {0} any more.', chosen.origins.join(', ')),
  );
}

function namesOf(origin: string, defined: readonly Environment[]): string {
  const names = defined.filter(({ endpoint }) => endpoint.origin === origin).map(({ name }) => toPlainText(name, 40));
  return names.length > 0 ? names.join(', ') : l10n.t('(in no setting)');
}
