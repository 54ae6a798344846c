import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Answer, refusal, toWire, type WireAnswer } from './answer';
import { type ApiRequest, createApi } from './api';
import { createControl, isControl } from './control';
import { crossOriginHeaders } from './cross-origin';
import { endpointAt, type Switches } from './endpoints';
import { deliver } from './faults/deliver';
import type { FaultOrder } from './faults/fault-order';
import { createFaultQueue, type FaultQueue } from './faults/fault-queue';
import type { FirstIds } from './id-sequences';
import { createLedger, type ReceivedRequest } from './ledger';
import { toListenError } from './listen-error';
import { receiveBody } from './receive-body';

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
  /** How long a token is good; 300 when absent, as documented (FACTS e). */
  readonly tokenSeconds?: number;
  /** What goes wrong from the start. */
  readonly faults?: readonly FaultOrder[];
  /** Key and certificate in PEM: the sandbox speaks https instead of http. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface Sandbox {
  /** Starts listening, once; gives the bare URL, without a slash at the end. Rejects with a ListenError. */
  readonly listen: () => Promise<string>;
  /** Stops listening and ends every connection, also those in the middle of a request. */
  readonly close: () => Promise<void>;
  /** What has arrived, oldest first; without what was asked of the sandbox itself. */
  readonly received: () => readonly ReceivedRequest[];
  /** Lets something go wrong from now on. */
  readonly addFault: (order: FaultOrder) => void;
  readonly clearFaults: () => void;
}

/** The target group API as FACTS describes it, on this machine and in memory. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { host = '127.0.0.1', port = defaultPort, tls } = options;
  const faults = createFaultQueue(options.faults);
  const { respond, received } = createResponder(options, faults);
  const onRequest = (request: IncomingMessage, response: ServerResponse) => void respond(request, response);
  const server =
    tls === undefined ? http.createServer(timeouts, onRequest) : https.createServer({ ...timeouts, ...tls }, onRequest);
  server.on('clientError', refuseUnreadable);

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.on('error', (error) => {
          reject(toListenError(error, host, port));
        });
        server.listen(port, host, () => {
          const name = host === '::1' ? '[::1]' : host;
          resolve(`${tls === undefined ? 'http' : 'https'}://${name}:${(server.address() as AddressInfo).port}`);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
    received,
    addFault: faults.add,
    clearFaults: faults.clear,
  };
}

// A client that was busy for longer than that would send its next request into a connection that is just being closed.
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 };

function createResponder(options: SandboxOptions, faults: FaultQueue) {
  const { now = () => new Date(), firstIds = {}, tokenSeconds = 300 } = options;
  const switches = { leaderboardDisabled: false, returnBillTwins: false, ...options.switches };
  const answerTo = createApi({ now, switches, firstIds, tokenSeconds });
  const ledger = createLedger();
  const control = createControl(faults, ledger);

  /** Carries the request out, unless a fault keeps it from that, and sends what the fault makes of the answer. */
  function serve(request: ApiRequest, response: ServerResponse, fault: FaultOrder | undefined): void {
    const usual = fault?.isProcessed === false ? nothing : safely(() => toWire(answerTo(request)));
    const answer = fault === undefined ? usual : safely(() => fault.fault.answer(usual, fault.to));
    const connection = request.body === undefined ? { connection: 'close' } : {};
    const headers = { ...answer.headers, ...crossOriginHeaders(request.headers), ...connection };
    deliver(response, { ...answer, headers }, fault?.fault.delivery, fault?.milliseconds);
  }

  return {
    respond: async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method = '', url: target = '', headers } = incoming;
      const body = await receiveBody(incoming);
      const isWhole = body.kind === 'complete';
      const isForControl = isControl(target);
      const fault = isWhole && !isForControl ? faults.take(placeOf(method, target)) : undefined;
      if (!isForControl) ledger.add(incoming, body, fault?.fault.name);
      const request = { method, target, headers, body: isWhole ? body.bytes : undefined };
      if (body.kind === 'broken') response.destroy();
      else if (isForControl)
        deliver(
          response,
          safely(() => toWire(control(request))),
        );
      else serve(request, response, fault);
    },
    received: ledger.entries,
  };
}

const nothing: WireAnswer = { status: 200, headers: {}, body: new Uint8Array() };

function placeOf(method: string, target: string) {
  const [path = ''] = target.split('?');
  return endpointAt(path)?.methods.get(method)?.place;
}

/** The edge: whatever goes wrong inside is an answer outside, and the server lives on. */
function safely(answer: () => WireAnswer): WireAnswer {
  try {
    return answer();
  } catch (error) {
    return toWire(ownFault(error));
  }
}

function ownFault(error: unknown): Answer {
  return refusal(500, `The sandbox has a fault: ${error instanceof Error ? error.message : String(error)}`);
}

/** What is no HTTP at all gets the envelope too, where the connection still takes it. */
function refuseUnreadable(_error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { headers, body } = toWire(refusal(400, 'The request is not readable as HTTP', { connection: 'close' }));
  const all = { ...headers, 'content-length': String(body.length) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end(`${['HTTP/1.1 400 Bad Request', ...lines, '', ''].join('\r\n')}${Buffer.from(body).toString('utf8')}`);
}
