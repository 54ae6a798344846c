import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Answer, refusal } from './answer';
import { createApi } from './api';
import { crossOriginHeaders } from './cross-origin';
import type { Switches } from './endpoints';
import type { FirstIds } from './id-sequences';
import { createLedger, type ReceivedRequest } from './ledger';
import { toListenError } from './listen-error';
import { receiveBody } from './receive-body';
import { writeJson } from './write-json';

export const defaultPort = 8765;

export interface SandboxOptions {
  /** Loopback only; 127.0.0.1 when absent. */
  readonly host?: '127.0.0.1' | '::1';
  /** 8765 when absent; 0 takes any free one. */
  readonly port?: number;
  /** The clock of everything that is stamped, worked out from today, or expires; the real one when absent. */
  readonly now?: () => Date;
  /** All off when absent. */
  readonly switches?: Partial<Switches>;
  /** The first id of each kind; the next ones go up by one. */
  readonly firstIds?: FirstIds;
}

export interface Sandbox {
  /** Starts listening, once; gives the bare URL, without a slash at the end. Rejects with a ListenError. */
  readonly listen: () => Promise<string>;
  /** Stops listening and ends every connection, also those in the middle of a request. */
  readonly close: () => Promise<void>;
  /** What has arrived, oldest first. */
  readonly received: () => readonly ReceivedRequest[];
}

/** The target group API as FACTS describes it, on this machine and in memory. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { host = '127.0.0.1', port = defaultPort, now = () => new Date(), firstIds = {} } = options;
  const switches = { leaderboardDisabled: false, returnBillTwins: false, ...options.switches };
  const answerTo = createApi({ now, switches, firstIds });
  const ledger = createLedger();

  // A client that was busy for longer than that would send its next request into a connection that is just being closed.
  const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 };
  const server = createServer(timeouts, (request, response) => {
    void receiveBody(request).then((body) => {
      ledger.add(request, body);
      if (body.kind === 'broken') {
        response.destroy();
        return;
      }
      const { method = '', url: target = '', headers } = request;
      const bytes = body.kind === 'complete' ? body.bytes : undefined;
      const written = safely(() => answerTo({ method, target, headers, body: bytes }));
      const connection = bytes === undefined ? { connection: 'close' } : {};
      response.writeHead(written.status, { ...written.headers, ...crossOriginHeaders(headers), ...connection });
      response.end(written.text);
    });
  });
  server.on('clientError', refuseUnreadable);

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.on('error', (error) => {
          reject(toListenError(error, host, port));
        });
        server.listen(port, host, () => {
          const name = host === '::1' ? '[::1]' : host;
          resolve(`http://${name}:${(server.address() as AddressInfo).port}`);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
    received: ledger.entries,
  };
}

interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The edge: whatever goes wrong inside is an answer outside, and the server lives on. */
function safely(answer: () => Answer): Written {
  try {
    return write(answer());
  } catch (error) {
    return write(refusal(500, `The sandbox has a fault: ${error instanceof Error ? error.message : String(error)}`));
  }
}

function write({ status, headers = {}, body }: Answer): Written {
  const text = body === undefined ? '' : writeJson(body);
  const length = { 'content-length': String(Buffer.byteLength(text)) };
  const own = body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8', ...length };
  return { status, headers: { ...headers, ...own }, text };
}

/** What is no HTTP at all gets the envelope too, where the connection still takes it. */
function refuseUnreadable(_error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { headers, text } = write(refusal(400, 'The request is not readable as HTTP', { connection: 'close' }));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', text].join('\r\n'));
}
