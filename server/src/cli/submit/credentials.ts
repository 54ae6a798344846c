import {
  createBasicAuthentication,
  createTokenCache,
  describeUnusableCredential,
  unusableClient,
  type ApiClient,
  type Authentication,
  type Endpoint,
  type HttpPorts,
  type TokenAuthentication,
} from '../../api/index';

export type Credentials = UsableCredentials | Missing | { readonly kind: 'wrong-use'; readonly problem: string };

export type UsableCredentials =
  | { readonly kind: 'basic'; readonly authentication: Authentication }
  /** An API client of the organisation, whose calls need a token. */
  | { readonly kind: 'client'; readonly client: ApiClient };

/** None that can be used; `note` says what is missing or wrong with them. */
interface Missing {
  readonly kind: 'none';
  readonly note: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The credentials of the environment, and of nothing else. An empty variable counts as not set. */
export function readCredentials(env: Environment): Credentials {
  const basic = readPair(env, 'TARGETGROUP_USERNAME', 'TARGETGROUP_PASSWORD');
  const client = readPair(env, 'TARGETGROUP_KEY', 'TARGETGROUP_SECRET');
  if (isWhole(basic) && isWhole(client)) return { kind: 'wrong-use', problem: bothPairs };
  if (isWhole(client)) return toClient({ key: client.public, secret: client.secret });
  if (isWhole(basic)) return toBasic(basic.public, basic.secret);
  const isForClient = client.missing.length < 2 && basic.missing.length === 2;
  return { kind: 'none', note: describeMissing(isForClient ? client.missing : basic.missing) };
}

/** How the calls are authenticated; a client's token is asked for first. */
export async function authenticate(
  credentials: UsableCredentials,
  endpoint: Endpoint,
  { now, ...http }: HttpPorts & { readonly now: () => number },
): Promise<TokenAuthentication> {
  if (credentials.kind === 'basic') return { kind: 'ok', authentication: credentials.authentication };
  return createTokenCache(now).authenticate(endpoint, credentials.client, http);
}

const bothPairs =
  'both TARGETGROUP_USERNAME with TARGETGROUP_PASSWORD and TARGETGROUP_KEY with TARGETGROUP_SECRET are set; set one pair.';

interface Pair {
  readonly public: string;
  readonly secret: string;
  /** The names of those that are not set. */
  readonly missing: readonly string[];
}

function readPair(env: Environment, first: string, second: string): Pair {
  const missing = [first, second].filter((name) => (env[name] ?? '') === '');
  return { public: env[first] ?? '', secret: env[second] ?? '', missing };
}

const isWhole = ({ missing }: Pair): boolean => missing.length === 0;

function toClient(client: ApiClient): UsableCredentials | Missing {
  const reason = unusableClient(client);
  return reason === undefined ? { kind: 'client', client } : { kind: 'none', note: describeUnusableCredential(reason) };
}

function toBasic(user: string, password: string): UsableCredentials | Missing {
  const parsed = createBasicAuthentication({ user, password });
  return parsed.kind === 'ok'
    ? { kind: 'basic', authentication: parsed.authentication }
    : { kind: 'none', note: describeUnusableCredential(parsed.reason) };
}

function describeMissing(names: readonly string[]): string {
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} not set.`;
}
