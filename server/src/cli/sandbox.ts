import { parseArgs } from 'node:util';
import { createSandbox, defaultPort, type FaultOrder, ListenError, readFaultOrder } from '../sandbox/index';
import { usages } from './help';
import { toLine } from './to-line';

export interface SandboxIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Ends the command as Ctrl+C does. */
  readonly signal?: AbortSignal;
}

/**
 * `sandbox [--port N] [--fault NAME]...`: runs the sandbox until SIGINT, SIGTERM or the signal of `io`. The arguments
 * are those after the command's name. Gives the exit status: 0 when it was ended, 2 on wrong use or a taken port.
 */
export async function runSandboxCommand(args: readonly string[], io: SandboxIo): Promise<number> {
  const use = readUse(args);
  if (typeof use === 'string') {
    io.stderr(`sandbox: ${toLine(use)}\nUsage: ${usages.sandbox}\n`);
    return 2;
  }
  const sandbox = createSandbox(use);
  const address = await sandbox.listen().catch((error: unknown) => asListenError(error));
  if (typeof address !== 'string') {
    io.stderr(`sandbox: ${address.message} --port 0 takes any free one.\n`);
    return 2;
  }
  const ended = untilEnded(io.signal);
  io.stdout(`${address}\nTakes any user and password, and any key and secret, but "wrong". Ctrl+C ends it.\n`);
  await ended;
  await sandbox.close();
  return 0;
}

interface SandboxUse {
  readonly port: number;
  readonly faults: readonly FaultOrder[];
}

/** What is asked for, or what is wrong with the arguments. */
function readUse(args: readonly string[]): SandboxUse | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    options: { port: { type: 'string' }, fault: { type: 'string', multiple: true } },
  });
  const { port = String(defaultPort), fault = [], ...unknown } = values;
  const [stranger] = [
    ...Object.keys(unknown).map((name) => (name.length > 1 ? `--${name}` : `-${name}`)),
    ...positionals,
  ];
  if (stranger !== undefined) return `"${stranger}" is not known here; it takes --port N and --fault NAME only.`;
  if (typeof port !== 'string' || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return `--port ${typeof port === 'string' ? `is "${port}"` : 'has no value'}; expected a number from 0 to 65535.`;
  }
  const orders = [fault].flat().map((text) => (typeof text === 'string' ? readFaultOrder(text) : 'it has no value.'));
  const problem = orders.find((order) => typeof order === 'string');
  if (problem !== undefined) return `--fault: ${problem} sandbox --help lists them.`;
  return { port: Number(port), faults: orders.filter((order) => typeof order !== 'string') };
}

function asListenError(error: unknown): ListenError {
  if (error instanceof ListenError) return error;
  throw error;
}

/** Settles at the first SIGINT or SIGTERM, when a parent that forked this process is gone, or when the signal aborts. */
function untilEnded(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      process.off('SIGINT', end).off('SIGTERM', end).off('disconnect', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end).on('disconnect', end);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted === true) end();
  });
}
