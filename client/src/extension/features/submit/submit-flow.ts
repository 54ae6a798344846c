import {
  confirm,
  type ConfirmedSubmit,
  earlierOf,
  type EarlierSubmit,
  fingerprint,
  lockKeys,
  type SubmissionRecord,
  submitOnce,
  type SubmitOutcome,
} from '../../../../../server/src/api/index';
import type { Environment, SignIn } from '../../infrastructure/environment';
import {
  askForName,
  dismissed,
  type Draft,
  type DraftPorts,
  type Ended,
  ended,
  endedTaken,
  openDraft,
  prepare,
  type Refusal,
  refused,
  toDraft,
} from './draft';
import { countBlocking, type LoweredRule, loweredRules } from './lowered-rules';
import { historyOf } from './submit-history';
import type { SubmitCard } from './submit-card';
import type { WindowLock } from './window-lock';

export interface SubmitPorts extends DraftPorts {
  isActive(environment: Environment): boolean;
  /** Never asks the user. */
  storedSignIn(environment: Environment): Promise<SignIn>;
  /** Has the author name the lowered rules whose errors are sent all the same; `undefined`: dismissed. */
  nameLowered(rules: readonly LoweredRule[]): Promise<ReadonlySet<string> | undefined>;
  confirm(card: SubmitCard): Promise<boolean>;
  /** One card for the same thing at a time, in this window. */
  readonly windowLock: WindowLock;
  /** The verdict, or what was sent before, could not be written or read. */
  readonly recordFailed: (error: unknown) => void;
}

/** "Target group name already exists" (FACTS d). */
const nameTakenCode = '310069';

/** A draft whose lowered rules were named: their errors do not refuse this submit. */
interface NamedDraft extends Draft {
  readonly named: ReadonlySet<string>;
}

/**
 * One submit of a definition, from the command to the verdict. What is shown is what is confirmed is what is
 * sent: after the confirmation everything is read once more, and any difference refuses it. Throws only what a port throws.
 */
export async function submit(ports: SubmitPorts): Promise<Ended> {
  const draft = await openDraft(ports);
  if ('kind' in draft) return draft;
  const { name } = draft.prepared.summary;
  const check = await askForName(draft, ports);
  if (check.kind === 'failed') return ended(draft, check.failure);
  const records = await readRecords(ports);
  const earlier = earlierOf({ request: draft.request, name }, records);
  if (check.kind === 'taken') {
    return endedTaken(draft, { kind: 'blocked', obstacle: { reason: 'name-taken', name, earlier } }, ports);
  }
  const named = await nameAll(loweredRules(draft.prepared), ports);
  if ('kind' in named) return named;
  const { origin, bodySha256: hash } = draft.request.facts;
  const release = ports.windowLock.acquire(lockKeys({ origin, hash, name }));
  if (!release) return refused({ reason: 'in-flight' });
  try {
    return await confirmAndSend({ ...draft, named }, { records, earlier }, ports);
  } finally {
    release();
  }
}

/** The codes of all these rules, named by the author; how the submit ended when not all of them were. */
async function nameAll(rules: readonly LoweredRule[], ports: SubmitPorts): Promise<ReadonlySet<string> | Ended> {
  if (rules.length === 0) return new Set();
  const named = await ports.nameLowered(rules);
  if (!named) return dismissed;
  const codes = rules.map(({ code }) => code).filter((code) => !named.has(code));
  return codes.length > 0 ? refused({ reason: 'not-named', codes }) : named;
}

interface Past {
  readonly records: readonly SubmissionRecord[];
  readonly earlier: EarlierSubmit | undefined;
}

async function confirmAndSend(draft: NamedDraft, past: Past, ports: SubmitPorts): Promise<Ended> {
  if (!(await ports.confirm(toCard(draft, past)))) return dismissed;
  const confirmation = confirm(draft.request.facts);
  const now = await readAgain(draft, ports);
  if ('reason' in now) return refused(now);
  if ('kind' in now) return now;
  const { request, access, prepared, definition, environment } = now;
  const { name } = prepared.summary;
  const confirmed: ConfirmedSubmit = {
    ...{ request, confirmation, access, name },
    seen: new Set(past.records.map(({ id }) => id)),
    file: definition.uri,
    fingerprint: fingerprint(prepared.body),
  };
  const outcome = await submitOnce(confirmed, {
    ...ports.store,
    http: ports.http,
    during: (step, work) => ports.withProgress(step, environment, work),
    recordFailed: ports.recordFailed,
  });
  return isNameTaken(outcome) ? endedTaken(now, outcome, ports) : ended(now, outcome);
}

function isNameTaken(outcome: SubmitOutcome): boolean {
  if (outcome.kind === 'blocked') return outcome.obstacle.reason === 'name-taken';
  return outcome.kind === 'rejected' && outcome.errors.some(({ code }) => `${code ?? ''}` === nameTakenCode);
}

async function readRecords({ store, recordFailed }: SubmitPorts): Promise<readonly SubmissionRecord[]> {
  try {
    return await store.ledger.records();
  } catch (error) {
    recordFailed(error);
    return [];
  }
}

/** The draft as it would be made now, of the same version and for the same environment, without asking anything. */
async function readAgain(draft: NamedDraft, ports: SubmitPorts): Promise<Draft | Refusal | Ended> {
  const { definition, environment, named } = draft;
  if (!ports.isTrusted()) return { reason: 'untrusted' };
  const prepared = await prepare(definition, ports);
  if ('reason' in prepared) return prepared;
  const count = countBlocking(prepared, named);
  if (count > 0) return { reason: 'findings', count };
  const signedIn = await ports.storedSignIn(environment);
  if (signedIn.kind === 'failed') return ended(draft, signedIn.failure);
  if (signedIn.kind === 'none') return { reason: 'changed', what: 'sign-in' };
  if (!ports.isActive(environment)) return { reason: 'changed', what: 'environment' };
  return toDraft({ definition, prepared, environment }, signedIn.authentication);
}

function toCard(draft: NamedDraft, { records, earlier }: Past): SubmitCard {
  const { definition, environment, prepared, request } = draft;
  const { file, isUnsaved, uri } = definition;
  const { summary, remaining, body } = prepared;
  const { user, bodySha256: hash, origin } = request.facts;
  const { name, kind, endpoint } = environment;
  const lowered = loweredRules(prepared);
  const past = { earlier, ...historyOf({ file: uri, origin, fingerprint: fingerprint(body) }, records) };
  const place = { environment: name, kind, host: endpoint.host, user };
  return { ...place, file, isUnsaved, summary, remaining, lowered, hash, ...past };
}
