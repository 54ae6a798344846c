import { l10n, window } from 'vscode';
import {
  type BasicCredential,
  type CallFailure,
  checkName,
  createBasicAuthentication,
  describeOutcome,
  describeUnusableCredential,
  passwordDigest,
  type TokenCache,
  unusableClient,
} from '../../../../../server/src/api/index';
import type { Environment, SignIn } from '../../infrastructure/environment';
import type { CreateHttp } from '../../infrastructure/http';
import { withCancel } from '../../infrastructure/progress';
import { type Credentials, placeOf, type StoredCredential } from '../../infrastructure/secrets';
import { toPlainText } from '../../infrastructure/texts';

export interface SignInPorts {
  readonly credentials: Credentials;
  readonly tokens: TokenCache;
  readonly http: CreateHttp;
}

/** What the built-in sandbox is signed in with: it takes anything but a few names that it keeps for trying out. */
const sandboxCredential: StoredCredential = {
  kind: 'basic',
  user: 'sandbox',
  passwordDigest: passwordDigest('sandbox'),
};

/** The stored sign-in of an environment, without asking the user; an API client is given a token for it. */
export async function storedSignIn(environment: Environment, ports: SignInPorts): Promise<SignIn> {
  const { authentication } = environment;
  const credential = environment.isBuiltIn
    ? sandboxCredential
    : await ports.credentials.read(placeOf(environment), authentication);
  return credential ? toSignIn(environment, credential, ports) : { kind: 'none' };
}

/**
 * Asks for what the environment is signed in with, tries it out with a call that only reads, and stores it for the
 * environment's origin; `false` when the user dismissed it or it was refused, which the user was told.
 */
export async function signIn(environment: Environment, ports: SignInPorts): Promise<boolean> {
  const credential = await (environment.authentication === 'basic'
    ? askForPassword(environment)
    : askForClient(environment));
  // A token that the API has taken back would be tried out again.
  ports.tokens.forget(environment.endpoint.origin);
  if (!credential || !(await isVerified(environment, credential, ports))) return false;
  await ports.credentials.write(placeOf(environment), credential);
  return true;
}

async function toSignIn(
  { endpoint }: Environment,
  credential: StoredCredential,
  { tokens, http }: SignInPorts,
  signal?: AbortSignal,
): Promise<SignIn> {
  if (credential.kind === 'oauth') return tokens.authenticate(endpoint, credential, http(signal));
  const parsed = createBasicAuthentication(credential);
  return parsed.kind === 'ok' ? parsed : { kind: 'none' };
}

/** A refusal is final; of a host that gives no answer the user decides. */
async function isVerified(
  environment: Environment,
  credential: StoredCredential,
  ports: SignInPorts,
): Promise<boolean> {
  const { host } = environment.endpoint;
  const failure = await withCancel(l10n.t('Trying the sign-in at {0}', host), (signal) =>
    tryOut(environment, credential, ports, signal),
  );
  if (!failure) return true;
  if (failure.kind === 'cancelled') return false;
  const message = toPlainText(describeOutcome(failure, host, l10n.t), 300);
  if (failure.kind === 'unauthorized') {
    await window.showErrorMessage(l10n.t('The sign-in is not kept. {0}', message), { modal: true });
    return false;
  }
  const keep = l10n.t('Keep It Untried');
  const detail = l10n.t('It can be kept without being tried; the next submit shows whether it is right.');
  return (await window.showWarningMessage(message, { modal: true, detail }, keep)) === keep;
}

/** Asks for a name, which needs the rights of a submit and changes nothing. */
async function tryOut(
  environment: Environment,
  credential: StoredCredential,
  ports: SignInPorts,
  signal: AbortSignal,
): Promise<CallFailure | undefined> {
  const signedIn = await toSignIn(environment, credential, ports, signal);
  if (signedIn.kind === 'failed') return signedIn.failure;
  if (signedIn.kind === 'none') return { kind: 'unauthorized', reason: 'no-credentials' };
  const access = { endpoint: environment.endpoint, authentication: signedIn.authentication };
  const check = await checkName(access, 'targetgroup', ports.http(signal));
  return check.kind === 'failed' ? check.failure : undefined;
}

async function askForPassword({ name, endpoint }: Environment): Promise<StoredCredential | undefined> {
  const title = l10n.t('Sign in to {0}', toPlainText(name));
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
  return password === undefined ? undefined : { kind: 'basic', user, passwordDigest: passwordDigest(password) };
}

async function askForClient({ name, endpoint }: Environment): Promise<StoredCredential | undefined> {
  const title = l10n.t('Sign in to {0}', toPlainText(name));
  const key = await window.showInputBox({
    title,
    prompt: l10n.t('Key of the API client at {0}', endpoint.host),
    ignoreFocusOut: true,
    validateInput: (text) => whyUnusableClient(text, '-'),
  });
  if (key === undefined) return undefined;
  const secret = await window.showInputBox({
    title,
    prompt: l10n.t('Secret of the client at {0}. It is kept in the secret storage.', endpoint.host),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => whyUnusableClient(key, text),
  });
  return secret === undefined ? undefined : { kind: 'oauth', key, secret };
}

function whyUnusable(credential: BasicCredential): string | undefined {
  const parsed = createBasicAuthentication(credential);
  return parsed.kind === 'invalid' ? describeUnusableCredential(parsed.reason, l10n.t) : undefined;
}

function whyUnusableClient(key: string, secret: string): string | undefined {
  const reason = unusableClient({ key, secret });
  return reason && describeUnusableCredential(reason, l10n.t);
}
