import {
  type Authentication,
  type CallFailure,
  type Endpoint,
  parseEndpoint,
  type UnusableAddress,
} from '../../../../server/src/api/index';

export const environmentKinds = ['sandbox', 'test', 'production'] as const;
export type EnvironmentKind = (typeof environmentKinds)[number];

export const authenticationKinds = ['basic', 'oauth'] as const;
/** How one signs in: till and password, or key and secret of an API client (FACTS e). */
export type AuthenticationKind = (typeof authenticationKinds)[number];

/** A named place that definitions can be sent to. Only the user's own settings define one, never a workspace. */
export interface Environment {
  readonly name: string;
  readonly kind: EnvironmentKind;
  readonly endpoint: Endpoint;
  readonly authentication: AuthenticationKind;
  /** The sandbox at its default address: signed in without asking. */
  readonly isBuiltIn: boolean;
}

/** What an environment is called with, or why not. */
export type SignIn =
  | { readonly kind: 'ok'; readonly authentication: Authentication }
  /** Nothing is stored, and nobody was asked or the question was dismissed. */
  | { readonly kind: 'none' }
  /** The call for a token failed. */
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** An entry of the setting that cannot be used. `position` is zero-based; `name` is what it has as a name, or ''. */
export interface EnvironmentFault {
  readonly position: number;
  readonly name: string;
  readonly reason: 'no-list' | 'no-object' | 'name' | 'name-taken' | 'kind' | 'authentication' | UnusableAddress;
}

export interface ReadEnvironments {
  /** The built-in sandbox first, then the usable entries in the order of the setting. */
  readonly environments: readonly Environment[];
  readonly faults: readonly EnvironmentFault[];
}

export const sandboxOrigin = 'http://127.0.0.1:8765';

export const sandboxEnvironment: Environment = {
  name: 'Sandbox',
  kind: 'sandbox',
  endpoint: { origin: sandboxOrigin, host: '127.0.0.1:8765', isLoopback: true },
  authentication: 'basic',
  isBuiltIn: true,
};

/** Reads the value of `targetgroup.environments` as found; whatever cannot be used becomes a fault. Never throws. */
export function readEnvironments(value: unknown): ReadEnvironments {
  const environments = [sandboxEnvironment];
  const faults: EnvironmentFault[] = [];
  if (value === undefined || value === null) return { environments, faults };
  if (!Array.isArray(value)) return { environments, faults: [{ position: 0, name: '', reason: 'no-list' }] };
  for (const [position, entry] of value.entries()) {
    const read = readEnvironment(entry, environments);
    if (typeof read === 'string') faults.push({ position, name: nameOf(entry), reason: read });
    else environments.push(read);
  }
  return { environments, faults };
}

function readEnvironment(entry: unknown, earlier: readonly Environment[]): Environment | EnvironmentFault['reason'] {
  if (!isRecord(entry)) return 'no-object';
  const { kind, host, authentication = 'basic' } = entry;
  const name = nameOf(entry);
  if (name === '' || name !== name.trim() || /[\p{Cc}\p{Cs}]/u.test(name)) return 'name';
  if (environmentNamed(name, earlier)) return 'name-taken';
  if (!isEnvironmentKind(kind)) return 'kind';
  if (!isAuthenticationKind(authentication)) return 'authentication';
  const address = parseEndpoint(typeof host === 'string' ? host : '');
  if (address.kind === 'invalid') return address.reason;
  return { name, kind, endpoint: address.endpoint, authentication, isBuiltIn: false };
}

/** The environment of that name, ignoring case. */
export function environmentNamed(name: string, environments: readonly Environment[]): Environment | undefined {
  return environments.find((environment) => environment.name.toLowerCase() === name.toLowerCase());
}

/** Whether both mean the same place in the same way: name, kind, origin and way of signing in. */
export function isSameEnvironment(one: Environment, other: Environment): boolean {
  const isSamePlace = one.kind === other.kind && one.endpoint.origin === other.endpoint.origin;
  return isSamePlace && one.name === other.name && one.authentication === other.authentication;
}

function isAuthenticationKind(kind: unknown): kind is AuthenticationKind {
  return authenticationKinds.some((known) => known === kind);
}

function isEnvironmentKind(kind: unknown): kind is EnvironmentKind {
  return environmentKinds.some((known) => known === kind);
}

function nameOf(entry: unknown): string {
  return isRecord(entry) && typeof entry['name'] === 'string' ? entry['name'] : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
