import type { Range } from 'vscode-languageserver-types';

/**
 * What the preview shows, ready to draw: texts, days and ranges, no JSON. Built by `features/preview.ts` from one
 * snapshot of a document; the page and the command line draw nothing that is not in here.
 */
export interface PreviewModel {
  /** The document's version that this picture is of. */
  readonly version: number;
  /** `broken`: the text has syntax errors, so the picture holds only what could be read completely. */
  readonly state: 'complete' | 'broken' | 'unreadable';
  /** The group's name as written, or an empty string. */
  readonly title: string;
  readonly facts: readonly PreviewFact[];
  readonly periods: readonly PreviewPeriod[];
  readonly targets: readonly PreviewTarget[];
  readonly problems: readonly PreviewProblem[];
  /** How many periods and targets the document has beyond those listed (a cap keeps a huge file drawable). */
  readonly omitted: { readonly periods: number; readonly targets: number };
}

/** One line about the group: a label in words, the value in words, and where it is written. */
export interface PreviewFact {
  readonly label: string;
  readonly value: string;
  readonly range?: Range;
}

export interface PreviewPeriod {
  /** Zero-based position in the file. */
  readonly index: number;
  /** The `refCode`, or an empty string. */
  readonly name: string;
  /** Days as the API stores them, `YYYY-MM-DD`; absent where the file has none that can be read. Both belong to the period. */
  readonly startDay?: string;
  readonly endDay?: string;
  /** Length in days, both ends counted; absent where a day is, or where the end lies before the start. */
  readonly days?: number;
  readonly range: Range;
}

export interface PreviewTarget {
  readonly index: number;
  readonly name: string;
  /** What is measured, in words: "sum of sales per transaction". */
  readonly measure: string;
  /** The condition as written (`currentTxn.value>500`), or an empty string where every event counts. */
  readonly condition: string;
  /** One line per filter: "STORE: 3 ids". */
  readonly filters: readonly string[];
  /** Default values by position: value n belongs to period n (FACTS b.3). */
  readonly values: readonly PreviewValue[];
  readonly range: Range;
}

export interface PreviewValue {
  /** The text of the value as written, without quotes. */
  readonly text: string;
  readonly range: Range;
}

export interface PreviewProblem {
  readonly level: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}
