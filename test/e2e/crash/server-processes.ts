import childProcess, { type ChildProcess } from 'node:child_process';
import { until } from '../../support/until';

/** The processes of the language server that the extension starts from now on, the newest last. */
export interface ServerProcesses {
  readonly started: readonly ChildProcess[];
  /** Waits for the one that runs. */
  readonly running: () => Promise<ChildProcess>;
  /** Ends the one that runs as the system does that is out of memory: it can do nothing about it. */
  readonly kill: () => Promise<void>;
  readonly stopWatching: () => void;
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** The extension runs in the same process as this, and its library calls `fork` by name. */
export function watchServerProcesses(): ServerProcesses {
  const started: ChildProcess[] = [];
  const { fork } = childProcess;
  const watching = (...args: unknown[]): ChildProcess => {
    const child = (fork as (...all: unknown[]) => ChildProcess)(...args);
    if (String(args[0]).endsWith('server.js')) {
      started.push(child);
    }
    return child;
  };
  Object.assign(childProcess, { fork: watching });
  const running = () => until(() => started.find(isAlive), { what: 'a process of the server', within: 20_000 });
  return {
    started,
    running,
    kill: async () => {
      const child = await running();
      child.kill('SIGKILL');
      await until(() => !isAlive(child), { what: 'its end', within: 10_000 });
    },
    stopWatching: () => {
      Object.assign(childProcess, { fork });
    },
  };
}
