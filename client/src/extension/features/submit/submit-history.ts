import { changedParts, type Fingerprint, type SubmissionRecord } from '../../../../../server/src/api/index';

/** What is remembered of submits that this one should be seen beside. */
export interface SubmitHistory {
  /** The latest submit of this file anywhere, and the parts that are other ones since. */
  readonly previous: PreviousSubmit | undefined;
  /** Tills, stores and programmes that a submit to another environment named too: each environment has its own. */
  readonly shared: readonly SharedIds[];
}

export interface PreviousSubmit {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly environment: string;
  readonly verdict: SubmissionRecord['verdict'];
  readonly groupId: string | undefined;
  readonly changes: ReturnType<typeof changedParts>;
}

export interface SharedIds {
  readonly environment: string;
  /** Each as `preferredTillId 75050875`. */
  readonly ids: readonly string[];
}

interface Subject {
  /** The definition's URI. */
  readonly file: string;
  readonly origin: string;
  readonly fingerprint: Fingerprint;
}

/** @param records the latest first. */
export function historyOf(subject: Subject, records: readonly SubmissionRecord[]): SubmitHistory {
  const { file, fingerprint } = subject;
  const last = records.find((record) => record.file === file);
  return {
    previous: last && {
      time: last.time,
      environment: last.environment,
      verdict: last.verdict,
      groupId: last.groupId,
      changes: changedParts(last.parts, fingerprint.parts),
    },
    shared: sharedIds(subject, records),
  };
}

function sharedIds({ origin, fingerprint }: Subject, records: readonly SubmissionRecord[]): SharedIds[] {
  const found = new Map<string, Set<string>>();
  for (const record of records.filter((one) => one.origin !== origin)) {
    const ids = record.ids.filter((id) => fingerprint.ids.includes(id));
    const known = found.get(record.environment) ?? new Set<string>();
    for (const id of ids) known.add(id);
    if (known.size > 0) found.set(record.environment, known);
  }
  return [...found].map(([environment, ids]) => ({ environment, ids: [...ids] }));
}
