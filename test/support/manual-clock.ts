import type { HttpPorts } from '../../server/src/api/index';

/** Timers and a clock that go on only when the test says so, and then at once. */
export interface ManualClock {
  readonly startTimer: HttpPorts['startTimer'];
  readonly now: () => number;
  /** Goes on until nothing waits any more or `work` is done; gives its result. */
  run<Result>(work: Promise<Result>): Promise<Result>;
}

export function createManualClock(start = 1_795_000_000_000): ManualClock {
  let time = start;
  const timers = new Set<{ readonly at: number; readonly fire: () => void }>();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    await new Promise(setImmediate);
  };
  return {
    now: () => time,
    startTimer: (milliseconds, fire) => {
      const timer = { at: time + milliseconds, fire };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async run(work) {
      const progress = { isDone: false };
      const done = work.finally(() => {
        progress.isDone = true;
      });
      for (;;) {
        await settle();
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (progress.isDone || !next) return done;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.fire();
      }
    },
  };
}
