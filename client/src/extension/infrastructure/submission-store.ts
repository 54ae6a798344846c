import {
  createSubmissionLedger,
  createSubmitLock,
  type StateFiles,
  type SubmissionLedger,
  type SubmitLock,
} from '../../../../server/src/api/index';
import { submitTimeoutMilliseconds } from './settings';

export type { SubmissionLedger };

/** What all windows of a user share about submits. */
export interface SubmissionStore {
  readonly ledger: SubmissionLedger;
  readonly lock: SubmitLock;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface SubmissionStorage {
  readonly files: StateFiles;
  /** Of the process that this runs in; 0 where there is none. */
  readonly pid: number;
  /** What that number belongs to; empty where there is none. */
  readonly place: string;
  readonly isGone: (pid: number) => boolean;
}

export function createSubmissionStore(storage: SubmissionStorage): SubmissionStore {
  const now = (): number => Date.now();
  const newId = (): string => crypto.randomUUID();
  const ledger = createSubmissionLedger(storage.files);
  const lock = createSubmitLock({
    ...storage,
    now,
    newToken: newId,
    staleAfterMilliseconds: () => submitTimeoutMilliseconds() + 60_000,
  });
  return { ledger, lock, now, newId };
}
