import { createHash } from 'node:crypto';
import { type Answer, refusal } from './answer';
import { type ApiRequest, isJson, readObject } from './api';
import { isMeantForLoopback } from './cross-origin';
import { endpointAt } from './endpoints';
import { faultCatalogue } from './faults/fault-catalogue';
import { type FaultDetails, type FaultOrder, readFaultOrder } from './faults/fault-order';
import type { FaultQueue } from './faults/fault-queue';
import { type Json, type JsonObject, literalOf, textAt, toObject } from './json-value';
import type { Ledger, ReceivedRequest } from './ledger';

const prefix = '/__sandbox__/';

/** Whether a request is for the sandbox itself. It is not recorded and meets no fault. */
export function isControl(target: string): boolean {
  return target.startsWith(prefix);
}

/**
 * What a test or a person asks of the sandbox itself:
 * - `GET faults`: those that are waiting, and all there are; `POST faults` adds one, `DELETE faults` takes all back.
 * - `GET requests`: what was received, with no value of a header and nothing of a body but its size and, except for a
 *   token call, which holds a secret, its SHA-256; `DELETE requests` forgets it.
 *
 * For programs of this machine alone: a page, whose requests name an origin, is refused wherever it comes from.
 */
export function createControl(faults: FaultQueue, ledger: Ledger): (request: ApiRequest) => Answer {
  const calls: Readonly<Record<string, (request: ApiRequest) => Answer>> = {
    'GET faults': () => listed(faults),
    'POST faults': (request) => addFault(request, faults),
    'DELETE faults': () => {
      faults.clear();
      return { status: 204 };
    },
    'GET requests': () => ({ status: 200, body: toObject({ requests: ledger.entries().map(renderRequest) }) }),
    'DELETE requests': () => {
      ledger.clear();
      return { status: 204 };
    },
  };
  return (request) => {
    const { method, target, headers } = request;
    if (!isMeantForLoopback(headers)) return refusal(421, 'This server answers to loopback names only');
    if (headers.origin !== undefined) return refusal(403, 'No page may control the sandbox');
    const name = `${method} ${target.slice(prefix.length)}`;
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    return call?.(request) ?? refusal(404, `Expected is one of ${Object.keys(calls).join(', ')} below ${prefix}`);
  };
}

function listed(faults: FaultQueue): Answer {
  const known = faultCatalogue.map(({ name, sentence, place }) => toObject({ name, at: place, sentence }));
  return { status: 200, body: toObject({ waiting: faults.waiting().map(renderOrder), known }) };
}

const expected =
  'Expected is application/json: {"fault": "NAME[@PLACE][:COUNT]", "to"?: an address in ASCII, "processed"?: boolean, "milliseconds"?: 1 to 1,000,000}';

function addFault({ headers, body }: ApiRequest, faults: FaultQueue): Answer {
  const wish = body === undefined || !isJson(headers) ? undefined : readObject(body);
  const text = wish && textAt(wish, 'fault');
  const details = wish && detailsOf(wish);
  if (text === undefined || details === undefined) return refusal(400, expected);
  const order = readFaultOrder(text, details);
  if (typeof order === 'string') return refusal(400, order);
  faults.add(order);
  return { status: 201, body: renderOrder(order) };
}

/** Undefined when one of the members, or the name of one, is wrong. */
function detailsOf(wish: JsonObject): FaultDetails | undefined {
  const details = [...wish].map(([name, value]) => detailOf(name, value));
  return details.includes(undefined) ? undefined : details.reduce((all, detail) => ({ ...all, ...detail }), {});
}

function detailOf(name: string, value: Json): FaultDetails | undefined {
  if (name === 'fault') return {};
  // A header carries no other letters; the rest of the address is the author's affair.
  if (name === 'to') return typeof value === 'string' && /^[!-~]+$/.test(value) ? { to: value } : undefined;
  if (name === 'processed') return typeof value === 'boolean' ? { isProcessed: value } : undefined;
  const milliseconds = name === 'milliseconds' ? Number(literalOf(value)) : 0;
  return milliseconds >= 1 && milliseconds <= 1e6 ? { milliseconds } : undefined;
}

function renderOrder({ fault, place, count, isProcessed }: FaultOrder): JsonObject {
  return toObject({ fault: fault.name, at: place, count: count ?? null, processed: isProcessed });
}

function renderRequest({ method, path, headerNames, body, isComplete, fault }: ReceivedRequest): JsonObject {
  const [bare = ''] = path.split('?');
  const isToken = endpointAt(bare)?.methods.get(method)?.place === 'token';
  const sha256: Json = isToken ? null : createHash('sha256').update(body).digest('hex');
  return toObject({
    method,
    path,
    headerNames,
    bytes: body.length,
    sha256,
    complete: isComplete,
    fault: fault ?? null,
  });
}
