import { startChild } from '../hosts/start-child.js';

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Laid over the environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Seconds until it is ended. */
  readonly limit: number;
  /** True when its last word has to be "N passed, N failed". */
  readonly counts: boolean;
}

export interface StepEnd {
  readonly passed: number;
  readonly failed: number;
  /** Why the step failed, when it did. */
  readonly fault?: string;
  readonly seconds: number;
}

/** Runs a step to its end, passing on what it prints. A fault that no test stands for counts as one failed. */
export async function runStep(step: Step, print: (text: string) => void): Promise<StepEnd> {
  const [program, ...args] = step.command;
  const started = Date.now();
  const child = startChild(program, args, { env: { ...process.env, ...step.env }, onOutput: print });
  const end = await Promise.race([child.ended, passing(step.limit)]);
  await child.stop();
  const count = findTotals(child.log());
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  const fault = findFault(end, step.counts, count);
  const seconds = Math.round((Date.now() - started) / 1000);
  return fault === undefined ? { passed, failed, seconds } : { passed, failed: Math.max(failed, 1), fault, seconds };
}

/** Resolves after so many seconds; keeps no process alive. */
async function passing(seconds: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref());
  return `ended after ${seconds} s`;
}

function findFault(end: string, counts: boolean, count: Totals | undefined): string | undefined {
  if (counts && count === undefined) return `${end}, without a word on its tests`;
  if (counts && count?.passed === 0 && count.failed === 0) return 'no test ran';
  if (end === 'status 0' && (count?.failed ?? 0) > 0) return 'tests failed, but its status is 0';
  return end === 'status 0' ? undefined : end;
}

interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** The last line that is nothing but totals. */
function findTotals(log: string): Totals | undefined {
  const last = [...log.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last === undefined ? undefined : { passed: Number(last[1]), failed: Number(last[2]) };
}
