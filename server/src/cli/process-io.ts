import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { homedir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { isatty } from 'node:tty';
import { createFolderFiles } from '../state/folder-files';
import type { CliIo } from './io';
import { stateFolder } from './state-folder';

/** The input and output of this process. */
export function createProcessIo(): CliIo {
  const { env, stdin, stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    env,
    stdout: (text) => {
      stdout.write(text);
    },
    stderr: (text) => {
      stderr.write(text);
    },
    terminal: { stdin: isatty(0), stdout: isatty(1), stderr: isatty(2) },
    readFile: (path) => readFile(path),
    readStdin: () => buffer(stdin),
    ask,
    takeInterrupt,
    now: Date.now,
    openState: () => createFolderFiles(stateFolder({ platform: process.platform, env, home: homedir() })),
    // Loaded when it is needed, so that the other commands start without the TLS modules.
    fetch: async (url, init) => (await import('./proxied-fetch')).createProxiedFetch(env)(url, init),
    startTimer: (milliseconds, fire) => {
      const timer = setTimeout(fire, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** The question goes to standard error, so that standard output holds the result alone. */
function ask(question: string, signal: AbortSignal): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, signal });
  return new Promise((resolve) => {
    lines.on('SIGINT', () => process.emit('SIGINT'));
    const end = (): void => {
      process.stderr.write('\n');
      resolve(undefined);
    };
    lines.on('close', end);
    lines.question(question, (answer) => {
      resolve(answer);
      lines.off('close', end).close();
    });
  });
}

function takeInterrupt(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    controller.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return controller.signal;
}
