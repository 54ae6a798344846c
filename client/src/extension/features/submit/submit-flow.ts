import {
  type Authentication,
  type CreateRequest,
  type HttpPorts,
  type SubmitOutcome,
  buildCreateRequest,
  confirm,
  send,
} from '../../../../../server/src/api/index';
import type { PrepareSubmitResult } from '../../../../../server/src/protocol/requests';
import type { Environment } from '../../infrastructure/environment';
import { countBlocking, type LoweredRule, loweredRules } from './lowered-rules';
import type { SubmitCard } from './submit-card';
import type { SubmitLock } from './submit-lock';

/** A definition as it is in the editor now. */
export interface Definition {
  readonly uri: string;
  readonly version: number;
  readonly file: string;
  readonly isUnsaved: boolean;
}

/** Everything that a submit needs from its surroundings: the editor, or a test that answers in the author's place. */
export interface SubmitPorts {
  isTrusted(): boolean;
  /** What was chosen, as it is now; `undefined`: it is no definition. */
  definition(): Definition | undefined;
  prepare(uri: string, version: number): Promise<PrepareSubmitResult>;
  /** `undefined`: dismissed. */
  chooseEnvironment(): Promise<Environment | undefined>;
  isActive(environment: Environment): boolean;
  /** Asks when nothing is stored; `undefined`: dismissed. */
  authenticate(environment: Environment): Promise<Authentication | undefined>;
  /** Never asks. */
  storedAuthentication(environment: Environment): Promise<Authentication | undefined>;
  /** `false`: it cannot be sent there now, and the author was told. */
  isReady(environment: Environment): Promise<boolean>;
  /** Has the author name the lowered rules whose errors are sent all the same; `undefined`: dismissed. */
  nameLowered(rules: readonly LoweredRule[]): Promise<ReadonlySet<string> | undefined>;
  confirm(card: SubmitCard): Promise<boolean>;
  /** Runs the work under a progress whose cancel fires the signal. */
  withProgress<Result>(environment: Environment, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  readonly lock: SubmitLock;
  readonly http: Omit<HttpPorts, 'signal'>;
}

/** How the command ended. Only `sent` may have reached the network, and its outcome says whether it did. */
export type SubmitResult =
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'sent';
      readonly outcome: SubmitOutcome;
      readonly environment: Environment;
      readonly definition: Definition;
      readonly body: string;
    };

export type Refusal =
  | { readonly reason: 'untrusted' | 'no-definition' | 'not-served' | 'in-flight' }
  | { readonly reason: 'check-failed'; readonly why: string }
  | { readonly reason: 'findings'; readonly count: number }
  /** Lowered rules that the author did not name. */
  | { readonly reason: 'not-named'; readonly codes: readonly string[] }
  /** What was confirmed is no longer so. */
  | { readonly reason: 'changed'; readonly what: 'document' | 'environment' | 'sign-in' };

interface Draft {
  readonly definition: Definition;
  readonly environment: Environment;
  readonly prepared: Prepared;
  readonly request: CreateRequest;
  /** The lowered rules that the author named: their errors do not refuse this submit. */
  readonly named: ReadonlySet<string>;
}

type Prepared = Extract<PrepareSubmitResult, { readonly kind: 'prepared' }>;

const dismissed: SubmitResult = { kind: 'dismissed' };

/**
 * One submit of a definition, from the command to the verdict. What is shown is what is confirmed is what is
 * sent: after the confirmation everything is read once more, and any difference refuses it. Throws only what a port throws.
 */
export async function submit(ports: SubmitPorts): Promise<SubmitResult> {
  if (!ports.isTrusted()) return refused({ reason: 'untrusted' });
  const definition = ports.definition();
  if (!definition) return refused({ reason: 'no-definition' });
  const prepared = await prepare(definition, ports);
  if ('reason' in prepared) return refused(prepared);
  const lowered = loweredRules(prepared);
  const fixed = countBlocking(prepared, new Set(lowered.map(({ code }) => code)));
  if (fixed > 0) return refused({ reason: 'findings', count: fixed });
  const environment = await ports.chooseEnvironment();
  const authentication = environment && (await ports.authenticate(environment));
  if (!environment || !authentication || !(await ports.isReady(environment))) return dismissed;
  const named = await nameAll(lowered, ports);
  if ('kind' in named) return named;
  const draft = toDraft({ definition, prepared, environment, named }, authentication);
  const release = ports.lock.acquire(keysOf(draft));
  if (!release) return refused({ reason: 'in-flight' });
  try {
    return await confirmAndSend(draft, ports);
  } finally {
    release();
  }
}

/** The codes of all these rules, named by the author; how the submit ended when not all of them were. */
async function nameAll(rules: readonly LoweredRule[], ports: SubmitPorts): Promise<ReadonlySet<string> | SubmitResult> {
  if (rules.length === 0) return new Set();
  const named = await ports.nameLowered(rules);
  if (!named) return dismissed;
  const codes = rules.map(({ code }) => code).filter((code) => !named.has(code));
  return codes.length > 0 ? refused({ reason: 'not-named', codes }) : named;
}

async function confirmAndSend(draft: Draft, ports: SubmitPorts): Promise<SubmitResult> {
  if (!(await ports.confirm(toCard(draft)))) return dismissed;
  const confirmation = confirm(draft.request.facts);
  const now = await readAgain(draft, ports);
  if ('reason' in now) return refused(now);
  const outcome = await ports.withProgress(draft.environment, (signal) =>
    send(now.request, confirmation, { ...ports.http, signal }),
  );
  const { definition, environment, prepared } = now;
  return { kind: 'sent', outcome, definition, environment, body: prepared.body };
}

/** The draft as it would be made now, of the same version and for the same environment, without asking anything. */
async function readAgain({ definition, environment, named }: Draft, ports: SubmitPorts): Promise<Draft | Refusal> {
  if (!ports.isTrusted()) return { reason: 'untrusted' };
  const prepared = await prepare(definition, ports);
  if ('reason' in prepared) return prepared;
  const count = countBlocking(prepared, named);
  if (count > 0) return { reason: 'findings', count };
  const authentication = await ports.storedAuthentication(environment);
  if (!authentication) return { reason: 'changed', what: 'sign-in' };
  if (!ports.isActive(environment)) return { reason: 'changed', what: 'environment' };
  return toDraft({ definition, prepared, environment, named }, authentication);
}

async function prepare(definition: Definition, ports: SubmitPorts): Promise<Prepared | Refusal> {
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

function toDraft(parts: Omit<Draft, 'request'>, authentication: Authentication): Draft {
  const { environment, prepared } = parts;
  const request = buildCreateRequest({
    environment: environment.name,
    endpoint: environment.endpoint,
    authentication,
    text: prepared.body,
    documentVersion: prepared.version,
  });
  return { ...parts, request };
}

function toCard({ definition, environment, prepared, request }: Draft): SubmitCard {
  const { file, isUnsaved } = definition;
  const { summary, remaining } = prepared;
  const { user, bodySha256: hash } = request.facts;
  const { name, kind, endpoint } = environment;
  const lowered = loweredRules(prepared);
  return { environment: name, kind, host: endpoint.host, user, file, isUnsaved, summary, remaining, lowered, hash };
}

/** The same content, or a group of the same name, is not sent to the same place twice at a time. */
function keysOf({ prepared, request }: Draft): string[] {
  const { origin, bodySha256 } = request.facts;
  return [`${origin} content ${bodySha256}`, `${origin} name ${prepared.summary.name.toLowerCase()}`];
}

function refused(refusal: Refusal): SubmitResult {
  return { kind: 'refused', refusal };
}
