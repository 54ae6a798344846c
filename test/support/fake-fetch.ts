import type { Fetch, FetchInit, FetchResponse } from '../../server/src/api/index';

export interface RecordedCall {
  readonly url: string;
  readonly init: FetchInit;
  /** What the body's bytes are, whether it was given as bytes or as a stream. */
  readonly body: Uint8Array;
}

export interface FakeFetch {
  readonly fetch: Fetch;
  readonly calls: readonly RecordedCall[];
}

/** A `fetch` that reads the whole body, records the call and answers with what `answer` returns or throws. */
export function createFakeFetch(answer: (call: RecordedCall) => FetchResponse | Promise<FetchResponse>): FakeFetch {
  const calls: RecordedCall[] = [];
  const fetch: Fetch = async (url, init) => {
    const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    const call = { url, init, body };
    calls.push(call);
    return answer(call);
  };
  return { fetch, calls };
}

/** What Node's fetch throws: a TypeError whose cause has the code. */
export function fetchFailure(cause: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('hidden'), cause) });
}

/** An answer of the given status; 204 and 304 take no body. */
export function answerOf(status: number, body: BodyInit | null = null, headers: HeadersInit = {}): FetchResponse {
  return new Response(body, { status, headers });
}

/** The API's envelope around errors, as it answers a refused create. */
export function refusal(...errors: unknown[]): string {
  return JSON.stringify({ data: null, errors, warnings: null });
}
