import type { IncomingHttpHeaders } from 'node:http';

const allowedHeaders = [
  ...['accept', 'authorization', 'content-type', 'x-cap-api-oauth-token'],
  ...['x-cap-api-attribution-entity-type', 'x-cap-api-attribution-entity-code'],
].join(', ');

/** Whether a host name always means this machine: `localhost`, anything under it, or a loopback address. */
function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || /^127(\.\d+){3}$/.test(name) || name === '[::1]';
}

function hostNameOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** False for a request that reached this server under a foreign name: a page that had its own name point here. */
export function isMeantForLoopback(headers: IncomingHttpHeaders): boolean {
  return headers.host === undefined || isLoopbackName(hostNameOf(`http://${headers.host}`));
}

/** Lets pages of this machine read the answers, an editor in the browser above all; none for any other page. */
export function crossOriginHeaders({ origin }: IncomingHttpHeaders): Record<string, string> {
  return origin !== undefined && isLoopbackName(hostNameOf(origin))
    ? {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'Location, Retry-After, X-Cap-Requestid',
        vary: 'Origin',
      }
    : { vary: 'Origin' };
}

/** The answer to the question a browser asks before it sends a request of a foreign page. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': allowedHeaders,
  // Chrome asks for it when a page of a public address calls this machine; the origin decides all the same.
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
};
