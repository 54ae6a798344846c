import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A language server as a process, spoken to over its standard streams. */
export interface RpcProcess {
  readonly pid: number;
  /** Sends a request and gives its result; rejects with the server's error, or when the process ends before it answers. */
  readonly request: (method: string, params?: unknown) => Promise<unknown>;
  readonly notify: (method: string, params?: unknown) => void;
  /** Resolves with the params of the next notification of that method. */
  readonly next: (method: string) => Promise<unknown>;
  /** Gives the params of each notification of that method, from now on. */
  readonly listen: (method: string, take: (params: unknown) => void) => void;
  /** Cancels the request that was sent last. */
  readonly cancel: () => void;
  /** Whatever is sent meanwhile reaches the server at once. */
  readonly together: (send: () => void) => void;
  /** Sends bytes as they are, whatever they are. */
  readonly write: (bytes: string | Uint8Array) => void;
  /** Closes its input, as a client that disappears does. */
  readonly hangUp: () => void;
  /** Resolves with its exit status when it is gone, null after a signal. */
  readonly exit: Promise<number | null>;
  /** Ends it by the protocol's own words and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/** The error that a server answered. */
export class RpcError extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}

/** A message as it goes over the wire. */
export function toFrame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly code: number };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a script with this Node.
 * @param answer the results of requests that the server sends; null where left out.
 * @param node options of Node itself.
 */
export function startRpcProcess(
  script: string,
  args: readonly string[] = ['--stdio'],
  answer: (method: string, params: unknown) => unknown = () => null,
  node: readonly string[] = [],
): RpcProcess {
  const child = spawn(process.execPath, [...node, script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  // What is written to a server that has ended reaches nobody; whoever waits for an answer is told below.
  child.stdin.on('error', () => undefined);
  const requests = new Map<number | string, Waiting>();
  const notifications = new Map<string, Waiting[]>();
  const listeners = new Map<string, (params: unknown) => void>();
  let ids = 0;

  const send = (message: object) => {
    child.stdin.write(toFrame(message));
  };
  const take = ({ id, method, params, result, error }: Message) => {
    if (method !== undefined && id !== undefined) {
      send({ id, result: answer(method, params) });
    } else if (method !== undefined) {
      notifications.get(method)?.shift()?.resolve(params);
      listeners.get(method)?.(params);
    } else if (id !== undefined) {
      const waiting = requests.get(id);
      requests.delete(id);
      if (error) waiting?.reject(new RpcError(error.message, error.code));
      else waiting?.resolve(result);
    }
  };
  child.stdout.on('data', createReader(take));
  const exit = once(child, 'close').then(([status]) => {
    for (const waiting of [...requests.values(), ...[...notifications.values()].flat()]) {
      waiting.reject(new Error(`${script} ended`));
    }
    return status as number | null;
  });
  const rpc = {
    pid: child.pid ?? 0,
    request: (method: string, params?: unknown) => {
      ids += 1;
      const id = ids;
      return new Promise<unknown>((resolve, reject) => {
        requests.set(id, { resolve, reject });
        send({ id, method, params });
      });
    },
    notify: (method: string, params?: unknown) => {
      send({ method, params });
    },
    next: (method: string) =>
      new Promise<unknown>((resolve, reject) => {
        notifications.set(method, [...(notifications.get(method) ?? []), { resolve, reject }]);
      }),
    listen: (method: string, take: (params: unknown) => void) => {
      listeners.set(method, take);
    },
    cancel: () => {
      send({ method: '$/cancelRequest', params: { id: ids } });
    },
    together: (sends: () => void) => {
      child.stdin.cork();
      sends();
      child.stdin.uncork();
    },
    write: (bytes: string | Uint8Array) => {
      child.stdin.write(bytes);
    },
    hangUp: () => {
      child.stdin.end();
    },
    exit,
    stop: async () => {
      await rpc.request('shutdown');
      rpc.notify('exit');
      await exit;
    },
  };
  return rpc;
}

/** Cuts a stream of bytes into messages, each behind its Content-Length; what is not yet whole is joined once. */
function createReader(take: (message: Message) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 0;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let rest = Buffer.concat(chunks);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const start = end + 4;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, Math.max(0, end)))?.[1]);
      wanted = end === -1 ? 0 : start + length;
      if (end === -1 || rest.length < wanted) break;
      take(JSON.parse(rest.toString('utf8', start, wanted)) as Message);
      rest = rest.subarray(wanted);
    }
    chunks = [rest];
    held = rest.length;
  };
}
