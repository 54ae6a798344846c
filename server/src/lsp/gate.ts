import type { Connection, ConnectionOptions, Message } from 'vscode-languageserver';
import type { Host } from './host';
import { paramsOf } from './params';
import type { Turns } from './turns';
import { ResponseError } from './library';

/** The method by whose name what is refused goes on, instead of its own. */
const refused = '$/refused';

interface Refusal {
  /** Of JSON-RPC and LSP: -32600 invalid request, -32602 invalid params, -32002 not initialized. */
  readonly code: -32600 | -32602 | -32002;
  readonly message: string;
}

interface Call extends Message {
  readonly method: string;
  readonly id?: unknown;
  readonly params?: unknown;
}

export interface Gate {
  /** For the connection that it stands in front of. */
  readonly options: ConnectionOptions;
  /** Runs a function once, before the next message is let through: the one that is being answered then has its answer. */
  beforeNext(run: () => void): void;
}

const isCall = (message: Message): message is Call => 'method' in message;

/**
 * Stands between the wire and the handlers of one connection: lets through what comes in its time (`initialize` first and
 * once, nothing but `exit` behind `shutdown`) and whose params are what handlers rely on; answers requests that were
 * cancelled before their turn. To be used with {@link answerRefused}.
 * @param turns is told of each.
 */
export function createGate(turns: Turns): Gate {
  let beforeNext: (() => void) | undefined;
  let stage: 'new' | 'serving' | 'ended' = 'new';
  const refusalOf = ({ method, params }: Call): Refusal | undefined => {
    if (method === 'exit') return undefined;
    if (stage === 'ended') return { code: -32600, message: `${method} came behind shutdown; exit is expected.` };
    if (stage === 'new' && method !== 'initialize')
      return { code: -32002, message: `${method} came before initialize.` };
    if (stage === 'serving' && method === 'initialize') return { code: -32600, message: 'initialize came twice.' };
    const message = paramsOf.get(method)?.(params, 'params');
    if (message !== undefined) return { code: -32602, message: `${method}: ${message}` };
    if (method === 'initialize') stage = 'serving';
    if (method === 'shutdown') stage = 'ended';
    return undefined;
  };
  const options: ConnectionOptions = {
    connectionStrategy: {
      // Of a request that still waits in the queue; the library puts its id in the place of null.
      cancelUndispatched: ({ jsonrpc }) => ({ jsonrpc, id: null, error: { code: -32800, message: 'cancelled' } }),
    },
    messageStrategy: {
      handleMessage(message, next) {
        turns.heard();
        const run = beforeNext;
        beforeNext = undefined;
        run?.();
        const refusal = isCall(message) ? refusalOf(message) : undefined;
        const turnedAway: Call = { ...message, method: refused, params: refusal };
        return next(refusal ? turnedAway : message);
      },
    },
  };
  return {
    options,
    beforeNext(run) {
      beforeNext = run;
    },
  };
}

/** Gives refused requests their errors, and tells the log of refused notifications. */
export function answerRefused(connection: Connection, { log }: Pick<Host, 'log'>): void {
  connection.onRequest(refused, ({ code, message }: Refusal) => new ResponseError(code, message));
  connection.onNotification(refused, ({ code, message }: Refusal) => {
    // Before it is initialized, and behind its end, a server says nothing of its own.
    if (code === -32602) log(message);
  });
}
