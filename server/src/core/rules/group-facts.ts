import type { Day } from '../periods/day';
import { countOf, dayOf, factOf, type Fact } from './fact';
import type { Part } from './part';

/** Two dates that belong together, with the keys they stand under. */
export interface DatePair {
  readonly names: { readonly start: string; readonly end: string };
  readonly start: Fact<Day>;
  readonly end: Fact<Day>;
}

/** What the group tells the rules that look across parts. */
export interface GroupFacts {
  readonly name: Fact<string>;
  readonly totalPeriods: Fact<number>;
  /** Number of elements of `periods`. */
  readonly periods: Fact<number>;
  /** `targetEvaluationType`, its spelling resolved. */
  readonly window: Fact<string>;
  readonly frequencyType: Fact<string>;
  readonly frequency: Fact<number>;
  readonly userCreated: Fact<boolean>;
  /** `fromDate` and `toDate`. */
  readonly life: DatePair;
  readonly cycles: DatePair;
  readonly cyclesIso: DatePair;
  /** The highest level of `streaks`; 0 where there is none that can be read. */
  readonly highestStreak: number;
}

export function groupFacts(part: Part): GroupFacts {
  return {
    name: factOf(part, 'name', (name) => part.text(name)),
    totalPeriods: factOf(part, 'totalPeriods', (name) => part.number(name)),
    periods: countOf(part, 'periods'),
    window: factOf(part, 'targetEvaluationType', (name) => part.choice(name)),
    frequencyType: factOf(part, 'frequencyType', (name) => part.choice(name)),
    frequency: factOf(part, 'frequency', (name) => part.number(name)),
    userCreated: factOf(part, 'userCreated', (name) => part.boolean(name)),
    life: pairOf(part, 'fromDate', 'toDate'),
    cycles: pairOf(part, 'targetCycleStartDate', 'targetCycleEndDate'),
    cyclesIso: pairOf(part, 'targetCycleStartDateISO', 'targetCycleEndDateISO'),
    highestStreak: part
      .parts('streaks')
      .reduce((highest, level) => Math.max(highest, level.number('targetCountOfSequence')?.value ?? 0), 0),
  };
}

function pairOf(part: Part, start: string, end: string): DatePair {
  return { names: { start, end }, start: dayOf(part, start), end: dayOf(part, end) };
}
