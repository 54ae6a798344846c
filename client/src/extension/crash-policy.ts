export interface CrashPolicy {
  /** Called for every crash; says whether the server is worth another start. */
  crashed(): 'restart' | 'give-up';
}

/** The server is started again `restarts` times within any `withinMs` milliseconds; `now` is a clock in milliseconds. */
export function createCrashPolicy(now: () => number, restarts = 4, withinMs = 180_000): CrashPolicy {
  let crashes: number[] = [];
  return {
    crashed() {
      const time = now();
      crashes = [...crashes.filter((earlier) => time - earlier < withinMs), time];
      return crashes.length <= restarts ? 'restart' : 'give-up';
    },
  };
}
