import { base64, md5Hex } from './digest';
import { toPrintable } from './printable';

/** The headers whose values may be shown; every other one is counted only. */
const shownHeaders: ReadonlySet<string> = new Set([
  'accept',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'retry-after',
  'server',
  'transfer-encoding',
  'x-cap-requestid',
]);

/** Shorter texts are not masked: they would shred everything around them, and are no secret worth the name. */
const shortestSecret = 4;

export const mask = '***';

/**
 * The text with every secret replaced by `***`: as it is, URL-encoded, as base64, as MD5 and inside a JSON string.
 * Secrets shorter than four UTF-16 units are left alone.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOf);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, mask), text);
}

function formsOf(secret: string): string[] {
  const encoded = /\p{Surrogate}/u.test(secret) ? [] : [encodeURIComponent(secret)];
  return [secret, ...encoded, base64(secret), md5Hex(secret), JSON.stringify(secret).slice(1, -1)];
}

/** An address as it may be shown: origin and path; user info, query and fragment left out. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '(no address)';
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${host}${pathname}` : `${protocol}…`;
}

export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A request as lines for a log: method, address, the headers of an allow-list, and how many others there were. Never the
 * body, which for a token call is the secret itself.
 */
export function formatRequest(request: LoggedRequest, secrets: readonly string[] = []): string[] {
  const line = `${request.method} ${redactUrl(request.url)}`;
  return [line, ...formatHeaders(Object.entries(request.headers))].map((text) =>
    toPrintable(maskSecrets(text, secrets)),
  );
}

function formatHeaders(headers: readonly (readonly [string, string])[]): string[] {
  const shown = headers.filter(([name]) => shownHeaders.has(name.toLowerCase()));
  const lines = shown.map(([name, value]) => `${name}: ${value}`);
  const hidden = headers.length - shown.length;
  return hidden === 0 ? lines : [...lines, `(${hidden} more not shown)`];
}
