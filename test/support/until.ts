export interface Deadline {
  /** Names what is waited for in the error. */
  readonly what: string;
  /** Milliseconds until it is given up. */
  readonly within: number;
  /** Milliseconds between two looks; 50 when left out. */
  readonly every?: number;
}

/**
 * Asks `probe` again and again until it answers something other than `undefined` or `false`, and returns that.
 * Throws when the deadline passes first; what `probe` throws is thrown at once.
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  deadline: Deadline,
): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + deadline.within;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() > end) throw new Error(`${deadline.what}: not within ${deadline.within} ms`);
    await new Promise((resolve) => setTimeout(resolve, deadline.every ?? 50));
  }
}
