import type { IncomingMessage } from 'node:http';
import type { ReceivedBody } from './receive-body';

/** One request as it arrived. Of the headers only the names are kept: their values are credentials. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  /** As sent, in their order. */
  readonly headerNames: readonly string[];
  /** The bytes of the body as they came; only the first 10 MB. */
  readonly body: Uint8Array;
  /** False when the connection ended before the body did. */
  readonly isComplete: boolean;
  /** The name of the fault that it met; undefined when it went its usual way. */
  readonly fault: string | undefined;
}

export interface Ledger {
  readonly add: (request: IncomingMessage, body: ReceivedBody, fault?: string) => void;
  readonly clear: () => void;
  /** The latest requests, oldest first: at most 1,000, and at most about 64 MB of bodies. */
  readonly entries: () => readonly ReceivedRequest[];
}

const mostEntries = 1000;
const mostBytes = 64 * 1024 * 1024;

export function createLedger(): Ledger {
  let entries: ReceivedRequest[] = [];
  let bytes = 0;
  return {
    add({ method = '', url = '', rawHeaders }, body, fault) {
      const headerNames = rawHeaders.filter((_, index) => index % 2 === 0);
      entries.push({ method, path: url, headerNames, body: body.bytes, isComplete: body.kind !== 'broken', fault });
      bytes += body.bytes.length;
      while (entries.length > mostEntries || (bytes > mostBytes && entries.length > 1)) {
        bytes -= entries.shift()?.body.length ?? 0;
      }
    },
    clear: () => {
      entries = [];
      bytes = 0;
    },
    entries: () => [...entries],
  };
}
