import type { CreateRequest } from '../build-request';
import type { ApiAccess } from '../call';
import type { HttpPorts } from '../exchange';
import { checkName } from '../name-check';
import type { EarlierSubmit, Obstacle, SubmitOutcome } from '../outcome';
import { reconcile } from '../reconcile';
import { send } from '../send';
import type { Confirmation } from '../submission';
import { toIsoTime } from '../time';
import type { Fingerprint } from './fingerprint';
import type { SubmissionLedger } from './submission-ledger';
import type { SubmissionRecord } from './submission-record';
import type { ReleaseLock, SubmitLock } from './submit-lock';

/** What a submit is once it is confirmed. */
export interface ConfirmedSubmit {
  readonly request: CreateRequest;
  readonly confirmation: Confirmation;
  readonly access: ApiAccess;
  /** The group's name, as it stands in the body. */
  readonly name: string;
  readonly file: string;
  readonly fingerprint: Fingerprint;
  /** Ids of the records that were there when it was looked at: a later one of the same thing refuses this one. */
  readonly seen: ReadonlySet<string>;
}

/** What is being done: asking for the name, sending, or looking up what gave no verdict. */
export type SubmitStep = 'asking' | 'sending' | 'looking-up';

export interface OncePorts {
  readonly http: (signal: AbortSignal) => HttpPorts;
  /** Runs one step; the signal ends it early. Each step has its own: a cancelled POST is still looked up. */
  readonly during: <Result>(step: SubmitStep, work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>;
  readonly lock: SubmitLock;
  readonly ledger: SubmissionLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new text that no other submit has. */
  readonly newId: () => string;
  /** The verdict could not be written down. The verdict itself is not lost. */
  readonly recordFailed: (error: unknown) => void;
}

/**
 * Sends what was confirmed, exactly once: asks for the name, takes the lock, writes down that it leaves, sends, looks up
 * what gave no verdict, writes down the verdict. Throws only what the ports' own code throws beyond their promises.
 */
export async function submitOnce(submit: ConfirmedSubmit, ports: OncePorts): Promise<SubmitOutcome> {
  const check = await ports.during('asking', (signal) => checkName(submit.access, submit.name, ports.http(signal)));
  if (check.kind === 'failed') return check.failure;
  if (check.kind === 'taken') {
    return blocked({ reason: 'name-taken', name: submit.name, earlier: await earlierSubmit(submit, ports) });
  }
  const release = await withRecord(() => ports.lock.acquire(keysOf(submit)));
  if (release.kind === 'failed') return release.outcome;
  if (!release.value) return blocked({ reason: 'in-flight' });
  try {
    return await sendAndWatch(submit, check.serverTime, ports);
  } finally {
    await free(release.value, ports);
  }
}

/** The same content, or a group of the same name, is not sent to the same place twice at a time. */
export function lockKeys({ origin, hash, name }: Pick<SubmissionRecord, 'origin' | 'hash' | 'name'>): string[] {
  return [`${origin} content ${hash}`, `${origin} name ${name.toLowerCase()}`];
}

function keysOf({ request: { facts }, name }: ConfirmedSubmit): string[] {
  return lockKeys({ origin: facts.origin, hash: facts.bodySha256, name });
}

/** The latest submit of the same content, or else of the same name, to the same origin; without a verdict of "no". */
export function earlierOf(
  { request: { facts }, name }: Pick<ConfirmedSubmit, 'request' | 'name'>,
  records: readonly SubmissionRecord[],
): EarlierSubmit | undefined {
  const there = records.filter(({ origin, verdict }) => origin === facts.origin && mayHaveCreated.has(verdict));
  const sameContent = there.find(({ hash }) => hash === facts.bodySha256);
  const record = sameContent ?? there.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!record) return undefined;
  return { time: record.time, id: record.groupId, verdict: record.verdict, isSameContent: record === sameContent };
}

const mayHaveCreated = new Set<SubmissionRecord['verdict']>(['created', 'unknown', 'pending']);

async function sendAndWatch(
  submit: ConfirmedSubmit,
  serverTime: number | undefined,
  ports: OncePorts,
): Promise<SubmitOutcome> {
  const { request, confirmation, access, name, seen } = submit;
  const records = await withRecord(() => ports.ledger.records());
  if (records.kind === 'failed') return records.outcome;
  const later = records.value.filter(({ id }) => !seen.has(id));
  const meanwhile = earlierOf(submit, later);
  if (meanwhile) return blocked({ reason: 'sent-meanwhile', earlier: meanwhile });
  const id = ports.newId();
  const now = ports.now();
  const startedAt = serverTime ?? now;
  const opened = await withRecord(() => ports.ledger.open(toRecord(submit, { id, now, startedAt })));
  if (opened.kind === 'failed') return opened.outcome;
  let outcome = await ports.during('sending', (signal) => send(request, confirmation, ports.http(signal)));
  if (outcome.kind === 'unknown') {
    const doubt = { name, wasFree: true, startedAt };
    const found = await ports.during('looking-up', (signal) => reconcile(access, doubt, ports.http(signal)));
    outcome =
      found.kind === 'created'
        ? { kind: 'created', id: found.id, answer: outcome.answer, isReconciled: true }
        : { ...outcome, lookup: found.lookup };
  }
  await ports.ledger.close(id, outcome).catch(ports.recordFailed);
  return outcome;
}

interface Start {
  readonly id: string;
  /** By this machine's clock, and by the API's; milliseconds since 1970. */
  readonly now: number;
  readonly startedAt: number;
}

function toRecord(submit: ConfirmedSubmit, { id, now, startedAt }: Start): Omit<SubmissionRecord, 'verdict'> {
  const { request, access, name, file } = submit;
  const { environment, origin, bodySha256: hash } = request.facts;
  const { host } = access.endpoint;
  const times = { time: toIsoTime(now), startedAt: toIsoTime(startedAt) };
  return { id, ...times, environment, origin, host, name, hash, file, ...submit.fingerprint };
}

/** For the words of a refusal: a record that cannot be read has none. */
async function earlierSubmit(submit: ConfirmedSubmit, { ledger, recordFailed }: OncePorts) {
  try {
    return earlierOf(submit, await ledger.records());
  } catch (error) {
    recordFailed(error);
    return undefined;
  }
}

type Recorded<Value> =
  { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'failed'; readonly outcome: SubmitOutcome };

/** What cannot be written down does not leave: a full disk refuses the submit. */
async function withRecord<Value>(work: () => Promise<Value>): Promise<Recorded<Value>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return { kind: 'failed', outcome: blocked({ reason: 'no-record', code }) };
  }
}

async function free(release: ReleaseLock, { recordFailed }: OncePorts): Promise<void> {
  await release().catch(recordFailed);
}

function blocked(obstacle: Obstacle): SubmitOutcome {
  return { kind: 'blocked', obstacle };
}
