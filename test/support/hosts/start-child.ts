import { spawn } from 'node:child_process';
import { until } from '../until.js';

export interface Child {
  /** Everything it printed so far. */
  readonly log: () => string;
  /** Resolves with the way it ended ("status 1", "SIGKILL", the error of a start that failed); never rejects. */
  readonly ended: Promise<string>;
  /** Waits, so many milliseconds, until it printed what the pattern's group finds. Throws with the log when it ends first. */
  readonly waitForLog: (pattern: RegExp, within: number) => Promise<string>;
  /** Ends it and every process it started, and waits for that. */
  readonly stop: () => Promise<void>;
}

const running = new Set<number>();

process.once('exit', () => {
  for (const group of running) signalGroup(group, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(130));
}

export interface ChildOptions {
  /** Its whole environment; that of this process when left out. */
  readonly env?: NodeJS.ProcessEnv;
  /** Gets what it prints, in pieces, standard output and errors alike. */
  readonly onOutput?: (text: string) => void;
}

const isWindows = process.platform === 'win32';

/** Starts a long-running process in a group of its own, so that nothing it starts outlives it or us. */
export function startChild(command: string, args: readonly string[], options: ChildOptions = {}): Child {
  const { env = process.env, onOutput } = options;
  // Windows has no groups, and npm is a script there.
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    shell: isWindows,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      onOutput?.(text);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (code, signal) => {
      resolve(signal ?? `status ${String(code)}`);
    });
  });
  const group = child.pid;
  if (group !== undefined) running.add(group);
  const stop = async (): Promise<void> => {
    if (group === undefined) return;
    await stopGroup(group);
    running.delete(group);
  };
  let end: string | undefined;
  void ended.then((how) => (end = how));
  const waitForLog = async (pattern: RegExp, within: number): Promise<string> =>
    await until(
      () => {
        if (end !== undefined) throw new Error(`${command} ended (${end})\n${log}`);
        return pattern.exec(log)?.[1];
      },
      { what: `${String(pattern)} printed by ${command}`, within },
    );
  return { log: () => log, ended, waitForLog, stop };
}

async function stopGroup(group: number): Promise<void> {
  if (!signalGroup(group, 'SIGTERM')) return;
  try {
    await until(() => !signalGroup(group, 0), { what: 'end of the process group', within: 3000 });
  } catch {
    signalGroup(group, 'SIGKILL');
  }
}

/** False when no process of the group is left. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(isWindows ? group : -group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
