import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, failure, refusal } from './answer';
import { authenticate, type Authentication } from './authenticate';
import { isMeantForLoopback, preflightHeaders } from './cross-origin';
import { type Endpoint, endpointAt, type Switches } from './endpoints';
import type { FirstIds } from './id-sequences';
import { isObject, type JsonObject, toObject } from './json-value';
import { readJson } from './read-json';
import { createStore } from './store';
import { createTokens } from './tokens';

export interface ApiOptions {
  readonly now: () => Date;
  readonly switches: Switches;
  readonly firstIds: FirstIds;
  /** How long a token is good. */
  readonly tokenSeconds: number;
}

export interface ApiRequest {
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Undefined when the body was larger than the server reads. */
  readonly body: Uint8Array | undefined;
}

/** The documented API without its server: from one whole request to one answer, and what is remembered in between. */
export function createApi({ now, switches, firstIds, tokenSeconds }: ApiOptions): (request: ApiRequest) => Answer {
  const store = createStore(firstIds);
  const tokens = createTokens(tokenSeconds);

  /** Who calls; the open endpoint does not ask. */
  function callerOf(endpoint: Endpoint, request: ApiRequest, time: Date): Authentication {
    return endpoint.isOpen === true ? { kind: 'accepted', code: '' } : authenticate(request.headers, tokens, time);
  }

  return (request) => {
    if (!isMeantForLoopback(request.headers)) return refusal(421, 'This server answers to loopback names only');
    const [path = '', query = ''] = request.target.split(/\?(.*)/s);
    const endpoint = endpointAt(path);
    if (endpoint === undefined) return refusal(404, 'No such endpoint');
    if (request.method === 'OPTIONS') return { status: 204, headers: preflightHeaders };
    const handler = endpoint.methods.get(request.method);
    if (handler === undefined) return wrongMethod(endpoint);
    const time = now();
    const caller = callerOf(endpoint, request, time);
    if (caller.kind === 'refused') return refusal(401, caller.message);
    const body = request.method === 'POST' ? readBody(request) : { kind: 'read' as const, body: toObject({}) };
    if (body.kind === 'refused') return body.answer;
    return handler.answer({
      store,
      tokens,
      switches,
      now: time,
      caller: caller.code,
      query: new URLSearchParams(query),
      id: path.slice(path.lastIndexOf('/') + 1),
      body: body.body,
    });
  };
}

type Posted =
  { readonly kind: 'read'; readonly body: JsonObject } | { readonly kind: 'refused'; readonly answer: Answer };

function readBody({ headers, body }: ApiRequest): Posted {
  if (body === undefined) return { kind: 'refused', answer: refusal(413, 'The body is larger than 10 MB') };
  if (!isJson(headers)) {
    return { kind: 'refused', answer: refusal(415, 'The body must be sent as application/json, not compressed') };
  }
  const object = readObject(body);
  return object === undefined ? { kind: 'refused', answer: failure(300004) } : { kind: 'read', body: object };
}

/** The JSON object that these bytes are; undefined when they are none. */
export function readObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const json = readJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return isObject(json) ? json : undefined;
  } catch {
    return undefined; // The bytes are not UTF-8: to the API as unreadable as broken JSON.
  }
}

export function isJson(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' && headers['content-encoding'] === undefined;
}

function wrongMethod({ methods }: Endpoint): Answer {
  const allow = [...methods.keys()].join(', ');
  return refusal(405, `This endpoint takes ${allow} only`, { allow });
}
