import { type Authentication, createTokenAuthentication } from './authentication';
import type { FailedCall } from './call';
import { sha256Hex, utf8 } from './digest';
import type { Endpoint } from './endpoint';
import type { HttpPorts } from './exchange';
import { type ApiClient, requestToken, type TokenResult } from './token';

/** Tokens of API clients, in memory only. */
export interface TokenCache {
  /** A token that is good for half a minute at least, or one that was issued for this call. Never throws. */
  authenticate(endpoint: Endpoint, client: ApiClient, ports: HttpPorts): Promise<TokenAuthentication>;
  /** Forgets the tokens of an origin: after a sign-out, or when what they were issued for has changed. */
  forget(origin: string): void;
}

export type TokenAuthentication = { readonly kind: 'ok'; readonly authentication: Authentication } | FailedCall;

/** A token is renewed so long before it ends. */
const marginMilliseconds = 30_000;

interface Kept {
  readonly authentication: Authentication;
  readonly goodUntil: number;
}

/** `now`: milliseconds of any clock that only goes forward. */
export function createTokenCache(now: () => number): TokenCache {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<TokenResult>>();

  /** One call at a time for one client; those who come meanwhile share its answer. */
  function issue(id: string, endpoint: Endpoint, client: ApiClient, ports: HttpPorts): Promise<TokenResult> {
    const call = requestToken(endpoint, client, ports).finally(() => underWay.delete(id));
    underWay.set(id, call);
    return call;
  }

  return {
    async authenticate(endpoint, client, ports) {
      const id = idOf(endpoint.origin, client);
      const known = kept.get(id);
      if (known && now() < known.goodUntil) return { kind: 'ok', authentication: known.authentication };
      const shared = underWay.get(id);
      let result = await (shared ?? issue(id, endpoint, client, ports));
      // The one who made the call gave up; this caller did not.
      if (shared && isCancelled(result) && ports.signal?.aborted !== true) {
        result = await issue(id, endpoint, client, ports);
      }
      if (result.kind === 'failed') return result;
      const authentication = createTokenAuthentication(client.key, result.token, client.secret);
      const goodUntil = now() + result.secondsToLive * 1000 - marginMilliseconds;
      if (goodUntil > now()) kept.set(id, { authentication, goodUntil });
      return { kind: 'ok', authentication };
    },
    forget(origin) {
      for (const id of [...kept.keys()].filter((key) => key.startsWith(`${origin} `))) kept.delete(id);
    },
  };
}

/** A changed secret is another client; it does not stand in the key as it is. */
function idOf(origin: string, { key, secret }: ApiClient): string {
  return `${origin} ${key} ${sha256Hex(utf8(secret))}`;
}

const isCancelled = (result: TokenResult): boolean => result.kind === 'failed' && result.failure.kind === 'cancelled';
