import { randomBytes } from 'node:crypto';

export interface Tokens {
  /** A new token for the holder of the key, and for how many seconds it is good (FACTS e). */
  readonly issue: (key: string, now: Date) => { readonly accessToken: string; readonly ttlSeconds: number };
  /** The key that the token was issued for; undefined when it was not issued here or is no longer good. */
  readonly keyOf: (token: string, now: Date) => string | undefined;
}

export function createTokens(secondsToLive: number): Tokens {
  const issued = new Map<string, { key: string; goodUntil: number }>();
  return {
    issue(key, now) {
      const accessToken = randomBytes(24).toString('base64url');
      issued.set(accessToken, { key, goodUntil: now.getTime() + secondsToLive * 1000 });
      return { accessToken, ttlSeconds: secondsToLive };
    },
    keyOf(token, now) {
      const entry = issued.get(token);
      return entry !== undefined && now.getTime() < entry.goodUntil ? entry.key : undefined;
    },
  };
}
