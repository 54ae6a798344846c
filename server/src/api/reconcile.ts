import type { ApiAccess } from './call';
import type { HttpPorts } from './exchange';
import { groupsNamed, listGroups, type ListedGroup } from './live-groups';
import { checkName } from './name-check';
import type { Lookup } from './outcome';

/** What is looked for. */
export interface Doubt {
  readonly name: string;
  /** The name was free when it was asked for just before the POST. */
  readonly wasFree: boolean;
  /** When the POST was started, by the API's own clock where it told, in milliseconds since 1970. */
  readonly startedAt: number;
  /** A group that was made later than so many milliseconds after the start is another one; none is too late when absent. */
  readonly within?: number;
}

export type Finding =
  | { readonly kind: 'created'; readonly id: string | undefined }
  /** It stays open: a name that is still free may be taken in the next moment. */
  | { readonly kind: 'open'; readonly lookup: Lookup };

/** When it is looked, after the POST has ended; all of it takes half a minute at most. */
const waitsMilliseconds = [0, 5_000, 15_000];
const overallMilliseconds = 30_000;
/** The API's clock tells whole seconds, and ours stands in for it where a browser hides that. */
const clockTolerance = 2_000;

/**
 * Looks a group up whose POST gave no verdict: at once, after 5 and after 20 seconds, 30 seconds in all (FACTS b.16).
 * Created only if a group of the name that was made after the start is listed, or if the name was free before and is
 * taken now. The signal of `ports` ends it early. Never throws.
 */
export async function reconcile(access: ApiAccess, doubt: Doubt, ports: HttpPorts): Promise<Finding> {
  const overall = startDeadline(ports);
  const within = { ...ports, signal: overall.signal };
  let lookup: Lookup = 'no-answer';
  for (const wait of waitsMilliseconds) {
    if (wait > 0) await pause(wait, within);
    if (overall.signal.aborted) break;
    const finding = await lookOnce(access, doubt, within);
    if (finding.kind === 'created') {
      overall.end();
      return finding;
    }
    if (finding.lookup !== 'no-answer') lookup = finding.lookup;
  }
  overall.end();
  return { kind: 'open', lookup };
}

/** One look: the name first, because it is cheap; the list for the id, or where the name alone does not tell. */
export async function lookOnce(access: ApiAccess, doubt: Doubt, ports: HttpPorts): Promise<Finding> {
  const check = await checkName(access, doubt.name, ports);
  if (check.kind === 'free') return { kind: 'open', lookup: 'free' };
  const list = await listGroups(access, ports);
  const named = list.kind === 'groups' ? groupsNamed(doubt.name, list.groups) : [];
  const [made] = named.filter((group) => isMadeAfter(group, doubt));
  if (made) return { kind: 'created', id: made.id };
  if (check.kind !== 'taken') return { kind: 'open', lookup: named.length > 0 ? 'taken' : 'no-answer' };
  // One that is dated, and not from then, took the name: before, or since.
  const isAnother = named.some(({ createdOn }) => createdOn !== undefined);
  return doubt.wasFree && !isAnother ? { kind: 'created', id: onlyId(named) } : { kind: 'open', lookup: 'taken' };
}

function isMadeAfter({ createdOn }: ListedGroup, { startedAt, within = Infinity }: Doubt): boolean {
  return createdOn !== undefined && createdOn >= startedAt - clockTolerance && createdOn <= startedAt + within;
}

/** A name is of one group at a time; of several it cannot be told which one came of the POST. */
function onlyId(groups: readonly ListedGroup[]): string | undefined {
  return groups.length === 1 ? groups[0]?.id : undefined;
}

/** A signal that fires with the one of `ports`, or when the time for looking is up. */
function startDeadline({ startTimer, signal }: HttpPorts): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  const stopTimer = startTimer(overallMilliseconds, abort);
  return {
    signal: controller.signal,
    end: () => {
      stopTimer();
      signal?.removeEventListener('abort', abort);
    },
  };
}

/** Ends early when the signal fires. */
function pause(milliseconds: number, { startTimer, signal }: HttpPorts): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      stopTimer();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const stopTimer = startTimer(milliseconds, end);
    signal?.addEventListener('abort', end, { once: true });
  });
}
