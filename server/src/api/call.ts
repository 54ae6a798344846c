import type { Authentication } from './authentication';
import type { Endpoint } from './endpoint';
import { type Envelope, parseEnvelope } from './envelope';
import { exchange, type Answer, type HttpPorts, type HttpRequest } from './exchange';
import type { ReadCall, SubmitOutcome } from './outcome';
import { isJsonObject } from './parse-json';
import { parseJsonExactly } from './parse-json-exactly';

/** Where a call goes, and who makes it. */
export interface ApiAccess {
  readonly endpoint: Endpoint;
  readonly authentication: Authentication;
}

/** How a call that only reads ends the submit it belongs to, with nothing posted (CONTRACT). */
export type CallFailure = Extract<
  SubmitOutcome,
  { readonly kind: 'unreachable' | 'unauthorized' | 'blocked' | 'cancelled' }
>;

/** `data` of the answer, its big numbers as texts, and the answer itself. */
export type CallResult = { readonly kind: 'data'; readonly data: unknown; readonly answer: Answer } | FailedCall;

export interface FailedCall {
  readonly kind: 'failed';
  readonly failure: CallFailure;
}

/** A request in the way of the API: JSON both ways, and authenticated. */
export function requestTo({ endpoint, authentication }: ApiAccess, path: string, body?: object): HttpRequest {
  const common = { url: `${endpoint.origin}${path}`, authentication } as const;
  if (!body) return { ...common, method: 'GET', headers: { Accept: 'application/json' } };
  return {
    ...common,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
}

/**
 * Makes a call that changes nothing at the API. What throws or runs out of time is `unreachable`, 401 and 403 are
 * `unauthorized`, and an answer without an error-free envelope is `blocked` and names the call. Never throws.
 */
export async function callApi(call: ReadCall, request: HttpRequest, ports: HttpPorts): Promise<CallResult> {
  const result = await exchange(request, ports);
  switch (result.kind) {
    case 'not-started':
      return failed({ kind: 'cancelled' });
    case 'stopped':
      return failed(stopped(result.by));
    case 'failed': {
      const { failure } = result;
      if (failure.kind === 'unreachable') return failed(failure);
      return failed({ kind: 'unreachable', reason: 'connection-lost', code: failure.code });
    }
    case 'answered':
      return readAnswer(call, result.answer);
  }
}

function readAnswer(call: ReadCall, answer: Answer): CallResult {
  const { status, ending } = answer;
  if (ending === 'deadline' || ending === 'cancelled') return failed(stopped(ending));
  const envelope = ending === 'complete' ? parseEnvelope(answer.text) : undefined;
  if (status === 401 || status === 403) {
    return failed({ kind: 'unauthorized', reason: 'refused', errors: envelope?.errors ?? [], answer });
  }
  const body = isSuccess(status, envelope) ? parseJsonExactly(answer.text)?.value : undefined;
  return isJsonObject(body) ? { kind: 'data', data: body['data'], answer } : unusable(call, answer, envelope);
}

function isSuccess(status: number, envelope: Envelope | undefined): boolean {
  return status >= 200 && status < 300 && envelope?.areErrorsReadable === true && envelope.errors.length === 0;
}

function stopped(by: 'deadline' | 'cancelled'): CallFailure {
  return by === 'cancelled'
    ? { kind: 'cancelled' }
    : { kind: 'unreachable', reason: 'no-answer-in-time', code: undefined };
}

/** For a call whose answer is well-formed and still says nothing. */
export function unusable(call: ReadCall, { status, redirect }: Answer, envelope?: Envelope): FailedCall {
  const isRefusal = envelope !== undefined && envelope.errors.length > 0;
  return failed({ kind: 'blocked', obstacle: { reason: 'call', call, status, isRefusal, redirect } });
}

function failed(failure: CallFailure): FailedCall {
  return { kind: 'failed', failure };
}
