import { inASlice } from '../read-in-slices';

/** Work in slices: one piece after the other, with pauses in which others are served. */
export interface WorkQueue {
  add(keys: Iterable<string>): void;
  /** Forgets what is still to be done. */
  clear(): void;
  readonly isIdle: boolean;
  /** Resolves when nothing is left to be done. Never rejects. */
  settled(): Promise<void>;
}

export interface Worker {
  /** Does one piece; what it rejects with is given to `failed`, and the next goes on. */
  readonly work: (key: string) => Promise<void>;
  readonly failed: (error: unknown) => void;
  /** Called in each pause, and when nothing is left. */
  readonly paused: () => void;
  /** Lets others work. */
  readonly pause: () => Promise<void>;
}

/** A queue of keys: each is done once however often it was added meanwhile, and one that is added again goes behind. */
export function createWorkQueue({ work, failed, paused, pause }: Worker): WorkQueue {
  const waiting = new Set<string>();
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    // Whoever adds first has to go on before the work begins.
    await pause();
    let isOver = inASlice();
    for (;;) {
      const [key] = waiting;
      if (key === undefined) break;
      waiting.delete(key);
      try {
        await work(key);
      } catch (error) {
        failed(error);
      }
      if (!isOver()) continue;
      paused();
      await pause();
      isOver = inASlice();
    }
    running = undefined;
    paused();
  };
  return {
    add(keys) {
      for (const key of keys) waiting.add(key);
      if (waiting.size > 0) running ??= run();
    },
    clear() {
      waiting.clear();
    },
    get isIdle() {
      return running === undefined;
    },
    async settled() {
      while (running) await running;
    },
  };
}
