/** What a definition is asked to be; what is left out is left to chance. */
export interface Wishes {
  /** True for a definition without any finding; else there may be hints and informations. */
  readonly spotless?: true;
  readonly trackingType?: 'DEFAULT' | 'UNIFIED' | 'STREAKS' | 'NON_CONTINUOUS_STREAKS' | 'CAPPING';
  readonly window?: 'FIXED_CALENDAR_WINDOW' | 'CYCLIC_WINDOW' | 'PERIOD_AGNOSTIC_WINDOW';
  readonly frequencyType?: string;
  readonly userCreated?: boolean;
  readonly periods?: number;
  readonly targets?: number;
  /** Entity and type of every target. */
  readonly pair?: Pair;
}

export type Pair = readonly [entity: string, type: string];

/** Which types belong to which entity (RULES, Pairs), written down once more. */
export const pairs: readonly [Pair, ...Pair[]] = [
  ['TRANSACTION', 'SALES'],
  ['TRANSACTION', 'GROSS_SALES'],
  ['TRANSACTION', 'COUNT'],
  ['TRANSACTION', 'VISIT'],
  ['TRANSACTION', 'QUANTITY'],
  ['TRANSACTION', 'EXTENDED_FIELD'],
  ['TRANSACTION', 'ALL'],
  ['LINEITEM', 'SALES'],
  ['LINEITEM', 'GROSS_SALES'],
  ['LINEITEM', 'QUANTITY'],
  ['LINEITEM', 'EXTENDED_FIELD'],
  ['EVENT', 'COUNT'],
  ['EVENT', 'VISIT'],
  ['EVENT', 'EVENT_ATTRIBUTE'],
  ['POINTS', 'REGULAR_POINTS'],
  ['POINTS', 'PROMOTIONAL_POINTS'],
  ['POINTS', 'ALL_POINTS'],
  ['ALTERNATE_CURRENCIES', 'ALL'],
  ['ALTERNATE_CURRENCIES', 'REGULAR'],
  ['ALTERNATE_CURRENCIES', 'PROMOTION'],
];
