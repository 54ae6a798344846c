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
  readonly omitted: Readonly<Record<'periods' | 'spans' | 'levels' | 'targets' | 'problems', number>>;
}

export interface PreviewHeadline {
  /** The group's name as written, or an empty string. */
  readonly name: string;
  /** The accepted `trackingType`, where it is certain, or what is written. Empty where the file says none. */
  readonly kind: string;
  /** Whether tracking runs; true where the file does not say (FACTS a.1). */
  readonly active: boolean;
  /** Of the name's value, or of the place that lacks it. */
  readonly range: Range;
  /** Of `trackingType` and of `active`; absent where the file does not say. */
  readonly kindRange?: Range | undefined;
  readonly activeRange?: Range | undefined;
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
  /** How many of the periods are switched off, the unlisted ones included. */
  readonly off: number;
  /** Of what says how many cycles there are; absent where nothing does. */
  readonly range?: Range | undefined;
}

/** What a sentence about the group has to know of it. */
export interface PreviewTraits {
  readonly isCap: boolean;
  /** Whether levels are reached by cycles, in a row or not. */
  readonly isStreak: boolean;
  /** Whether any one of the targets will do. */
  readonly isAny: boolean;
  readonly isRanked: boolean;
  readonly isUserCreated: boolean;
  /** What all targets together have to reach, as written, or empty. */
  readonly overall: string;
  /** How they are taken together: `SUM`, `COUNT`, what else is written, or empty. */
  readonly overallAggregation: string;
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

/** One line about the group: what it says, and where it is written. */
export interface PreviewFact {
  /** The field that says it. */
  readonly field: string;
  /** What it says: of choices the accepted value, where it is certain; several where fields belong together. */
  readonly values: readonly string[];
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
  /** Of its first and its last day; absent where the file has none. */
  readonly startRange?: Range | undefined;
  readonly endRange?: Range | undefined;
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
  /** Further lines about it: filters, event, enrolment. */
  readonly facts: readonly PreviewFact[];
  /** The sorts of places that it is limited to, each once: accepted values of `entityType`, where they are certain. */
  readonly filters: readonly string[];
  /**
   * What decides what counts; none where everything does. Two where `expression` and `expressionJson` do not say the same,
   * the one that lets everything through included.
   */
  readonly conditions: readonly PreviewCondition[];
  /** Default values by position: value n belongs to period n (FACTS b.3). */
  readonly values: readonly PreviewValue[];
  /** How many default values the file has, those beyond the listed ones included. */
  readonly valueCount: number;
  /** Where a value that is missing would stand: of the list, or of the target without one. */
  readonly valuesRange: Range;
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
  /** Of the type, or of what there is instead. */
  readonly range: Range;
}

export interface PreviewCondition {
  /** As people write it: `currentTxn.value > 500`. Empty where it cannot be read. */
  readonly text: string;
  /**
   * The conditions that it is made of, and the operators `&&` and `||` above those that they join. Parents first; `depth` 0 is
   * the root. None where there is no tree.
   */
  readonly rows: readonly PreviewConditionRow[];
  /** How many rows more there are. */
  readonly omitted: number;
  /** Of the `expressionJson`, or of the `expression` where that alone says it. */
  readonly range: Range;
}

export interface PreviewConditionRow {
  readonly depth: number;
  readonly text: string;
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
