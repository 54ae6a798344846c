import {
  type ApiAccess,
  type Authentication,
  buildCreateRequest,
  checkName,
  type CreateRequest,
  findFreeName,
  type NameCheck,
  type SubmitOutcome,
  type SubmitStep,
} from '../../../../../server/src/api/index';
import type { PrepareSubmitResult } from '../../../../../server/src/protocol/requests';
import type { Environment, SignIn } from '../../infrastructure/environment';
import type { CreateHttp } from '../../infrastructure/http';
import type { SubmissionStore } from '../../infrastructure/submission-store';
import { countBlocking, loweredRules } from './lowered-rules';

/** A definition as it is in the editor now. */
export interface Definition {
  readonly uri: string;
  readonly version: number;
  readonly file: string;
  readonly isUnsaved: boolean;
}

/** Everything that looking at a submit needs from its surroundings: the editor, or a test that answers in the author's place. */
export interface DraftPorts {
  isTrusted(): boolean;
  /** What was chosen, as it is now; `undefined`: it is no definition. */
  definition(): Definition | undefined;
  prepare(uri: string, version: number): Promise<PrepareSubmitResult>;
  /** `undefined`: dismissed. */
  chooseEnvironment(): Promise<Environment | undefined>;
  /** Asks when nothing is stored; `none`: dismissed. */
  signIn(environment: Environment): Promise<SignIn>;
  /** `false`: it cannot be sent there now, and the author was told. */
  isReady(environment: Environment): Promise<boolean>;
  /** Runs the work under a progress whose cancel fires the signal. */
  withProgress<Result>(
    step: SubmitStep,
    environment: Environment,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>;
  readonly store: SubmissionStore;
  readonly http: CreateHttp;
}

export type Refusal =
  | { readonly reason: 'untrusted' | 'no-definition' | 'not-served' | 'in-flight' }
  | { readonly reason: 'check-failed'; readonly why: string }
  | { readonly reason: 'findings'; readonly count: number }
  /** Lowered rules that the author did not name. */
  | { readonly reason: 'not-named'; readonly codes: readonly string[] }
  /** What was confirmed is no longer so. */
  | { readonly reason: 'changed'; readonly what: 'document' | 'environment' | 'sign-in' };

/** The work ended before there was anything to confirm. */
export type Ended =
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | ({ readonly kind: 'ended' } & Verdict);

/** How something that was asked of the API, or sent to it, came out. */
export interface Verdict {
  readonly outcome: SubmitOutcome;
  readonly environment: Environment;
  readonly definition: Definition;
  readonly body: string;
  /** Of a name that is taken: one like it that was free when it was asked for. */
  readonly freeName?: string;
}

export type Prepared = Extract<PrepareSubmitResult, { readonly kind: 'prepared' }>;

/** Of one snapshot: what would be sent, where, and by whom. */
export interface Draft {
  readonly definition: Definition;
  readonly environment: Environment;
  readonly prepared: Prepared;
  readonly access: ApiAccess;
  readonly request: CreateRequest;
}

export const dismissed: Ended = { kind: 'dismissed' };

/** Everything up to the first call of the API: checks, environment, sign-in. Throws only what a port throws. */
export async function openDraft(ports: DraftPorts): Promise<Draft | Ended> {
  if (!ports.isTrusted()) return refused({ reason: 'untrusted' });
  const definition = ports.definition();
  if (!definition) return refused({ reason: 'no-definition' });
  const prepared = await prepare(definition, ports);
  if ('reason' in prepared) return refused(prepared);
  const fixed = countBlocking(prepared, new Set(loweredRules(prepared).map(({ code }) => code)));
  if (fixed > 0) return refused({ reason: 'findings', count: fixed });
  const environment = await ports.chooseEnvironment();
  if (!environment) return dismissed;
  const signedIn = await ports.signIn(environment);
  if (signedIn.kind === 'none') return dismissed;
  if (signedIn.kind === 'failed') {
    return { kind: 'ended', outcome: signedIn.failure, environment, definition, body: prepared.body };
  }
  if (!(await ports.isReady(environment))) return dismissed;
  return toDraft({ definition, environment, prepared }, signedIn.authentication);
}

/** Whether the name of the draft is free, under a progress that can be cancelled. */
export function askForName({ environment, access, prepared }: Draft, ports: DraftPorts): Promise<NameCheck> {
  return ports.withProgress('asking', environment, (signal) =>
    checkName(access, prepared.summary.name, ports.http(signal)),
  );
}

/** How it ended under a name that is taken; with a name like it that is free, if there is one. */
export async function endedTaken(draft: Draft, outcome: SubmitOutcome, ports: DraftPorts): Promise<Ended> {
  const { environment, access, prepared } = draft;
  const freeName = await ports.withProgress('asking', environment, (signal) =>
    findFreeName(access, prepared.summary.name, ports.http(signal)),
  );
  return { ...ended(draft, outcome), ...(freeName === undefined ? {} : { freeName }) };
}

/** The definition as it is prepared now, of the same version; why not, if it is another one. */
export async function prepare(definition: Definition, ports: DraftPorts): Promise<Prepared | Refusal> {
  const prepared = await ports.prepare(definition.uri, definition.version);
  switch (prepared.kind) {
    case 'prepared':
      return prepared;
    case 'stale':
      return { reason: 'changed', what: 'document' };
    case 'unknown-document':
      return { reason: 'not-served' };
    case 'failed':
      return { reason: 'check-failed', why: prepared.reason };
  }
}

export function toDraft(parts: Omit<Draft, 'request' | 'access'>, authentication: Authentication): Draft {
  const { environment, prepared } = parts;
  const { endpoint, name } = environment;
  const { body: text, version: documentVersion } = prepared;
  const request = buildCreateRequest({ environment: name, endpoint, authentication, text, documentVersion });
  return { ...parts, access: { endpoint, authentication }, request };
}

export function ended(
  { environment, definition, prepared }: Draft,
  outcome: SubmitOutcome,
): Extract<Ended, { readonly kind: 'ended' }> {
  return { kind: 'ended', outcome, environment, definition, body: prepared.body };
}

export function refused(refusal: Refusal): Ended {
  return { kind: 'refused', refusal };
}
