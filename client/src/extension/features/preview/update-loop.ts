/** Asks for something again and again as it changes: one question at a time, the newest wins, none while nobody looks. */
export interface UpdateLoop {
  /** There may be something new: asks as soon as nothing is in the way. Any number of calls until then is one question. */
  changed(): void;
  setVisible(visible: boolean): void;
  /** Whatever is on its way is about something else now, and is dropped. */
  forget(): void;
}

interface UpdateLoopOptions<Answer> {
  readonly ask: () => Promise<Answer>;
  readonly answered: (answer: Answer) => void;
  /** The question failed. The loop goes on with the next change. */
  readonly failed: (thrown: unknown) => void;
}

/** A loop that is visible and has nothing to ask yet. */
export function createUpdateLoop<Answer>({ ask, answered, failed }: UpdateLoopOptions<Answer>): UpdateLoop {
  let visible = true;
  let stale = false;
  let asking = false;
  let subject = 0;

  const turn = (): void => {
    if (!visible || !stale || asking) return;
    stale = false;
    asking = true;
    const about = subject;
    const settle =
      <Value>(use: (value: Value) => void) =>
      (value: Value): void => {
        asking = false;
        if (about === subject) use(value);
        turn();
      };
    ask().then(settle(answered), settle(failed));
  };

  return {
    changed: () => {
      stale = true;
      turn();
    },
    setVisible: (now) => {
      visible = now;
      turn();
    },
    forget: () => {
      subject += 1;
      stale = false;
    },
  };
}
