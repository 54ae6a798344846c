import type { Mutant } from './find-mutants';

/** Breaks that change nothing anybody could see: file, the line they are on, the break, and why. */
const list: readonly (readonly [file: string, context: string, before: string, after: string, reason: string])[] = [];

export const equivalents = {
  /** Why no test can notice a break; undefined where one should. */
  reasonOf: (file: string, { context, before, after }: Mutant): string | undefined =>
    list.find((each) => each[0] === file && each[1] === context && each[2] === before && each[3] === after)?.[4],
};

export type Equivalents = typeof equivalents;
