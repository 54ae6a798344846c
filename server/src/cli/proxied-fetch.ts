import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { unescape } from 'node:querystring';
import { Readable, type Duplex } from 'node:stream';
import tls from 'node:tls';
import { proxyErrorCodes, type Fetch, type FetchInit, type FetchResponse } from '../api/index';
import { proxyFor } from './proxy-settings';

/**
 * The runtime's `fetch`, or, where `HTTPS_PROXY` and `NO_PROXY` say so, one request through a tunnel of the proxy. (The
 * `fetch` of Node 20 knows no proxies, and an agent of the undici package fits only some versions of Node.) The host's
 * certificate is verified as Node does it, `NODE_EXTRA_CA_CERTS` included. `connectMilliseconds` is the time for tunnel
 * and handshake; without a proxy the runtime has its own limit.
 */
export function createProxiedFetch(
  env: Readonly<Record<string, string | undefined>>,
  connectMilliseconds = 10_000,
): Fetch {
  return async (url, init) => {
    const target = new URL(url);
    const proxy = proxyFor(target, env);
    switch (proxy.kind) {
      case 'direct':
        return fetch(url, init);
      case 'malformed':
        throw failure(proxyErrorCodes.failed);
      case 'proxy':
        return fetchThrough(
          proxy.url,
          target,
          init,
          AbortSignal.any([init.signal, AbortSignal.timeout(connectMilliseconds)]),
        );
    }
  };
}

async function fetchThrough(proxy: URL, target: URL, init: FetchInit, connecting: AbortSignal): Promise<FetchResponse> {
  const tunnel = await openTunnel(proxy, target, connecting);
  const socket = await startTls(tunnel, target.hostname, connecting);
  const request = http.request({
    createConnection: () => socket,
    method: init.method,
    path: `${target.pathname}${target.search}`,
    headers: { Host: target.host, 'Accept-Encoding': 'identity', Connection: 'close', ...init.headers },
    signal: init.signal,
  });
  request.on('error', ignoreLateError);
  request.end(new Uint8Array(await new Response(init.body ?? null).arrayBuffer()));
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return toResponse(response);
}

/** A connection to the host's port. Whatever goes wrong before it stands, nothing has been sent to the host. */
async function openTunnel(proxy: URL, target: URL, signal: AbortSignal): Promise<Duplex> {
  const authority = `${target.hostname}:${target.port || '443'}`;
  const address = new URL(proxy);
  address.username = '';
  address.password = '';
  const request = (proxy.protocol === 'https:' ? https : http).request(address, {
    method: 'CONNECT',
    path: authority,
    headers: { Host: authority, ...proxyAuthorization(proxy) },
    agent: false,
  });
  request.on('error', ignoreLateError);
  request.end();
  const connected = once(request, 'connect', { signal }) as Promise<[http.IncomingMessage, Duplex]>;
  const [{ statusCode }, socket] = await connected.catch(() => {
    request.destroy();
    throw failure(proxyErrorCodes.failed);
  });
  if (statusCode === 200) return socket;
  socket.destroy();
  throw failure(statusCode === 407 ? proxyErrorCodes.authentication : proxyErrorCodes.failed);
}

function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const credential = `${unescape(username)}:${unescape(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(credential).toString('base64')}` };
}

async function startTls(tunnel: Duplex, servername: string, signal: AbortSignal): Promise<tls.TLSSocket> {
  const socket = tls.connect({ socket: tunnel, servername });
  socket.on('error', ignoreLateError);
  await once(socket, 'secureConnect', { signal }).catch((error: unknown) => {
    socket.destroy();
    throw signal.aborted ? failure('ETIMEDOUT', 'connect') : error;
  });
  return socket;
}

function toResponse(response: http.IncomingMessage): FetchResponse {
  return {
    status: response.statusCode ?? 0,
    type: 'default',
    headers: { get: (name) => [response.headers[name.toLowerCase()] ?? null].flat()[0] ?? null },
    body: Readable.toWeb(response) as ReadableStream<Uint8Array>,
  };
}

function failure(code: string, syscall?: string): Error {
  return Object.assign(new Error('The proxied request failed.'), { code, syscall });
}

/** Errors are taken where they are waited for; one that comes later would end the process without a listener. */
function ignoreLateError(): void {
  return undefined;
}
