import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Environment } from '../../infrastructure/environment';
import { placeOf } from '../../infrastructure/secrets';
import { toPlainText } from '../../infrastructure/texts';
import type { SignInPorts } from './sign-in';

interface PlaceItem extends QuickPickItem {
  readonly places: readonly string[];
}

/** Lets the user choose whose sign-in is forgotten: of one environment, or everything, also what no setting names any more. */
export async function signOut(defined: readonly Environment[], ports: Omit<SignInPorts, 'http'>): Promise<void> {
  const places = await ports.credentials.places();
  if (places.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing is stored: no environment is signed in.'));
    return;
  }
  const items: PlaceItem[] = [
    ...places.map((place) => ({ label: nameOf(place, defined), description: place, places: [place] })),
    { label: '', kind: QuickPickItemKind.Separator, places: [] },
    { label: `$(trash) ${l10n.t('Forget all sign-ins')}`, places },
  ];
  const title = l10n.t('Sign out of which environment?');
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  if (!chosen) return;
  for (const place of chosen.places) {
    ports.tokens.forget(place);
    await ports.credentials.forget(place);
  }
  void window.showInformationMessage(
    l10n.t('Signed out: nothing is stored for {0} any more.', chosen.places.join(', ')),
  );
}

function nameOf(place: string, defined: readonly Environment[]): string {
  const environment = defined.find((one) => placeOf(one) === place);
  return environment ? toPlainText(environment.name, 40) : l10n.t('(in no setting)');
}
