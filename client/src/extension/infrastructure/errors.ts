import { CancellationError, l10n, window } from 'vscode';
import type { Log } from './log';
import { toPlainText } from './texts';

/** A button under a message, and what it does. */
export interface Action {
  readonly title: string;
  readonly run: () => unknown;
}

export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Runs the work of a command or an event: cancelling is silent, anything else thrown is logged and shown once. */
export type ErrorBoundary = (what: string, work: () => unknown) => Promise<void>;

export function createErrorBoundary(log: Log): ErrorBoundary {
  return async (what, work) => {
    try {
      await work();
    } catch (thrown) {
      if (thrown instanceof CancellationError) return;
      const error = toError(thrown);
      log.error(`${what}: ${error.stack ?? error.message}`);
      const showLog = {
        title: l10n.t('Show Log'),
        run: () => {
          log.show();
        },
      };
      await runChosen(window.showErrorMessage(toPlainText(error.message, 300), showLog));
    }
  };
}

/** Waits for the answer to a message and runs the button that was taken, if one was. */
export async function runChosen(answer: Thenable<Action | undefined>): Promise<void> {
  await (await answer)?.run();
}

/** What was promised, or `undefined` and a line in the log. */
export async function logFailure<Result>(log: Log, what: string, work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (thrown) {
    log.error(`${what}: ${toError(thrown).message}`);
    return undefined;
  }
}
