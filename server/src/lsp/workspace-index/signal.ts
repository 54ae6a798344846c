/** Lets any number wait for the next change. */
export interface Signal {
  /** How often it was fired. */
  readonly turn: number;
  fire(): void;
  /** Resolves once `turn` is no longer the one given. */
  changedSince(turn: number): Promise<void>;
}

export function createSignal(): Signal {
  let turn = 0;
  let waiting: (() => void)[] = [];
  return {
    get turn() {
      return turn;
    },
    fire() {
      turn += 1;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    async changedSince(seen) {
      if (turn === seen) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
