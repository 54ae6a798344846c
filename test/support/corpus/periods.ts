import { anyDateText, cycleEndOf, type Day } from './calendar';
import type { Random } from './random';
import { anyText, spelt } from './texts';
import { leaf, object, text, type Obj, type Tree } from './tree';

export interface PeriodPlan {
  readonly count: number;
  readonly frequencyType: string;
  readonly frequency: number;
  readonly isSpotless: boolean;
}

export interface Periods {
  readonly periods: readonly Obj[];
  /** The first and the last day of all periods; any two days where there is no period. */
  readonly first: Day;
  readonly last: Day;
}

/** Periods that share no day, with or without gaps, in any order; each is one cycle long where the cycle has a length. */
export function anyPeriods(random: Random, plan: PeriodPlan): Periods {
  const first: Day = random.integer(-10_000, 40_000);
  const periods: Obj[] = [];
  let start = first;
  let last = first + random.integer(0, 400);
  for (let index = 0; index < plan.count; index++) {
    const isAnyLength = plan.frequencyType === 'CUSTOM' || (!plan.isSpotless && random.once(6));
    last = isAnyLength
      ? start + random.pick([0, 1, 6, random.integer(0, 400)])
      : cycleEndOf(start, plan.frequencyType, plan.frequency);
    periods.push(period(random, index, start, last, plan.isSpotless));
    start = last + 1 + (random.once(4) ? random.integer(1, 40) : 0);
  }
  return { periods: random.once(4) ? random.shuffled(periods) : periods, first, last };
}

function period(random: Random, index: number, start: Day, end: Day, isSpotless: boolean): Obj {
  const status = ['RUNNING', 'NOT_STARTED', 'ENDED', ...(isSpotless ? [] : ['UPCOMING', 'LIVE'])];
  return object({
    active: random.pick([undefined, leaf(true), leaf(false), leaf('null')]),
    description: random.pick<Tree | undefined>([undefined, text(''), spelt(random, anyText(random, 255))]),
    refCode: random.pick([text(`Cycle_${index + 1}`), text(`cycle ${index}`), leaf(1_720_782_952 + index)]),
    startDate: text(anyDateText(random, start, !isSpotless)),
    endDate: text(anyDateText(random, end, !isSpotless)),
    periodStatus: random.once(2) ? text(random.pick(status as [string, ...string[]])) : undefined,
  });
}
