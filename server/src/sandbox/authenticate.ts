import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Tokens } from './tokens';

/** The one user, password, key and secret that is refused, so that a refusal can be tried. */
export const refusedName = 'wrong';
const refusedDigest = createHash('md5').update(refusedName).digest('hex');

export type Authentication =
  { readonly kind: 'accepted'; readonly code: string } | { readonly kind: 'refused'; readonly message: string };

/**
 * Who sends a request, by one of the two documented ways (FACTS e): a token that was issued here, or Basic with any
 * user and a digest as the password. The message of a refusal never repeats what was sent.
 */
export function authenticate(headers: IncomingHttpHeaders, tokens: Tokens, now: Date): Authentication {
  const token = headers['x-cap-api-oauth-token'];
  if (token !== undefined) {
    const key = typeof token === 'string' ? tokens.keyOf(token, now) : undefined;
    return key === undefined
      ? refused('the token was not issued here or has expired')
      : { kind: 'accepted', code: key };
  }
  return headers.authorization === undefined
    ? refused('neither an Authorization nor an X-CAP-API-OAUTH-TOKEN header was sent')
    : authenticateBasic(headers.authorization);
}

function authenticateBasic(authorization: string): Authentication {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return refused('the Authorization header is not Basic with a base64 text');
  const [, user, digest] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (user === undefined || digest === undefined) return refused('the credentials are not "user:digest"');
  if (!/^[0-9a-f]{32}$/.test(digest)) return refused('the password is not a lower-case hex MD5 digest (32 digits)');
  if (user === refusedName || digest === refusedDigest) return refused('unknown user or password');
  return { kind: 'accepted', code: user };
}

function refused(reason: string): Authentication {
  return { kind: 'refused', message: `Unauthorized: ${reason}` };
}
