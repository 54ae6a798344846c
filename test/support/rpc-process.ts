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
  /** Ends it by the protocol's own words and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a script with this Node.
 * @param answer the results of requests that the server sends; null where left out.
 */
export function startRpcProcess(
  script: string,
  args: readonly string[] = ['--stdio'],
  answer: (method: string, params: unknown) => unknown = () => null,
): RpcProcess {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const requests = new Map<number | string, Waiting>();
  const notifications = new Map<string, Waiting[]>();
  let ids = 0;

  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const take = ({ id, method, params, result, error }: Message) => {
    if (method !== undefined && id !== undefined) {
      send({ id, result: answer(method, params) });
    } else if (method !== undefined) {
      notifications.get(method)?.shift()?.resolve(params);
    } else if (id !== undefined) {
      const waiting = requests.get(id);
      requests.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
    }
  };
  child.stdout.on('data', createReader(take));
  const gone = once(child, 'close').then(() => {
    for (const waiting of [...requests.values(), ...[...notifications.values()].flat()]) {
      waiting.reject(new Error(`${script} ended`));
    }
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
    stop: async () => {
      await rpc.request('shutdown');
      rpc.notify('exit');
      await gone;
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
