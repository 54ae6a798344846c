import type { SubmissionStore } from '../../client/src/extension/infrastructure/submission-store';
import { createSubmissionLedger, createSubmitLock } from '../../server/src/api/index';
import { createMemoryFiles } from './memory-files';

/** What windows share about submits, in memory; each call is another process's view of the same files. */
export function createMemoryStore(files = createMemoryFiles()): SubmissionStore {
  const now = (): number => Date.now();
  const newId = (): string => crypto.randomUUID();
  const lock = createSubmitLock({ files, now, pid: 1, newToken: newId, staleAfterMilliseconds: () => 120_000 });
  return { ledger: createSubmissionLedger(files), lock, now, newId };
}
