import type { SubmitOutcome } from '../outcome';
import { parseTime } from '../time';
import type { StateFiles } from './state-files';
import { readRecord, type SubmissionRecord, writeRecord } from './submission-record';

/** What was sent, to where, and what became of it: one file for each submit. */
export interface SubmissionLedger {
  /** Writes down that a request is about to leave. Rejects when it cannot be written: then nothing may leave. */
  open(record: Omit<SubmissionRecord, 'verdict'>): Promise<void>;
  /** Writes down what came of it. One that sent nothing is taken out again. */
  close(id: string, outcome: SubmitOutcome): Promise<void>;
  /** Of one whose sender is gone: nobody knows what came of it. */
  lose(id: string): Promise<void>;
  /** The latest first; files that are no record are left out. */
  records(): Promise<readonly SubmissionRecord[]>;
}

/** So many records are kept; the oldest go first, but for those whose verdict is still open. */
const mostRecords = 300;

export function createSubmissionLedger(files: StateFiles): SubmissionLedger {
  async function recordFiles(): Promise<string[]> {
    return (await files.list()).filter((name) => name.endsWith(ending)).sort();
  }

  async function update(id: string, change: (record: SubmissionRecord) => SubmissionRecord | undefined): Promise<void> {
    const name = await fileOf(id);
    const record = name === undefined ? undefined : readRecord((await files.read(name)) ?? '');
    if (name === undefined || !record) return;
    const changed = change(record);
    if (changed) await files.replace(name, writeRecord(changed));
    else await files.remove(name);
  }

  async function fileOf(id: string): Promise<string | undefined> {
    return (await recordFiles()).find((name) => name.endsWith(`-${id}${ending}`));
  }

  return {
    async open(record) {
      const isNew = await files.create(fileName(record), writeRecord({ ...record, verdict: 'pending' }));
      if (!isNew) throw new Error(`A submission ${record.id} is written down already.`);
      for (const name of (await recordFiles()).slice(0, -mostRecords)) {
        const old = readRecord((await files.read(name)) ?? '');
        if (old?.verdict !== 'pending' && old?.verdict !== 'unknown') await files.remove(name);
      }
    },
    close: (id, outcome) =>
      update(id, (record) => {
        if (record.verdict !== 'pending' && record.verdict !== 'unknown') return record;
        return wasSent(outcome) ? closed(record, outcome) : undefined;
      }),
    lose: (id) => update(id, (record) => (record.verdict === 'pending' ? { ...record, verdict: 'unknown' } : record)),
    async records() {
      const names = await recordFiles();
      const texts = await Promise.all(names.map((name) => files.read(name)));
      const records = texts.flatMap((text) => readRecord(text ?? '') ?? []);
      return records.reverse();
    },
  };
}

const ending = '.submission.json';

/** In the order of time. */
function fileName({ id, time }: Pick<SubmissionRecord, 'id' | 'time'>): string {
  return `${String(parseTime(time)).padStart(15, '0')}-${id}${ending}`;
}

function wasSent({ kind }: SubmitOutcome): boolean {
  return kind !== 'blocked' && kind !== 'cancelled' && kind !== 'ready';
}

function closed(record: SubmissionRecord, outcome: SubmitOutcome): SubmissionRecord {
  const { kind } = outcome;
  if (kind !== 'created') return { ...record, verdict: kind };
  const { id, isReconciled } = outcome;
  return {
    ...record,
    verdict: kind,
    ...(id === undefined ? {} : { groupId: id }),
    ...(isReconciled ? { isReconciled } : {}),
  };
}
