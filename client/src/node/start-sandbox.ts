import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { StartSandbox } from '../extension/platform';

/** `dist/cli.js sandbox`, which prints its address on the first line. It gets no argument and no secret. */
export const startSandbox: StartSandbox = async (context, ended) => {
  const child = fork(context.asAbsolutePath('dist/cli.js'), ['sandbox'], { silent: true, execArgv: [] });
  child.once('exit', ended);
  child.once('error', ended);
  const complaint = firstLine(child.stderr);
  const address = await firstLine(child.stdout);
  if (address === undefined) throw new Error((await complaint) ?? 'The sandbox ended before it listened.');
  return {
    address,
    stop: () => {
      child.kill();
    },
  };
};

/** The first line; `undefined` when the stream ends without one. The rest is read and dropped, so that it never fills. */
async function firstLine(stream: Readable | null): Promise<string | undefined> {
  if (!stream) return undefined;
  const lines = createInterface({ input: stream });
  return new Promise((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => {
      resolve(undefined);
    });
  });
}
