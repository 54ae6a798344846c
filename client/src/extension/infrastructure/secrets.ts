/** The part of VS Code's SecretStorage that is used. */
export interface SecretStore {
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
}

/** What is kept of a sign-in. Of a password never itself; its digest is as good as it, so it is a secret too (FACTS e). */
export type StoredCredential =
  | {
      readonly kind: 'basic';
      readonly user: string;
      /** MD5 of the password in lower-case hex. */
      readonly passwordDigest: string;
    }
  | { readonly kind: 'oauth'; readonly key: string; readonly secret: string };

/** Credentials by origin (`https://host:port`). What is stored repeats its origin: moved to another key it is nothing. */
export interface Credentials {
  /** `undefined` when nothing usable is stored for exactly this origin and way of signing in. */
  read(origin: string, kind: StoredCredential['kind']): Promise<StoredCredential | undefined>;
  write(origin: string, credential: StoredCredential): Promise<void>;
  forget(origin: string): Promise<void>;
  /** Every origin that something is stored for, whatever the settings say now; without secrets. */
  origins(): Promise<readonly string[]>;
}

/** None of the parts holds one: what has a control character is refused before it gets here. */
const lineEnd = '\n';
const indexKey = 'targetgroup.origins';

export function createCredentials(secrets: SecretStore): Credentials {
  const origins = async (): Promise<readonly string[]> =>
    (await secrets.get(indexKey))?.split(lineEnd).filter((origin) => origin !== '') ?? [];

  return {
    async read(origin, kind) {
      return readCredential(origin, kind, await secrets.get(keyOf(origin, kind)));
    },
    async write(origin, credential) {
      const parts =
        credential.kind === 'basic'
          ? [credential.user, credential.passwordDigest]
          : [credential.key, credential.secret];
      // The index first: what it does not list could not be forgotten with everything else.
      await secrets.store(indexKey, [...new Set([...(await origins()), origin])].join(lineEnd));
      await secrets.store(keyOf(origin, credential.kind), [origin, ...parts].join(lineEnd));
    },
    async forget(origin) {
      await secrets.delete(keyOf(origin, 'basic'));
      await secrets.delete(keyOf(origin, 'oauth'));
      await secrets.store(indexKey, (await origins()).filter((other) => other !== origin).join(lineEnd));
    },
    origins,
  };
}

function keyOf(origin: string, kind: StoredCredential['kind']): string {
  return kind === 'basic' ? `targetgroup.credential ${origin}` : `targetgroup.client ${origin}`;
}

function readCredential(origin: string, kind: StoredCredential['kind'], stored = ''): StoredCredential | undefined {
  const [boundTo, name, secret] = stored.split(lineEnd);
  if (boundTo !== origin || name === undefined || secret === undefined) return undefined;
  return kind === 'basic' ? { kind, user: name, passwordDigest: secret } : { kind, key: name, secret };
}
