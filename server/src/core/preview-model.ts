import type { Range } from 'vscode-languageserver-types';

/**
 * What the preview shows, ready to draw: texts, days and ranges, no JSON. Built by `features/preview.ts` from one
 * snapshot of a document; the page and the command line draw nothing that is not in here. Lists and texts
 * are cut at the builder's limits, so that a model stays drawable whatever the file holds.
 */
export interface PreviewModel {
  /** The document's version that this picture, and every range in it, is of. */
  readonly version: number;
  /**
   * `broken`: the text has syntax errors, so the picture holds only what could be read completely.
   * `unreadable`: there is no definition to draw (no text, or the root is no object); only the problems are filled.
   */
  readonly state: 'complete' | 'broken' | 'unreadable';
  readonly headline: PreviewHeadline;
  readonly rhythm: PreviewRhythm;
  readonly traits: PreviewTraits;
  readonly facts: readonly PreviewFact[];
  readonly levels: readonly PreviewLevel[];
  /** The group's own dates and its cycle dates, as far as they are written. */
  readonly frames: readonly PreviewFrame[];
  readonly periods: readonly PreviewPeriod[];
  /** From the first day of all periods to the last, the unlisted ones included; absent where none has days. */
  readonly extent?: { readonly startDay: string; readonly endDay: string };
  /** Where the periods leave days out or share them; in the order of the days. */
  readonly spans: readonly PreviewSpan[];
  /** How many default values a target needs to have one per cycle: the number of periods, or `totalPeriods` without any. */
  readonly cycles: number;
  readonly targets: readonly PreviewTarget[];
  /** The findings in the order in which the editor lists them. */
  readonly problems: readonly PreviewProblem[];
  /** Of all findings, the unlisted ones included. */
  readonly problemCounts: Readonly<Record<PreviewProblem['level'], number>>;
  /** How many more the document has of what is listed above. */
  readonly omitted: Readonly<Record<'periods' | 'spans' | 'targets' | 'problems', number>>;
}

export interface PreviewHeadline {
  /** The group's name as written, or an empty string. */
  readonly name: string;
  /** The kind in words: "Single milestone". Empty where the file says none. */
  readonly kind: string;
  /** Whether tracking runs; true where the file does not say (FACTS a.1). */
  readonly active: boolean;
  /** Of the name's value, or of the place that lacks it. */
  readonly range: Range;
}

/** What the cycles follow: days of the calendar, each customer's first transaction, or nothing but the target. */
export interface PreviewRhythm {
  readonly window: 'fixed' | 'cyclic' | 'agnostic';
  /** The `frequencyType`, or empty. */
  readonly unit: string;
  /** The `frequency`, or 1: how many units a cycle has. */
  readonly every: number;
  /** How many cycles there are, or rounds of a customer; 0 where the file does not say. */
  readonly rounds: number;
}

/** What a sentence about the group has to know of it. */
export interface PreviewTraits {
  readonly isCap: boolean;
  /** Whether any one of the targets will do. */
  readonly isAny: boolean;
  readonly isRanked: boolean;
  readonly isUserCreated: boolean;
  /** What all targets together have to reach, as written, or empty. */
  readonly overall: string;
}

/** A level of a streak. */
export interface PreviewLevel {
  readonly name: string;
  /** How many cycles it takes, as written; empty where the file does not say. */
  readonly cycles: string;
  /** Whether they have to follow each other. */
  readonly inARow: boolean;
  readonly range: Range;
}

/** One line about the group: a label in words, the value in words, and where it is written. */
export interface PreviewFact {
  readonly label: string;
  readonly value: string;
  readonly range: Range;
}

/** A stretch of time around the periods. Days as {@link PreviewPeriod} has them; at least one of the two is there. */
export interface PreviewFrame {
  readonly label: string;
  readonly startDay?: string;
  readonly endDay?: string;
  readonly range: Range;
}

export interface PreviewPeriod {
  /** Zero-based position in the file. */
  readonly index: number;
  /** The `refCode`, or an empty string. */
  readonly name: string;
  /** Days as the API stores them, `YYYY-MM-DD`; absent where none can be read. Both belong to the period. */
  readonly startDay?: string;
  readonly endDay?: string;
  /** Length in days, both ends counted; absent where a day is, or where the end lies before the start. */
  readonly days?: number;
  /** Whether the period is switched on; true where the file does not say (FACTS a.3). */
  readonly active: boolean;
  readonly range: Range;
}

/** Days between two neighbours in time that no period covers, or that both of them cover. */
export interface PreviewSpan {
  readonly kind: 'gap' | 'overlap';
  readonly startDay: string;
  readonly endDay: string;
  readonly days: number;
  /** `index` of the period that starts earlier, and of the one that starts later. */
  readonly between: readonly [number, number];
}

export interface PreviewTarget {
  /** Zero-based position in the file. */
  readonly index: number;
  readonly name: string;
  readonly active: boolean;
  readonly kpi: PreviewKpi;
  /** Further lines about it: condition, filters, event, enrolment. */
  readonly facts: readonly PreviewFact[];
  /** The tree of the rule that decides what counts; absent where everything does, or where it cannot be read. */
  readonly condition?: PreviewCondition;
  /** Default values by position: value n belongs to period n (FACTS b.3). */
  readonly values: readonly PreviewValue[];
  /** How many default values the file has, those beyond the listed ones included. */
  readonly valueCount: number;
  readonly range: Range;
}

/** What a target measures, each as the file says it or empty; of choices the accepted value, where it is certain. */
export interface PreviewKpi {
  readonly entity: string;
  readonly type: string;
  readonly event: string;
  /** The extended field, or the attribute of the event, and how it is gathered. */
  readonly attribute: string;
  readonly aggregate: string;
  readonly currency: string;
  readonly program: string;
}

export interface PreviewCondition {
  /** As people write it: `currentTxn.value > 500`. */
  readonly text: string;
  /** Node by node, parents first; `depth` 0 is the root. */
  readonly rows: readonly { readonly depth: number; readonly text: string }[];
  /** Of the `expressionJson`. */
  readonly range: Range;
}

export interface PreviewValue {
  /** The text of the value as written, without quotes; empty where the entry has none. */
  readonly text: string;
  readonly range: Range;
}

export interface PreviewProblem {
  readonly level: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}
