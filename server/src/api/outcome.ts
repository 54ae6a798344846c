import type { UnreachableReason } from './classify-failure';
import type { ApiError } from './envelope';
import type { Answer } from './exchange';
import type { SubmissionFact } from './submission';

/** Why nothing was posted although nothing from outside was in the way. */
export type Obstacle =
  | { readonly reason: 'findings' }
  | { readonly reason: 'other-hash' }
  | { readonly reason: 'not-utf-8' }
  | { readonly reason: 'not-confirmed' }
  | { readonly reason: 'confirmation-used' }
  | { readonly reason: 'changed'; readonly facts: readonly SubmissionFact[] };

/** Why it is not known whether the group was created, after the POST was started. */
export type UnknownReason =
  'deadline' | 'cancelled' | 'connection-lost' | 'answer-cut' | 'answer-too-large' | 'answer-unreadable' | 'no-verdict';

/** How a submit ended (CONTRACT has the table). */
export type SubmitOutcome =
  | { readonly kind: 'created'; readonly id: string; readonly answer: Answer }
  | { readonly kind: 'ready' }
  | { readonly kind: 'blocked'; readonly obstacle: Obstacle }
  | {
      readonly kind: 'rejected';
      readonly reason: 'refused' | 'redirect';
      readonly errors: readonly ApiError[];
      readonly answer: Answer;
    }
  | { readonly kind: 'unauthorized'; readonly reason: 'no-credentials' }
  | {
      readonly kind: 'unauthorized';
      readonly reason: 'refused';
      readonly errors: readonly ApiError[];
      readonly answer: Answer;
    }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason; readonly code: string | undefined }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      /** What came of an answer, if any. */
      readonly answer: Answer | undefined;
      /** The runtime's name of what was thrown, such as `ECONNRESET`. */
      readonly code: string | undefined;
    };

/** The exit status of the command line for each outcome; wrong use, which is none, is 2. */
export const exitStatuses: Readonly<Record<SubmitOutcome['kind'], number>> = {
  created: 0,
  ready: 0,
  blocked: 1,
  rejected: 1,
  unauthorized: 1,
  unreachable: 1,
  cancelled: 1,
  unknown: 3,
};
