import type { Authentication } from './authentication';
import { classifyFailure, type Failure, type Runtime } from './classify-failure';
import { maskSecrets } from './redact';
import { parseTime } from './time';
import { toPrintable } from './printable';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly authentication?: Authentication;
  /** Other texts that nothing may show, those of the body. */
  readonly secrets?: readonly string[];
}

/** The part of `fetch` that is used; the global ones of Node, VS Code and browsers fit. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
  duplex?: 'half';
  redirect: 'manual';
  signal: AbortSignal;
}

export interface FetchResponse {
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Everything from outside that an exchange needs. */
export interface HttpPorts {
  readonly fetch: Fetch;
  /** Whose `fetch` it is: a worker's does not tell why it failed, and takes no stream. */
  readonly runtime: Runtime;
  /** Calls `fire` once after so many milliseconds, unless the function it returns was called before. */
  readonly startTimer: (milliseconds: number, fire: () => void) => () => void;
  /** From the call of `fetch` to the last byte of the answer; 60 seconds when absent. */
  readonly timeoutMilliseconds?: number;
  /** The user's cancel. */
  readonly signal?: AbortSignal;
}

/** How the reading of an answer's body ended. */
export type Ending = 'complete' | 'cut' | 'too-large' | 'deadline' | 'cancelled';

export interface Answer {
  /** 0 where the platform hides the status of a redirect. */
  readonly status: number;
  /** The body as text, as far as it was read; secrets of the request masked. */
  readonly text: string;
  readonly ending: Ending;
  /** `X-Cap-Requestid`: what the API's support asks for. */
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
  /** The server's clock by its `Date` header, in milliseconds since 1970; whole seconds. */
  readonly serverTime: number | undefined;
  /** Present on a redirect, which is never followed; `to` is its host where the platform tells. */
  readonly redirect: { readonly to: string | undefined } | undefined;
}

export type Exchange =
  /** Cancelled before `fetch` was called. */
  | { readonly kind: 'not-started' }
  /** No status came: the deadline passed or the user cancelled after `fetch` was called. */
  | { readonly kind: 'stopped'; readonly by: 'deadline' | 'cancelled' }
  /** No status came: `fetch` threw. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'answered'; readonly answer: Answer };

const defaultTimeoutMilliseconds = 60_000;
const maximumAnswerBytes = 5_000_000;

interface Progress {
  response?: FetchResponse;
  chunks: Uint8Array[];
}

type End =
  | { readonly kind: 'read'; readonly ending: Ending }
  | { readonly kind: 'stopped'; readonly by: 'deadline' | 'cancelled' }
  | { readonly kind: 'thrown'; readonly error: unknown };

/**
 * Sends one request and reads its answer: once, without following a redirect, until the deadline or the user stops it,
 * and no more than 5 MB after decompression. Never throws.
 */
export async function exchange(request: HttpRequest, ports: HttpPorts): Promise<Exchange> {
  if (ports.signal?.aborted) return { kind: 'not-started' };
  const controller = new AbortController();
  const progress: Progress = { chunks: [] };
  const stop = createStop(ports);
  const end = await Promise.race([run(request, ports, controller.signal, progress), stop.stopped]);
  stop.dispose();
  controller.abort();
  if (progress.response) {
    return { kind: 'answered', answer: toAnswer(request, progress.response, progress.chunks, endingOf(end)) };
  }
  if (end.kind === 'stopped') return end;
  return { kind: 'failed', failure: classifyFailure(end.kind === 'thrown' ? end.error : undefined, ports.runtime) };
}

function endingOf(end: End): Ending {
  switch (end.kind) {
    case 'read':
      return end.ending;
    case 'stopped':
      return end.by;
    case 'thrown':
      return 'cut';
  }
}

/** Resolves with the reason when the deadline passes or the user cancels: a `fetch` that ignores its signal ends too. */
function createStop(ports: HttpPorts): { stopped: Promise<End>; dispose: () => void } {
  let stopBy: (by: 'deadline' | 'cancelled') => void;
  const stopped = new Promise<End>((resolve) => {
    stopBy = (by) => {
      resolve({ kind: 'stopped', by });
    };
  });
  const onCancel = (): void => {
    stopBy('cancelled');
  };
  ports.signal?.addEventListener('abort', onCancel, { once: true });
  const stopTimer = ports.startTimer(ports.timeoutMilliseconds ?? defaultTimeoutMilliseconds, () => {
    stopBy('deadline');
  });
  return {
    stopped,
    dispose: () => {
      ports.signal?.removeEventListener('abort', onCancel);
      stopTimer();
    },
  };
}

async function run(request: HttpRequest, ports: HttpPorts, signal: AbortSignal, progress: Progress): Promise<End> {
  try {
    const { fetch } = ports;
    const response = await fetch(request.url, toInit(request, ports.runtime, signal));
    progress.response = response;
    return { kind: 'read', ending: isRedirect(response) ? 'complete' : await readBody(response, progress.chunks) };
  } catch (error) {
    return { kind: 'thrown', error };
  }
}

function toInit(request: HttpRequest, runtime: Runtime, signal: AbortSignal): FetchInit {
  const headers = { ...request.headers, ...request.authentication?.headers() };
  const init: FetchInit = { method: request.method, headers, redirect: 'manual', signal };
  const { body } = request;
  if (!body) return init;
  if (runtime === 'web') return { ...init, body };
  // Node's fetch repeats a POST of bytes by itself when the answer is 421 (Fetch standard, "HTTP-network-or-cache
  // fetch"); a stream cannot be repeated. The length is said so that it is not sent in chunks.
  return {
    ...init,
    headers: { ...headers, 'Content-Length': `${body.byteLength}` },
    body: toStream(body),
    duplex: 'half',
  };
}

function toStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function isRedirect(response: FetchResponse): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

async function readBody(response: FetchResponse, chunks: Uint8Array[]): Promise<'complete' | 'too-large'> {
  const reader = response.body?.getReader();
  if (!reader) return 'complete';
  for (let size = 0; ;) {
    const { value, done } = await reader.read();
    if (done) return 'complete';
    size += value.byteLength;
    if (size > maximumAnswerBytes) return 'too-large';
    chunks.push(value);
  }
}

function toAnswer(request: HttpRequest, response: FetchResponse, chunks: Uint8Array[], ending: Ending): Answer {
  const secrets = [...(request.authentication?.secrets() ?? []), ...(request.secrets ?? [])];
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  return {
    status: response.status,
    text: maskSecrets(withoutEscapes(text), secrets),
    ending,
    requestId: headerText(response, 'X-Cap-Requestid', secrets),
    retryAfter: headerText(response, 'Retry-After', secrets),
    serverTime: serverTime(response),
    redirect: isRedirect(response) ? { to: redirectHost(response, request.url, secrets) } : undefined,
  };
}

function headerText(response: FetchResponse, name: string, secrets: readonly string[]): string | undefined {
  const value = response.headers.get(name);
  return value === null || value === '' ? undefined : toPrintable(maskSecrets(value, secrets), 200);
}

function serverTime(response: FetchResponse): number | undefined {
  const date = response.headers.get('Date');
  const time = date === null ? Number.NaN : parseTime(date);
  return Number.isNaN(time) ? undefined : time;
}

function redirectHost(response: FetchResponse, base: string, secrets: readonly string[]): string | undefined {
  const location = response.headers.get('Location');
  if (location === null || !URL.canParse(location, base)) return undefined;
  // A host name is in lower case, whatever was written.
  const written = secrets.map((secret) => secret.toLowerCase());
  return maskSecrets(new URL(location, base).host, [...secrets, ...written]) || undefined;
}

/** The JSON with letters in place of their escapes, behind which a secret could hide; what has to be escaped stays so. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|[^])/g, (escape, hex: string | undefined) => {
    const character = hex === undefined ? '' : String.fromCharCode(parseInt(hex, 16));
    return character === '' || /["\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) ? escape : character;
  });
}
