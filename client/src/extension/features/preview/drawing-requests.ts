/** Questions for the page's drawing, which are answered by messages. */
export interface DrawingRequests {
  /** The drawing as the page has it; undefined when no answer comes in time. */
  next(): Promise<string | undefined>;
  /** The page may have a drawing now: asks again, if somebody waits. */
  ask(): void;
  /** What the page answered; an empty drawing is waited past until time is up, and is the answer then. */
  answer(svg: string): void;
}

const patience = 5000;

export function createDrawingRequests(post: () => void, milliseconds = patience): DrawingRequests {
  let waiting: ((svg: string) => void)[] = [];
  let last: string | undefined;
  return {
    next: () =>
      new Promise((resolve) => {
        last = undefined;
        const timer = setTimeout(() => {
          resolve(last);
        }, milliseconds);
        waiting.push((svg) => {
          clearTimeout(timer);
          resolve(svg);
        });
        post();
      }),
    ask: () => {
      if (waiting.length > 0) post();
    },
    answer: (svg) => {
      last = svg;
      if (svg === '') return;
      const settled = waiting;
      waiting = [];
      for (const settle of settled) settle(svg);
    },
  };
}
