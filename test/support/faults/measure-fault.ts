import { run } from '../../../server/src/cli/run';
import { createSandbox, type Fault, type Place } from '../../../server/src/sandbox/index';
import { createRecordedIo } from '../cli-io';
import { createMemoryFiles } from '../memory-files';
import { root } from '../repository';
import { shortDeadline, startShortTimer } from '../short-waits';
import { faultOf } from '../with-sandbox';
import { canaryBasic, canaryClient } from './canaries';

/** What `submit` made of one fault. */
export interface Measured {
  /** `created, reconciled` where the outcome was learned by looking the name up. */
  readonly outcome: string;
  readonly exit: number;
  /** What a person reads, without the hash; HOST, FILE and ID in the place of what differs from run to run. */
  readonly shown: string;
  /** How many groups the sandbox has made. */
  readonly made: number;
  /** How many creates arrived. */
  readonly posts: number;
  /** Everything that was printed or written down. */
  readonly everything: string;
}

const file = `${root}/examples/monthly-spend.targetgroup.json`;
const startTimer = startShortTimer(20);

/**
 * Runs the command line's `submit` with real HTTP against a sandbox of its own, where the first call at the place meets
 * the fault; one of the list, after a create whose answer was lost.
 */
export async function measureFault(fault: Fault, place: Place, isProcessed = fault.isProcessed): Promise<Measured> {
  const order = faultOf(`${fault.name}@${place}:1`, {
    isProcessed,
    milliseconds: fault.delivery === 'late' ? 50 : 1000,
  });
  // The list is asked for when the verdict is lost.
  const faults = place === 'list' ? [order, faultOf('drop-after:1')] : [order];
  const sandbox = createSandbox({ port: 0, faults });
  const url = await sandbox.listen();
  try {
    const state = createMemoryFiles();
    const env = {
      ...(place === 'token' ? canaryClient : canaryBasic),
      TARGETGROUP_TIMEOUT_SECONDS: isSlow(fault) ? `${shortDeadline / 1000}` : '',
    };
    const { io, stdout, stderr } = createRecordedIo({ env, fetch, startTimer, openState: () => state });
    const exit = await run(['submit', file, '--host', url, '--yes', '--format', 'json'], io);
    const record = JSON.parse(stdout()) as Reported & { readonly reconciled?: boolean };
    const creates = sandbox.received().filter(({ method, path }) => method === 'POST' && path === '/v3/targetGroups');
    return {
      outcome: record.reconciled === true ? `${record.outcome}, reconciled` : record.outcome,
      exit,
      shown: shownOf(record)
        .replaceAll(new URL(url).host, 'HOST')
        .replace(/(?<=under id )\d+/, 'ID'),
      made: await countGroups(sandbox, url),
      posts: creates.length,
      everything: [stdout(), stderr(), ...state.texts.keys(), ...state.texts.values()].join('\n'),
    };
  } finally {
    await sandbox.close();
  }
}

/** The verdict, and the code and place of each error. */
function shownOf({ outcome, message, errors }: Reported): string {
  const lines = errors.map(({ code, message: words, range }) => {
    const place = range === undefined ? 'FILE' : `FILE:${range.start.line + 1}`;
    return `${place}: error ${code === null ? '' : `${code} `}${words}`;
  });
  return [message === '' ? outcome : message, ...lines].join(' ');
}

interface Reported {
  readonly outcome: string;
  readonly message: string;
  readonly errors: readonly {
    readonly code: number | string | null;
    readonly message: string;
    readonly range?: { readonly start: { readonly line: number } };
  }[];
}

/** The deadline is what ends it. */
function isSlow({ delivery }: Fault): boolean {
  return delivery === 'none' || delivery === 'drip' || delivery === 'endless';
}

async function countGroups(sandbox: ReturnType<typeof createSandbox>, url: string): Promise<number> {
  sandbox.clearFaults();
  const digest = 'bdc87b9c894da5168059e00ebffb9077';
  const headers = { authorization: `Basic ${Buffer.from(`store123:${digest}`).toString('base64')}` };
  const list = `${url}/v3/targetGroups?includeUserCreatedTargetGroups=true`;
  const { data } = (await (await fetch(list, { headers })).json()) as { data: unknown[] };
  return data.length;
}

/** The results of all jobs, in their order, a few of them at a time. */
export async function inTurns<Result>(jobs: readonly (() => Promise<Result>)[], atOnce = 8): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      const job = jobs[index];
      if (job) results[index] = await job();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
