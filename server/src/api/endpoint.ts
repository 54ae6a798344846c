import { blockedPorts } from './blocked-ports';

/** An address that credentials may be sent to: https, or http on this machine alone. */
export interface Endpoint {
  /** `https://host` or `https://host:port`; ASCII, lower case, no default port. */
  readonly origin: string;
  /** Host and port as to be shown: ASCII (punycode), so that look-alike letters are seen. */
  readonly host: string;
  /** The address is on this machine: 127.0.0.0/8, `localhost` or `[::1]`. */
  readonly isLoopback: boolean;
}

export type UnusableAddress =
  | 'empty'
  | 'forbidden-character'
  | 'user-info'
  | 'fragment'
  | 'query'
  | 'path'
  | 'not-https'
  | 'ip-address'
  | 'blocked-port'
  | 'malformed';

export type ParsedEndpoint =
  { readonly kind: 'ok'; readonly endpoint: Endpoint } | { readonly kind: 'invalid'; readonly reason: UnusableAddress };

const maximumLength = 300;
const origin = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\[[0-9a-f:.]+\]|[^\s/?#@\\:[\]%]+)(?::(\d{1,5}))?\/?$/i;

/**
 * Reads the address of an API host as a user typed it: `https://host[:port]`, or `host[:port]`, which means https.
 * Refused as a value, never thrown: everything that two readers could understand differently (user info, backslashes,
 * encoded or full-width letters, numbers that turn into an IP address), paths, plain http beyond this machine, IP
 * addresses beyond this machine, ports that no `fetch` opens. The reason never holds the text, which may contain a password.
 */
export function parseEndpoint(text: string): ParsedEndpoint {
  const forbidden = text === '' ? 'empty' : forbiddenPart(text);
  if (forbidden) return { kind: 'invalid', reason: forbidden };
  const url = toUrl(text);
  if (!url) return { kind: 'invalid', reason: 'malformed' };
  const isLoopback = isLoopbackHost(url.hostname);
  const reason = unusablePart(url, isLoopback);
  if (reason) return { kind: 'invalid', reason };
  return { kind: 'ok', endpoint: { origin: url.origin, host: url.host, isLoopback } };
}

function forbiddenPart(text: string): UnusableAddress | undefined {
  if (text.length > maximumLength || /[\s\p{Cc}\\]/u.test(text)) return 'forbidden-character';
  if (text.includes('@')) return 'user-info';
  if (text.includes('#')) return 'fragment';
  if (text.includes('?')) return 'query';
  return /^[^/]+\/./.test(text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')) ? 'path' : undefined;
}

/** The address as a URL, if it is read as it was written. */
function toUrl(text: string): URL | undefined {
  const [, scheme = 'https', host = '', port = ''] = origin.exec(text) ?? [];
  const address = `${scheme}://${host}${port && `:${port}`}`;
  if (host === '' || Number(port || '1') === 0 || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return isSameHost(host, url.hostname) ? url : undefined;
}

function unusablePart({ protocol, hostname, port }: URL, isLoopback: boolean): UnusableAddress | undefined {
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) return 'not-https';
  if (isIpAddress(hostname) && !isLoopback) return 'ip-address';
  return blockedPorts.has(Number(port)) ? 'blocked-port' : undefined;
}

function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isIpAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

/**
 * Whether the URL parser took the host as it was written. It maps many texts to other hosts: `good。example` to
 * `good.example`, `0x7f.1` to `127.0.0.1`, `ex%61mple` to `example`. Only a label that becomes punycode may change.
 */
function isSameHost(written: string, parsed: string): boolean {
  const labels = written.toLowerCase().split('.');
  const read = parsed.split('.');
  return (
    labels.length === read.length &&
    labels.every((label, index) => label !== '' && (label === read[index] || isPunycodeOf(label, read[index])))
  );
}

function isPunycodeOf(label: string, read: string | undefined): boolean {
  return read?.startsWith('xn--') === true && !/^[ -~]*$/.test(label);
}
