import { base64, md5Hex } from './digest';

export type UnusableCredential =
  | 'user-empty'
  | 'user-control-character'
  | 'user-not-latin-1'
  | 'user-colon'
  | 'password-empty'
  | 'password-control-character'
  | 'digest-malformed'
  | 'key-unusable'
  | 'secret-unusable';

export type ParsedAuthentication =
  | { readonly kind: 'ok'; readonly authentication: Authentication }
  | { readonly kind: 'invalid'; readonly reason: UnusableCredential };

/**
 * What proves to the API who is asking. Its secrets are private members: printing, inspecting or serialising the value
 * shows the user alone.
 */
export class Authentication {
  readonly #headers: Readonly<Record<string, string>>;
  readonly #secrets: readonly string[];

  /** For the factories of this folder; `secrets` are the texts that nothing may show. */
  constructor(
    readonly user: string,
    headers: Readonly<Record<string, string>>,
    secrets: readonly string[],
  ) {
    this.#headers = headers;
    this.#secrets = secrets;
  }

  /** The headers to add to a request: for the call of `fetch`, never for a log. */
  headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  /** What a server could echo and a log must mask. */
  secrets(): readonly string[] {
    return this.#secrets;
  }
}

export type BasicCredential =
  { readonly user: string; readonly password: string } | { readonly user: string; readonly passwordDigest: string };

/**
 * Basic authentication as the API wants it: base64 of `user:md5(password)`, the digest in lower-case hex (FACTS e).
 * Takes the password, or its digest where only that is kept: the editor stores the digest and never the password.
 * The digest is as good as the password for whoever has it, so it is a secret too. The user is a till's id or code; what
 * no header can carry is refused as a value, which never holds the credential.
 */
export function createBasicAuthentication(credential: BasicCredential): ParsedAuthentication {
  const reason = unusableUser(credential.user) ?? unusablePassword(credential);
  if (reason) return { kind: 'invalid', reason };
  const digest = 'password' in credential ? md5Hex(credential.password) : credential.passwordDigest;
  const token = base64(`${credential.user}:${digest}`);
  return {
    kind: 'ok',
    authentication: new Authentication(credential.user, { Authorization: `Basic ${token}` }, [digest, token]),
  };
}

/** The token of an API client (FACTS e): its own header, and no `Authorization`. `key` is who asks. */
export function createTokenAuthentication(key: string, token: string, secret: string): Authentication {
  return new Authentication(key, { 'X-CAP-API-OAUTH-TOKEN': token }, [token, secret]);
}

/** The digest to keep instead of a password: its MD5 in lower-case hex (FACTS e). As secret as the password itself. */
export function passwordDigest(password: string): string {
  return md5Hex(password);
}

function unusableUser(user: string): UnusableCredential | undefined {
  if (user === '') return 'user-empty';
  if (hasControlCharacter(user)) return 'user-control-character';
  if (/[^\u0000-\u00ff]/.test(user)) return 'user-not-latin-1';
  return user.includes(':') ? 'user-colon' : undefined;
}

function unusablePassword(credential: BasicCredential): UnusableCredential | undefined {
  if ('passwordDigest' in credential) {
    return /^[0-9a-f]{32}$/.test(credential.passwordDigest) ? undefined : 'digest-malformed';
  }
  if (credential.password === '') return 'password-empty';
  return hasControlCharacter(credential.password) ? 'password-control-character' : undefined;
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
