import { RAL } from './library';

/** When work is done that others need not wait for. */
export interface Turns {
  /** Told of every message that is handled. */
  readonly heard: () => void;
  /** Resolves when no message waits to be handled; for one after the other, each in another turn of the event loop. */
  readonly next: () => Promise<void>;
}

export function createTurns(): Turns {
  let messages = 0;
  let last = Promise.resolve();
  // The library handles one message in each turn of the loop.
  const quiet = async () => {
    let before;
    do {
      before = messages;
      await new Promise<void>((resolve) => RAL().timer.setImmediate(resolve));
    } while (before !== messages);
  };
  return {
    heard: () => {
      messages += 1;
    },
    next: () => (last = last.then(quiet)),
  };
}
