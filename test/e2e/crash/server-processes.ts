import { ChildProcess } from 'node:child_process';
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

/** What every way to start a process comes to. */
interface Starting {
  spawn: (this: ChildProcess, options: { readonly args?: readonly string[] }) => unknown;
}

/** The extension runs in the same process as this; which function of Node its library took, and when, makes no difference. */
export function watchServerProcesses(): ServerProcesses {
  const started: ChildProcess[] = [];
  const starting = ChildProcess.prototype as unknown as Starting;
  const { spawn } = starting;
  starting.spawn = function (options) {
    if (options.args?.some((argument) => argument.endsWith('server.js'))) started.push(this);
    return spawn.call(this, options);
  };
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
      starting.spawn = spawn;
    },
  };
}
