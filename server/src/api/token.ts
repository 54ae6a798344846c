import type { UnusableCredential } from './authentication';
import { callApi, type CallFailure, type FailedCall } from './call';
import type { Endpoint } from './endpoint';
import type { HttpPorts } from './exchange';
import { isJsonObject } from './parse-json';

/** An API client of the organisation (FACTS e). The secret is one; the key is as public as a user name. */
export interface ApiClient {
  readonly key: string;
  readonly secret: string;
}

/** Why a key and secret cannot be ones; undefined when they can. They go out inside JSON, which carries anything else. */
export function unusableClient({ key, secret }: ApiClient): UnusableCredential | undefined {
  if (key === '' || /[\s\p{Cc}]/u.test(key)) return 'key-unusable';
  return secret === '' || /\p{Cc}/u.test(secret) ? 'secret-unusable' : undefined;
}

export interface IssuedToken {
  readonly token: string;
  /** For how many seconds it is good: 0 to 30 days, 0 where the answer says nothing usable. */
  readonly secondsToLive: number;
}

export type TokenResult = ({ readonly kind: 'issued' } & IssuedToken) | FailedCall;

/** The longest a token of the API can be good for (FACTS e). */
const longestSeconds = 30 * 24 * 60 * 60;

/**
 * `POST {origin}/v3/oauth/token/generate` (FACTS e): one call, no redirect, no repeat. A refused key or secret is
 * `unauthorized`, whatever its status; what is no answer of the API (a page of HTML) is `blocked`. The answer, which holds the token, is not in the result.
 */
export async function requestToken(
  { origin }: Endpoint,
  { key, secret }: ApiClient,
  ports: HttpPorts,
): Promise<TokenResult> {
  const request = {
    method: 'POST',
    url: `${origin}/v3/oauth/token/generate`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: new TextEncoder().encode(JSON.stringify({ key, secret })),
    secrets: [secret],
  } as const;
  const result = await callApi('token', request, ports);
  if (result.kind === 'failed') return { kind: 'failed', failure: refusalOf(result.failure) };
  const { data, answer } = result;
  const token = isJsonObject(data) ? data['accessToken'] : undefined;
  if (typeof token !== 'string' || !isHeaderValue(token)) return { kind: 'failed', failure: noToken(answer.status) };
  return { kind: 'issued', token, secondsToLive: secondsToLive(isJsonObject(data) ? data['ttlSeconds'] : undefined) };
}

/** An answer that refuses a token is not kept: nobody knows what is in it. */
function refusalOf(failure: CallFailure): CallFailure {
  if (failure.kind === 'unauthorized' && failure.reason === 'refused') return noToken(failure.answer.status);
  if (failure.kind !== 'blocked' || failure.obstacle.reason !== 'call') return failure;
  const { status, isRefusal } = failure.obstacle;
  return isRefusal && !isOfTheMoment(status) ? noToken(status) : failure;
}

/** Statuses that say nothing about key and secret, whatever comes with them. */
function isOfTheMoment(status: number): boolean {
  return status >= 500 || status === 404 || status === 408 || status === 429;
}

function noToken(status: number): CallFailure {
  return { kind: 'unauthorized', reason: 'no-token', status };
}

/** Visible ASCII, as tokens are; everything else could end a header line or not be carried at all. */
function isHeaderValue(token: string): boolean {
  return /^[!-~]{1,16384}$/.test(token);
}

function secondsToLive(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, 0), longestSeconds) : 0;
}
