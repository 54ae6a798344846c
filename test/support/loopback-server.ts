import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  /** Every request that arrived in full, in order. */
  readonly received: readonly ReceivedRequest[];
  close(): Promise<void>;
}

export type Handler = (request: ReceivedRequest, response: http.ServerResponse) => void;

const certificates = new URL('../fixtures/certificates/', import.meta.url);

/** The path of a file in test/fixtures/certificates, such as `issuer.pem`. */
export function certificatePath(name: string): URL {
  return new URL(name, certificates);
}

/** A real HTTP server on a free port of 127.0.0.1; with `certificate` (a name in test/fixtures/certificates) an HTTPS one. */
export async function startLoopbackServer(handler: Handler, certificate?: string): Promise<LoopbackServer> {
  const received: ReceivedRequest[] = [];
  const onRequest = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const whole = { method, url, headers, body: Buffer.concat(chunks) };
      received.push(whole);
      handler(whole, response);
    });
  };
  const server = certificate
    ? https.createServer(
        { key: readFileSync(certificatePath('server.key')), cert: readFileSync(certificatePath(`${certificate}.pem`)) },
        onRequest,
      )
    : http.createServer(onRequest);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
