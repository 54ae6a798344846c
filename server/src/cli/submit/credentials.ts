import { createBasicAuthentication, describeUnusableCredential, type Authentication } from '../../api/index';

export type Credentials =
  | { readonly kind: 'ok'; readonly authentication: Authentication }
  /** None that can be used; `note` says what is missing or wrong with them. */
  | { readonly kind: 'none'; readonly note: string }
  | { readonly kind: 'wrong-use'; readonly problem: string };

/** The credentials of the environment, and of nothing else. An empty variable counts as not set. */
export function readCredentials(env: Readonly<Record<string, string | undefined>>): Credentials {
  const user = env['TARGETGROUP_USERNAME'] ?? '';
  const password = env['TARGETGROUP_PASSWORD'] ?? '';
  const hasBasic = user !== '' && password !== '';
  const hasClient = Boolean(env['TARGETGROUP_KEY']) && Boolean(env['TARGETGROUP_SECRET']);
  if (hasClient) return { kind: 'wrong-use', problem: hasBasic ? bothPairs : onlyBasic };
  if (!hasBasic) return { kind: 'none', note: missing(user, password) };
  const parsed = createBasicAuthentication({ user, password });
  return parsed.kind === 'ok' ? parsed : { kind: 'none', note: describeUnusableCredential(parsed.reason) };
}

const bothPairs =
  'both TARGETGROUP_USERNAME with TARGETGROUP_PASSWORD and TARGETGROUP_KEY with TARGETGROUP_SECRET are set; set one pair.';
const onlyBasic =
  'TARGETGROUP_KEY and TARGETGROUP_SECRET are set; this version supports Basic authentication only: set TARGETGROUP_USERNAME and TARGETGROUP_PASSWORD.';

function missing(user: string, password: string): string {
  const names = [user === '' && 'TARGETGROUP_USERNAME', password === '' && 'TARGETGROUP_PASSWORD'].filter(Boolean);
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} not set.`;
}
