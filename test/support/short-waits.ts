import type { HttpPorts } from '../../server/src/api/index';

/** A deadline in milliseconds that is short here, for what never answers. */
export const shortDeadline = 40_000;

/** Deadlines that something has to meet leave time on a busy machine. */
const deadlines: Readonly<Record<number, number>> = { 60_000: 10_000, [shortDeadline]: 2000, 30_000: 5000 };

/** Timers for which what a person waits for, between two looks at a name, is so many times shorter. */
export function startShortTimer(times: number): HttpPorts['startTimer'] {
  return (milliseconds, fire) => {
    const timer = setTimeout(fire, deadlines[milliseconds] ?? milliseconds / times);
    return () => {
      clearTimeout(timer);
    };
  };
}
