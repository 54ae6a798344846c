/** Lets one submit of the same thing at a time through, in this window. */
export interface WindowLock {
  /** Takes all keys or none; gives the function that frees them, or `undefined` when one is taken. */
  acquire(keys: readonly string[]): (() => void) | undefined;
}

export function createWindowLock(): WindowLock {
  const taken = new Set<string>();
  return {
    acquire(keys) {
      if (keys.some((key) => taken.has(key))) return undefined;
      for (const key of keys) taken.add(key);
      return () => {
        for (const key of keys) taken.delete(key);
      };
    },
  };
}
