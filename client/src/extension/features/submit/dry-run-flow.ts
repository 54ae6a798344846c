import {
  compareWithLive,
  earlierOf,
  type LiveComparison,
  type SubmitOutcome,
} from '../../../../../server/src/api/index';
import { askForName, type DraftPorts, type Ended, ended, openDraft, type Verdict } from './draft';
import { loweredRules } from './lowered-rules';

/** What a dry run saw. Nothing was posted but the question for the name. */
export interface DryRun extends Verdict {
  readonly kind: 'dry-run';
  /** Lower-case hex SHA-256 of what would be sent. */
  readonly hash: string;
  /** Rules whose errors a submit would send only when each is named. */
  readonly lowered: readonly string[];
  /** The group of this name that the organisation has, compared with the definition; why not, where it could not be. */
  readonly live: LiveComparison | undefined;
}

/** Everything of a submit but the card and the POST, and a look at the group of the same name, if there is one. */
export async function dryRun(ports: DraftPorts): Promise<DryRun | Ended> {
  const draft = await openDraft(ports);
  if ('kind' in draft) return draft;
  const check = await askForName(draft, ports);
  if (check.kind === 'failed') return ended(draft, check.failure);
  const { environment, definition, prepared, request, access } = draft;
  const see = (outcome: SubmitOutcome, live?: LiveComparison): DryRun => {
    const lowered = loweredRules(prepared).map(({ code }) => code);
    const { bodySha256: hash } = request.facts;
    return { kind: 'dry-run', outcome, live, environment, definition, body: prepared.body, hash, lowered };
  };
  if (check.kind === 'free') return see({ kind: 'ready' });
  const { name } = prepared.summary;
  const earlier = earlierOf({ request, name }, await ports.store.ledger.records());
  const live = await ports.withProgress('asking', environment, (signal) =>
    compareWithLive(access, { name, text: prepared.body }, ports.http(signal)),
  );
  return see({ kind: 'blocked', obstacle: { reason: 'name-taken', name, earlier } }, live);
}
