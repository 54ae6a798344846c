import assert from 'node:assert/strict';
import {
  createSandbox,
  type FaultDetails,
  type FaultOrder,
  readFaultOrder,
  type Sandbox,
  type SandboxOptions,
} from '../../server/src/sandbox/index';

export interface SandboxError {
  readonly code?: number;
  readonly message: string;
}

/** One answer of the sandbox; that its body is the envelope was checked. */
export interface SandboxAnswer<Data = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Data;
  readonly errors: readonly SandboxError[] | null;
}

export interface RunningSandbox {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** Sends to a path, by default a POST of JSON with good Basic credentials; objects are written as JSON. */
  readonly send: <Data = unknown>(
    path: string,
    body?: string | Uint8Array | object,
    init?: { readonly method?: string; readonly headers?: Record<string, string | undefined> },
  ) => Promise<SandboxAnswer<Data>>;
}

/** The order of a fault, such as `drop-after:1`. */
export function faultOf(text: string, details: FaultDetails = {}): FaultOrder {
  const order = readFaultOrder(text, details);
  return typeof order === 'string' ? assert.fail(order) : order;
}

/** `store123` with the digest of `Pass123`: the documented vector (FACTS e). */
export const goodBasic = 'Basic c3RvcmUxMjM6YmRjODdiOWM4OTRkYTUxNjgwNTllMDBlYmZmYjkwNzc=';

/** Runs a real sandbox on a free loopback port and closes it afterwards, whatever happens. */
export async function withSandbox(
  options: SandboxOptions,
  use: (running: RunningSandbox) => Promise<void>,
): Promise<void> {
  const sandbox = createSandbox({ port: 0, ...options });
  const url = await sandbox.listen();
  try {
    await use({ sandbox, url, send: createSend(url) });
  } finally {
    await sandbox.close();
  }
}

function createSend(url: string): RunningSandbox['send'] {
  return async <Data>(
    path: string,
    body?: string | Uint8Array | object,
    init: Parameters<RunningSandbox['send']>[2] = {},
  ) => {
    const defaults = { 'content-type': 'application/json', authorization: goodBasic };
    const headers: Record<string, string | undefined> = { ...defaults, ...init.headers };
    const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method: init.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: sent,
      body: isRaw ? ((body as BodyInit | undefined) ?? null) : JSON.stringify(body),
    });
    return toAnswer<Data>(response, await response.text());
  };
}

function toAnswer<Data>({ status, headers }: Response, text: string): SandboxAnswer<Data> {
  if (status === 204) return { status, headers, text, data: undefined as Data, errors: null };
  assert.equal(headers.get('content-type'), 'application/json;charset=UTF-8');
  const { data, errors } = JSON.parse(text) as { data: Data; errors: readonly SandboxError[] | null };
  assert.notEqual(data, undefined, text);
  if (status >= 400) assert.ok(data === null && errors?.length === 1, text);
  else assert.equal(errors, null, text);
  return { status, headers, text, data, errors };
}
