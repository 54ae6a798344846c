import { l10n, type QuickPickItem, window } from 'vscode';
import { describeUnusableAddress, parseEndpoint } from '../../../../../server/src/api/index';
import {
  type AuthenticationKind,
  type Environment,
  type EnvironmentKind,
  environmentKinds,
  environmentNamed,
} from '../../infrastructure/environment';
import { kindIcons } from './environment-texts';
import { kindName } from './pick-environment';

/** An entry of the setting `targetgroup.environments`. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly host: string;
  readonly authentication: AuthenticationKind;
  readonly kind: EnvironmentKind;
}

/** Hosts that the API's documentation names (FACTS f); there are more, so any other can be typed. */
const suggestedHosts = [
  { host: 'https://apac.intouch.capillarytech.com', region: () => l10n.t('Asia (India)') },
  { host: 'https://eu.intouch.capillarytech.com', region: () => l10n.t('Europe') },
  { host: 'https://ushc.intouch.capillarytech.com', region: () => l10n.t('United States') },
  { host: 'https://sea.intouch.capillarytech.com', region: () => l10n.t('South-East Asia') },
  { host: 'https://eu.api.capillarytech.com', region: () => l10n.t('Europe, as in most examples') },
];

/** Asks for name, host, way of signing in and kind, in that order; `undefined` when any of them was dismissed. */
export async function askForEnvironment(defined: readonly Environment[]): Promise<EnvironmentEntry | undefined> {
  const title = l10n.t('Add an Environment');
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('Its name, as you want to see it in the status bar and before each submit'),
    ignoreFocusOut: true,
    validateInput: (text) => whyNoName(text, defined),
  });
  const host = name && (await askForHost(title));
  const authentication = host && (await askForAuthentication(title, host));
  const kind = authentication && (await askForKind(title, host));
  return name && host && authentication && kind ? { name, host, authentication, kind } : undefined;
}

function whyNoName(text: string, defined: readonly Environment[]): string | undefined {
  if (text.trim() === '' || text !== text.trim()) return l10n.t('A name is expected, without blanks around it.');
  return (
    environmentNamed(text, defined) && l10n.t('There is an environment of this name; capitals make no difference.')
  );
}

/** A list of suggestions that takes whatever is typed too. Gives an origin. */
async function askForHost(title: string): Promise<string | undefined> {
  const suggestions: QuickPickItem[] = suggestedHosts.map(({ host, region }) => ({
    label: host,
    description: region(),
  }));
  const list = window.createQuickPick();
  list.title = title;
  list.placeholder = l10n.t('Host of the API: type https://host or choose one');
  list.ignoreFocusOut = true;
  list.items = suggestions;
  list.onDidChangeValue((text) => {
    list.items = text === '' ? suggestions : [...suggestions, toTypedItem(text)];
  });
  try {
    return await new Promise((resolve) => {
      list.onDidAccept(() => {
        const parsed = parseEndpoint(list.selectedItems[0]?.label ?? list.value);
        if (parsed.kind === 'ok') resolve(parsed.endpoint.origin);
      });
      list.onDidHide(() => {
        resolve(undefined);
      });
      list.show();
    });
  } finally {
    list.dispose();
  }
}

function toTypedItem(text: string): QuickPickItem {
  const parsed = parseEndpoint(text);
  const description =
    parsed.kind === 'ok' ? parsed.endpoint.origin : `$(error) ${describeUnusableAddress(parsed.reason, l10n.t)}`;
  return { label: text, description, alwaysShow: true };
}

async function askForAuthentication(title: string, host: string): Promise<AuthenticationKind | undefined> {
  const items: (QuickPickItem & { readonly way: AuthenticationKind })[] = [
    { label: l10n.t('User and password'), description: l10n.t('of a till: Basic authentication'), way: 'basic' },
    { label: l10n.t('Key and secret'), description: l10n.t('of an API client: OAuth'), way: 'oauth' },
  ];
  const placeHolder = l10n.t('How do you sign in at {0}?', host);
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.way;
}

async function askForKind(title: string, host: string): Promise<EnvironmentKind | undefined> {
  const stakes: Readonly<Record<EnvironmentKind, string>> = {
    sandbox: l10n.t('nothing is at stake'),
    test: l10n.t('an organisation for tests'),
    production: l10n.t("real customers: asks for the group's name before each submit"),
  };
  // Not `kind`: that is the kind of row to VS Code.
  const items = environmentKinds.map((stake) => ({
    label: `${kindIcons[stake]} ${kindName(stake)}`,
    description: stakes[stake],
    stake,
  }));
  const placeHolder = l10n.t('What is at stake at {0}?', host);
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.stake;
}
