import { lockKeys, type SubmissionRecord } from '../../../../../server/src/api/index';
import type { SubmissionStore } from '../../infrastructure/submission-store';

/**
 * Submits that left and whose window is gone: each becomes `unknown`. One whose lock is still held is under way in
 * another window, and left alone. Gives those that were lost just now.
 */
export async function loseInterrupted({ ledger, lock }: SubmissionStore): Promise<readonly SubmissionRecord[]> {
  const lost: SubmissionRecord[] = [];
  for (const record of await ledger.records()) {
    if (record.verdict !== 'pending' || (await lock.isHeld(lockKeys(record)))) continue;
    await ledger.lose(record.id);
    lost.push({ ...record, verdict: 'unknown' });
  }
  return lost;
}
