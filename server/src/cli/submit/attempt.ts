import type { Range } from 'vscode-languageserver-types';
import {
  buildCreateRequest,
  checkName,
  compareWithLive,
  confirm,
  earlierOf,
  fingerprint,
  locateError,
  parseJson,
  parseTime,
  submitOnce,
  type ApiAccess,
  type ApiError,
  type CreateRequest,
  type EarlierSubmit,
  type HttpPorts,
  type LiveComparison,
  type Obstacle,
  type OncePorts,
  type SubmitOutcome,
} from '../../api/index';
import type { CliIo } from '../io';
import { authenticate, type Credentials, type UsableCredentials } from './credentials';
import { describeRequest } from './describe-request';
import { createOncePorts } from './once-ports';
import type { BlockingFinding, SubmitCheck, SubmitEngine } from './submit-check';
import type { SubmitUse } from './submit-use';

export interface Attempt {
  readonly use: SubmitUse;
  readonly io: CliIo;
  readonly engine: SubmitEngine;
  readonly credentials: Exclude<Credentials, { kind: 'wrong-use' }>;
  /** The bytes that would be sent, and their SHA-256. */
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly timeoutMilliseconds: number;
}

export interface ReportedError {
  readonly code: number | string | null;
  readonly message: string;
  /** Zero-based, in UTF-16 units; absent when it is about no one place of the file. */
  readonly range?: Range;
}

/** What became of it, and all that is to be told with it. */
export interface AttemptResult {
  readonly outcome: SubmitOutcome;
  readonly errors: readonly ReportedError[];
  /** More about the outcome, one sentence. */
  readonly note?: string;
  /** Of the group; absent where it did not come to that. */
  readonly name?: string;
  /** The latest submit of the same content or name by this user's commands. */
  readonly earlier?: EarlierSubmit;
  /** Of a dry run, where the organisation has a group of this name. */
  readonly live?: LiveComparison;
}

/** One submit or dry run, from the bytes to the verdict: first what needs no network, then the calls that only read. */
export async function attemptSubmit(attempt: Attempt): Promise<AttemptResult> {
  const { use, engine, credentials, bytes, hash } = attempt;
  const text = decode(bytes);
  if (text === undefined) return result(blocked({ reason: 'not-utf-8' }));
  if (use.expectedHash !== undefined && use.expectedHash !== hash) return result(blocked({ reason: 'other-hash' }));
  const check = engine.check(text, use.file);
  const findings = check.blocking.filter(({ code, isLowered }) => !(isLowered && use.allowed.includes(code)));
  if (findings.length > 0) {
    return { outcome: blocked({ reason: 'findings' }), errors: findings.map(toReported), ...describeLowered(findings) };
  }
  if (credentials.kind === 'none') {
    return { ...result({ kind: 'unauthorized', reason: 'no-credentials' }), note: credentials.note };
  }
  const { name } = check.summary;
  const draft = { attempt, credentials, text, check, name };
  const told = await callApi(draft);
  const errors = 'errors' in told.outcome ? toReportedErrors(told.outcome.errors, text, engine) : [];
  return { ...told, errors, name };
}

interface Draft {
  readonly attempt: Attempt;
  readonly credentials: UsableCredentials;
  readonly text: string;
  readonly check: SubmitCheck;
  readonly name: string;
}

type Told = Pick<AttemptResult, 'outcome' | 'note' | 'earlier' | 'live'>;

/** Everything that goes out, from the token on. Ctrl+C ends it at any moment. */
async function callApi(draft: Draft): Promise<Told> {
  const { attempt, credentials, text } = draft;
  const { io, use, timeoutMilliseconds } = attempt;
  const { endpoint } = use;
  const { fetch, startTimer, now } = io;
  const http = { fetch, startTimer, runtime: 'node', timeoutMilliseconds, signal: io.takeInterrupt() } as const;
  const authenticated = await authenticate(credentials, endpoint, { ...http, now });
  if (authenticated.kind === 'failed') return { outcome: authenticated.failure };
  const { authentication } = authenticated;
  const access: ApiAccess = { endpoint, authentication };
  const request = buildCreateRequest({ environment: endpoint.origin, endpoint, authentication, text });
  const ports = createOncePorts(io, http, http.signal);
  const submit = { request, access, http, ...draft };
  return use.isDryRun ? rehearse(submit, ports) : sendOnce(submit, ports);
}

interface ReadySubmit extends Draft {
  readonly request: CreateRequest;
  readonly access: ApiAccess;
  readonly http: HttpPorts & { readonly signal: AbortSignal };
}

/** Everything but the POST: whether the name is free, and how the group that has it compares. */
async function rehearse({ access, name, text, http, ...submit }: ReadySubmit, ports: OncePorts): Promise<Told> {
  const check = await checkName(access, name, http);
  if (check.kind === 'failed') return { outcome: check.failure };
  const known = withEarlier(await earlierSubmit({ name, ...submit }, ports));
  if (check.kind === 'free') return { outcome: { kind: 'ready' }, ...known };
  const live = await compareWithLive(access, { name, text }, http);
  return { outcome: blocked({ reason: 'name-taken', name, earlier: known.earlier }), live };
}

/** Asks for the confirmation where it was not given beforehand, and sends. */
async function sendOnce(submit: ReadySubmit, ports: OncePorts): Promise<Told> {
  const { attempt, request, access, name, text } = submit;
  const { file, isConfirmed } = attempt.use;
  const records = await ports.ledger.records().catch(() => []);
  const seen = new Set(records.map(({ id }) => id));
  const earlier = earlierOf(submit, records);
  const known = withEarlier(earlier);
  if (isConfirmed && earlier && isUnsettled(earlier, ports.now())) {
    return { outcome: blocked({ reason: 'unsettled', earlier }), note: lookAgain };
  }
  if (!isConfirmed) {
    const refused = await askFirst(submit, known.earlier);
    if (refused) return { outcome: refused };
  }
  const confirmation = confirm(request.facts);
  const confirmed = { request, confirmation, access, name, file, fingerprint: fingerprint(text), seen };
  const outcome = await submitOnce(confirmed, ports);
  // A name that is taken tells it already.
  return { outcome, ...(outcome.kind === 'blocked' ? {} : known), ...whatNext(outcome) };
}

/** What ends the submit before it is sent, or nothing when it was agreed to. */
async function askFirst(
  { attempt, request, access, name, check, http }: ReadySubmit,
  earlier: EarlierSubmit | undefined,
): Promise<SubmitOutcome | undefined> {
  const found = await checkName(access, name, http);
  if (found.kind === 'failed') return found.failure;
  if (found.kind === 'taken') return blocked({ reason: 'name-taken', name, earlier });
  const { io, use } = attempt;
  io.stderr(describeRequest(request, check, use.file, earlier));
  if (isYes(await io.ask('Type yes to send it: ', http.signal))) return undefined;
  return http.signal.aborted ? { kind: 'cancelled' } : blocked({ reason: 'not-confirmed' });
}

/** The latest submit of the same thing; a record that cannot be read is none here. A submit is refused for it later. */
async function earlierSubmit(
  submit: Pick<ReadySubmit, 'request' | 'name'>,
  { ledger }: OncePorts,
): Promise<EarlierSubmit | undefined> {
  return earlierOf(submit, await ledger.records().catch(() => []));
}

function withEarlier(earlier: EarlierSubmit | undefined): { readonly earlier?: EarlierSubmit } {
  return earlier === undefined ? {} : { earlier };
}

/** Nobody agreed to it in view of an earlier one that may still become a group. */
function isUnsettled({ verdict, time }: EarlierSubmit, now: number): boolean {
  return verdict !== 'created' && Math.abs(now - parseTime(time)) < unsettledMilliseconds;
}

const unsettledMilliseconds = 10 * 60_000;
const lookAgain = 'On the command line, --dry-run looks again.';

function whatNext({ kind }: SubmitOutcome): { readonly note?: string } {
  return kind === 'unknown' ? { note: lookAgain } : {};
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function result(outcome: SubmitOutcome): AttemptResult {
  return { outcome, errors: [] };
}

function blocked(obstacle: Obstacle): SubmitOutcome {
  return { kind: 'blocked', obstacle };
}

/** How to let through what was lowered, where that is all there is in the way. */
function describeLowered(findings: readonly BlockingFinding[]): { readonly note?: string } {
  if (!findings.every(({ isLowered }) => isLowered)) return {};
  const options = [...new Set(findings.map(({ code }) => `--allow ${code}`))].join(' ');
  return { note: `The level of what is in the way was lowered: ${options} lets it through.` };
}

function toReported({ code, message, range }: BlockingFinding): ReportedError {
  return { code, message, range };
}

/** Each error with the first place in the file that it is about. */
function toReportedErrors(errors: readonly ApiError[], text: string, engine: SubmitEngine): ReportedError[] {
  const definition = parseJson(text)?.value;
  return errors.map((error) => {
    const pointers = locateError(error, definition).filter((pointer) => pointer !== '');
    const [range] = engine.locate(text, pointers);
    return { code: error.code ?? null, message: error.message, ...(range ? { range } : {}) };
  });
}

function isYes(answer: string | undefined): boolean {
  return /^\s*y(?:es)?\s*$/i.test(answer ?? '');
}
