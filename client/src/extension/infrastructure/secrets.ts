/** The part of VS Code's SecretStorage that is used. */
export interface SecretStore {
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
}

/** What is kept of a sign-in: never the password. The digest is as good as it, so it is a secret too (FACTS e). */
export interface StoredCredential {
  readonly user: string;
  /** MD5 of the password in lower-case hex. */
  readonly passwordDigest: string;
}

/** Credentials by origin (`https://host:port`). What is stored repeats its origin: moved to another key it is nothing. */
export interface Credentials {
  /** `undefined` when nothing usable is stored for exactly this origin. */
  read(origin: string): Promise<StoredCredential | undefined>;
  write(origin: string, credential: StoredCredential): Promise<void>;
  forget(origin: string): Promise<void>;
}

/** None of the parts holds one: a user name with a control character is refused before it gets here. */
const lineEnd = '\n';

export function createCredentials(secrets: SecretStore): Credentials {
  return {
    async read(origin) {
      return readCredential(origin, await secrets.get(keyOf(origin)));
    },
    async write(origin, { user, passwordDigest }) {
      await secrets.store(keyOf(origin), [origin, user, passwordDigest].join(lineEnd));
    },
    async forget(origin) {
      await secrets.delete(keyOf(origin));
    },
  };
}

function keyOf(origin: string): string {
  return `targetgroup.credential ${origin}`;
}

function readCredential(origin: string, stored = ''): StoredCredential | undefined {
  const [boundTo, user, passwordDigest] = stored.split(lineEnd);
  if (boundTo !== origin || user === undefined || passwordDigest === undefined) return undefined;
  return { user, passwordDigest };
}
