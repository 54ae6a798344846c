import type { UnreachableReason } from './classify-failure';
import type { ApiError } from './envelope';
import type { Answer } from './exchange';
import type { SubmissionFact } from './submission';

/** The calls that come before the POST and only read. */
export type ReadCall = 'token' | 'name-check' | 'group-list' | 'group';

/** A submit of the same thing that is known from before. */
export interface EarlierSubmit {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Of the group that came of it, where it is known. */
  readonly id: string | undefined;
  readonly verdict: SubmitOutcome['kind'] | 'pending';
  /** What was sent was the same, byte for byte. */
  readonly isSameContent: boolean;
}

/** Why nothing was posted although nothing from outside was in the way. */
export type Obstacle =
  | { readonly reason: 'findings' }
  | { readonly reason: 'other-hash' }
  | { readonly reason: 'not-utf-8' }
  | { readonly reason: 'not-confirmed' }
  | { readonly reason: 'confirmation-used' }
  | { readonly reason: 'changed'; readonly facts: readonly SubmissionFact[] }
  /** The organisation has a group of this name. */
  | { readonly reason: 'name-taken'; readonly name: string; readonly earlier: EarlierSubmit | undefined }
  /** The same content, or a group of the same name, is on its way to this host now. */
  | { readonly reason: 'in-flight' }
  /** It was sent from elsewhere since it was looked at. */
  | { readonly reason: 'sent-meanwhile'; readonly earlier: EarlierSubmit }
  /** An earlier submit of the same thing has no verdict yet, and nobody was there to agree to another one. */
  | { readonly reason: 'unsettled'; readonly earlier: EarlierSubmit }
  /** Nothing goes out that could not be written down before. `code` is the runtime's, such as `ENOSPC`. */
  | { readonly reason: 'no-record'; readonly code: string | undefined }
  /** A call before the POST was answered, but not with what it is for. */
  | {
      readonly reason: 'call';
      readonly call: ReadCall;
      readonly status: number;
      /** It was the API that answered, with an error in its envelope. */
      readonly isRefusal: boolean;
      /** Present on a redirect, which is never followed. */
      readonly redirect: Answer['redirect'];
    };

/** Why a call that only reads gave no answer; nothing was posted. */
export type ReadFailure = 'no-answer-in-time' | 'connection-lost';

/** Why it is not known whether the group was created, after the POST was started. */
export type UnknownReason =
  'deadline' | 'cancelled' | 'connection-lost' | 'answer-cut' | 'answer-too-large' | 'answer-unreadable' | 'no-verdict';

/** How a submit ended (CONTRACT has the table). */
export type SubmitOutcome =
  | {
      readonly kind: 'created';
      /** Undefined only where it was learned by looking the name up, and the list did not tell. */
      readonly id: string | undefined;
      /** The answer to the POST, or what came of it. */
      readonly answer: Answer | undefined;
      /** Learned by looking the group up, because the POST itself gave no verdict. */
      readonly isReconciled: boolean;
    }
  | { readonly kind: 'ready' }
  | { readonly kind: 'blocked'; readonly obstacle: Obstacle }
  | {
      readonly kind: 'rejected';
      readonly reason: 'refused' | 'redirect';
      readonly errors: readonly ApiError[];
      readonly answer: Answer;
    }
  | { readonly kind: 'unauthorized'; readonly reason: 'no-credentials' }
  /** The token endpoint gave no token for the key. */
  | { readonly kind: 'unauthorized'; readonly reason: 'no-token'; readonly status: number }
  | {
      readonly kind: 'unauthorized';
      readonly reason: 'refused';
      readonly errors: readonly ApiError[];
      readonly answer: Answer;
    }
  | {
      readonly kind: 'unreachable';
      readonly reason: UnreachableReason | ReadFailure;
      readonly code: string | undefined;
    }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      /** What came of an answer, if any. */
      readonly answer: Answer | undefined;
      /** The runtime's name of what was thrown, such as `ECONNRESET`. */
      readonly code: string | undefined;
      /** What looking the group up gave; undefined when it was not looked up. */
      readonly lookup?: Lookup;
    };

/** What is known of a name after looking it up without finding a group that surely came of the POST. */
export type Lookup = 'free' | 'taken' | 'no-answer';

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
