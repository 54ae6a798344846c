import type { Environment } from './environment';

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

/**
 * Credentials by place: the origin (`https://host:port`) and the environment's name, because one host serves many
 * organisations, which differ by nothing but the credentials (FACTS f). What is stored repeats its place: moved to
 * another key it is nothing.
 */
export interface Credentials {
  /** `undefined` when nothing usable is stored for exactly this place and way of signing in. */
  read(place: string, kind: StoredCredential['kind']): Promise<StoredCredential | undefined>;
  write(place: string, credential: StoredCredential): Promise<void>;
  forget(place: string): Promise<void>;
  /** Every place that something is stored for, whatever the settings say now; without secrets. */
  places(): Promise<readonly string[]>;
}

/** None of the parts holds one: what has a control character is refused before it gets here. */
const lineEnd = '\n';
const indexKey = 'targetgroup.places';

/** Where an environment is signed in. Capitals in its name make no difference, as everywhere. */
export function placeOf({ name, endpoint }: Pick<Environment, 'name' | 'endpoint'>): string {
  return `${endpoint.origin} ${name.toLowerCase()}`;
}

export function createCredentials(secrets: SecretStore): Credentials {
  const places = async (): Promise<readonly string[]> =>
    (await secrets.get(indexKey))?.split(lineEnd).filter((place) => place !== '') ?? [];

  return {
    async read(place, kind) {
      return readCredential(place, kind, await secrets.get(keyOf(place, kind)));
    },
    async write(place, credential) {
      const parts =
        credential.kind === 'basic'
          ? [credential.user, credential.passwordDigest]
          : [credential.key, credential.secret];
      // The index first: what it does not list could not be forgotten with everything else.
      await secrets.store(indexKey, [...new Set([...(await places()), place])].join(lineEnd));
      await secrets.store(keyOf(place, credential.kind), [place, ...parts].join(lineEnd));
    },
    async forget(place) {
      await secrets.delete(keyOf(place, 'basic'));
      await secrets.delete(keyOf(place, 'oauth'));
      await secrets.store(indexKey, (await places()).filter((other) => other !== place).join(lineEnd));
    },
    places,
  };
}

function keyOf(place: string, kind: StoredCredential['kind']): string {
  return kind === 'basic' ? `targetgroup.credential ${place}` : `targetgroup.client ${place}`;
}

function readCredential(place: string, kind: StoredCredential['kind'], stored = ''): StoredCredential | undefined {
  const [boundTo, name, secret] = stored.split(lineEnd);
  if (boundTo !== place || name === undefined || secret === undefined) return undefined;
  return kind === 'basic' ? { kind, user: name, passwordDigest: secret } : { kind, key: name, secret };
}
