import type { Edit } from '../document/syntax-problem';

/** So many cycles one behind the other, from a day on. */
export interface Cycles {
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** A value of `frequencyType` with a length of its own: each but CUSTOM. */
  readonly frequencyType: string;
  /** Units in one cycle, at least 1. */
  readonly frequency: number;
  /** 1 to 100. */
  readonly count: number;
}

/** What is measured by a target that is to be added. */
export interface NewTarget {
  readonly name: string;
  readonly targetEntity: string;
  readonly targetType: string;
  readonly eventName?: string;
  /** Needed in each period: a JSON number. */
  readonly value: string;
}

/** How far dates move: whole months first, then days. An end moves so that the day behind it does. */
export interface Shift {
  readonly months?: number;
  readonly days?: number;
}

/** One thing that is made of a definition, or, of kind `new`, without one. */
export type Generator =
  | ({ readonly kind: 'periods' } & Cycles)
  | ({ readonly kind: 'shiftDates' } & (Shift | { readonly to: string }))
  /** @param value a JSON number for every period of every target; without it only what is missing is added. */
  | { readonly kind: 'defaultValues'; readonly value?: string }
  | { readonly kind: 'target'; readonly target?: NewTarget }
  | { readonly kind: 'nextPeriod' | 'unified' | 'sortPeriods' }
  /** The text of another definition: this one a year later. */
  | { readonly kind: 'nextYear'; readonly name: string }
  /** The create body of the group in a whole answer of the API, whose text this is. */
  | { readonly kind: 'createBody'; readonly text: string }
  | ({ readonly kind: 'new'; readonly name: string; readonly trackingType: string } & Cycles);

/** Why nothing is made: a whole sentence. */
export interface Refusal {
  readonly reason: string;
}

/** Edits, in any order, none touching another; or why there are none. */
export type Outcome = readonly Edit[] | Refusal;

export const isRefusal = (outcome: object): outcome is Refusal => 'reason' in outcome;
