import { l10n, window } from 'vscode';
import {
  type Authentication,
  type BasicCredential,
  createBasicAuthentication,
  describeUnusableCredential,
  passwordDigest,
} from '../../../../../server/src/api/index';
import type { Environment } from '../../infrastructure/environment';
import type { Credentials, StoredCredential } from '../../infrastructure/secrets';

/** What the built-in sandbox is signed in with: it takes anything but a few names that it keeps for trying out. */
const sandboxCredential: BasicCredential = { user: 'sandbox', password: 'sandbox' };

/** The stored sign-in of an environment, without asking; `undefined` when there is none that can be used. */
export async function storedAuthentication(
  environment: Environment,
  credentials: Credentials,
): Promise<Authentication | undefined> {
  const credential = environment.isBuiltIn ? sandboxCredential : await credentials.read(environment.endpoint.origin);
  return credential && toAuthentication(credential);
}

/** Asks for user and password and stores them for the environment's origin; `false` when the user dismissed it. */
export async function signIn(environment: Environment, credentials: Credentials): Promise<boolean> {
  const credential = await askForCredential(environment);
  if (!credential) return false;
  await credentials.write(environment.endpoint.origin, credential);
  return true;
}

async function askForCredential({ name, endpoint }: Environment): Promise<StoredCredential | undefined> {
  const title = l10n.t('Sign in to {0}', name);
  const user = await window.showInputBox({
    title,
    prompt: l10n.t('User (till id or code) at {0}', endpoint.host),
    ignoreFocusOut: true,
    validateInput: (text) => whyUnusable({ user: text, password: '-' }),
  });
  if (user === undefined) return undefined;
  const password = await window.showInputBox({
    title,
    prompt: l10n.t(
      'Password of {0} at {1}. Only its MD5, which is what the API takes, is kept, in the secret storage.',
      user,
      endpoint.host,
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => whyUnusable({ user, password: text }),
  });
  return password === undefined ? undefined : { user, passwordDigest: passwordDigest(password) };
}

function toAuthentication(credential: BasicCredential): Authentication | undefined {
  const parsed = createBasicAuthentication(credential);
  return parsed.kind === 'ok' ? parsed.authentication : undefined;
}

function whyUnusable(credential: BasicCredential): string | undefined {
  const parsed = createBasicAuthentication(credential);
  return parsed.kind === 'invalid' ? describeUnusableCredential(parsed.reason, l10n.t) : undefined;
}
