import { isArrayOf, isBoolean, isOneOf, isShape, isText, optional } from './guards';
import type { Guard } from './guards';

/**
 * What the API made of a definition, ready to show: texts alone, each as the API wrote it. Lists are in the order in which
 * they are to be read.
 */
export interface SubmittedView {
  /** The environment's name, its kind, and the host it was sent to. */
  readonly environment: string;
  readonly kind: 'sandbox' | 'test' | 'production';
  readonly host: string;
  /** `unknown`: it was sent, and no verdict came back. `pending`: it is on its way. */
  readonly outcome: 'created' | 'unknown' | 'pending';
  /** The group's id, where it is known. */
  readonly id?: string;
  /** When it was sent, ISO 8601. */
  readonly time: string;
  /** Whether the text in the editor is what was sent. */
  readonly isSameText: boolean;
  readonly periods: readonly SubmittedPeriod[];
  /** Where what is stored differs from what was sent. */
  readonly changes: readonly SubmittedChange[];
  /** What can still be changed, a sentence each. */
  readonly editable: readonly string[];
}

export interface SubmittedPeriod {
  readonly refCode: string;
  readonly id: string;
  readonly status: string;
  readonly startDate: string;
  readonly endDate: string;
}

export interface SubmittedChange {
  /** A JSON pointer into what was sent; of something that was not sent, what it is in words. */
  readonly place: string;
  /** `normalised`: the same in the way of the API. `added`: nothing was sent. `missing`: nothing is stored. */
  readonly what: 'changed' | 'normalised' | 'added' | 'missing';
  readonly sent?: string;
  readonly stored?: string;
}

const isTime: Guard<string> = (value): value is string =>
  isText(value) && value.length < 40 && !Number.isNaN(Date.parse(value));

/** Whether the value is exactly such a view. */
export const isSubmittedView: Guard<SubmittedView> = isShape<SubmittedView>({
  environment: isText,
  kind: isOneOf('sandbox', 'test', 'production'),
  host: isText,
  outcome: isOneOf('created', 'unknown', 'pending'),
  id: optional(isText),
  time: isTime,
  isSameText: isBoolean,
  periods: isArrayOf(
    isShape<SubmittedPeriod>({ refCode: isText, id: isText, status: isText, startDate: isText, endDate: isText }),
  ),
  changes: isArrayOf(
    isShape<SubmittedChange>({
      place: isText,
      what: isOneOf('changed', 'normalised', 'added', 'missing'),
      sent: optional(isText),
      stored: optional(isText),
    }),
  ),
  editable: isArrayOf(isText),
});
