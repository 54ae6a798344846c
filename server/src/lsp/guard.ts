import type { CancellationToken } from 'vscode-languageserver';
import type { Host } from './host';
import { ResponseError } from './library';

/** Here `unknown` becomes words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : 'unknown reason';
}

/** The same for a sentence: without the places in the code. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}

/**
 * Runs one feature. What it throws is logged and answered by `instead`, which has to be honest: nothing for hover and
 * completion, never an empty list of diagnostics.
 */
export function guard<Answer>(
  host: Host,
  what: string,
  run: () => Answer,
  instead: (reason: string) => Answer,
): Answer {
  try {
    return run();
  } catch (error) {
    host.log(`${what} crashed: ${reasonOf(error)}`);
    return instead(wordsOf(error));
  }
}

/** Begins what nobody waits for; what it rejects with, or throws, is logged behind the words that say what did not happen. */
export function begin(host: Pick<Host, 'log'>, failure: string, work: () => Promise<unknown>): void {
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      host.log(`${failure}: ${wordsOf(error)}`);
    });
}

/** Writes each line into the log once, however often it is told. */
export function createTeller({ log }: Pick<Host, 'log'>): (line: string) => void {
  const told = new Set<string>();
  return (line) => {
    if (!told.has(line)) log(line);
    told.add(line);
  };
}

/** Throws what a request is answered with that its client has cancelled, in the middle of it. */
export function throwIfCancelled({ isCancellationRequested }: CancellationToken): void {
  // LSP's RequestCancelled.
  if (isCancellationRequested) throw new ResponseError(-32800, 'cancelled');
}
