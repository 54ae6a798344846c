import { ProgressLocation, window } from 'vscode';
import { startTimer } from './timer';

/** Work that ends sooner shows no progress: VS Code hides the fourth notification within 800 ms, which is the verdict. */
const quickMilliseconds = 500;

/** Runs the work, under a notification whose cancel fires the signal as soon as it takes a while. */
export async function withCancel<Result>(
  title: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const result = work(controller.signal);
  const ended = Promise.allSettled([result]);
  if (await isSlow(ended)) {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    await window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => {
        controller.abort();
      });
      return ended;
    });
  }
  return result;
}

function isSlow(ended: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = startTimer(quickMilliseconds, () => {
      resolve(true);
    });
    void ended.then(() => {
      stop();
      resolve(false);
    });
  });
}
