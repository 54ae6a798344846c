import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd?: string;
  /** Laid over the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end and returns what it printed; throws with the end of its output when its status is not 0. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const status = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? signal);
    });
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${String(status)}\n${output.slice(-4000)}`);
  return output;
}
