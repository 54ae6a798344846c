import { type Answer, failure, refusal, success } from './answer';
import { refusedName } from './authenticate';
import { reasonToRefuse } from './check-group';
import type { Place } from './faults/fault';
import { flagAt, type JsonObject, textAt, toObject } from './json-value';
import { renderGroup, renderLiveGroup } from './render-group';
import { isNameKind, type Store } from './store';
import { toStoredGroup } from './stored-group';
import type { Tokens } from './tokens';

/** What the real organisation would have set up one way or the other. */
export interface Switches {
  /** Every leaderboard is answered with 310133. */
  readonly leaderboardDisabled: boolean;
  /** The `_ReturnBill` siblings of 2023 are made (FACTS b.9). */
  readonly returnBillTwins: boolean;
}

/** Everything an endpoint works on. */
export interface Call {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly switches: Switches;
  readonly now: Date;
  /** The code of the till that calls; empty at the open endpoint. */
  readonly caller: string;
  readonly query: URLSearchParams;
  /** The last segment of the path. */
  readonly id: string;
  /** What was posted; empty for a GET. */
  readonly body: JsonObject;
}

export interface Handler {
  /** What faults call it. */
  readonly place: Place;
  readonly answer: (call: Call) => Answer;
}

export interface Endpoint {
  readonly path: RegExp;
  /** Callable without authentication. */
  readonly isOpen?: boolean;
  readonly methods: ReadonlyMap<string, Handler>;
}

/** FACTS b.13, b.16, e. */
const endpoints: readonly Endpoint[] = [
  {
    path: /^\/v3\/targetGroups$/,
    methods: new Map([
      ['GET', { place: 'list', answer: listGroups }],
      ['POST', { place: 'create', answer: createGroup }],
    ]),
  },
  {
    path: /^\/v3\/targetGroups\/isValidName$/,
    methods: new Map([['POST', { place: 'name-check', answer: checkName }]]),
  },
  { path: /^\/v3\/targetGroups\/\d+$/, methods: new Map([['GET', { place: 'group', answer: readGroup }]]) },
  {
    path: /^\/v3\/oauth\/token\/generate$/,
    isOpen: true,
    methods: new Map([['POST', { place: 'token', answer: generateToken }]]),
  },
];

/** The endpoint of a path without its query; undefined when there is none. */
export function endpointAt(path: string): Endpoint | undefined {
  return endpoints.find((candidate) => candidate.path.test(path));
}

function createGroup({ store, switches, now, caller, body }: Call): Answer {
  const reason = reasonToRefuse(body, {
    isNameTaken: (name) => store.isTaken('targetGroupName', name),
    leaderboardDisabled: switches.leaderboardDisabled,
  });
  if (reason !== undefined) return failure(reason);
  const { returnBillTwins } = switches;
  const group = toStoredGroup(body, { nextId: store.nextId, till: store.tillOf(caller), now, returnBillTwins });
  const answer = success(201, renderGroup(group, now));
  store.add(group);
  return answer;
}

function checkName({ store, body }: Call): Answer {
  const kind = textAt(body, 'type');
  const name = textAt(body, 'value');
  if (!isNameKind(kind)) return failure(310145);
  return name === undefined ? failure(300004) : success(200, !store.isTaken(kind, name));
}

function listGroups({ store, now, query }: Call): Answer {
  const withUserCreated = isSet(query, 'includeUserCreatedTargetGroups');
  const onlyActive = isSet(query, 'includeOnlyActive');
  const listed = store
    .groups()
    .filter(({ sent }) => withUserCreated || flagAt(sent, 'userCreated') !== true)
    .filter(({ sent }) => !onlyActive || flagAt(sent, 'active') !== false);
  return success(
    200,
    listed.map((group) => renderLiveGroup(group, now, isSet(query, 'includePeriods'))),
  );
}

function readGroup({ store, now, query, id }: Call): Answer {
  const group = store.group(Number(id));
  const isHidden = isSet(query, 'includeOnlyActive') && group !== undefined && flagAt(group.sent, 'active') === false;
  return group === undefined || isHidden
    ? failure(310017)
    : success(200, renderLiveGroup(group, now, isSet(query, 'includePeriods')));
}

/** The one envelope without `warnings` (FACTS e). */
function generateToken({ tokens, now, body }: Call): Answer {
  const key = textAt(body, 'key') ?? '';
  const secret = textAt(body, 'secret') ?? '';
  if ([key, secret].some((text) => text === '' || text === refusedName)) {
    return refusal(401, 'Failed to generate OAuth token');
  }
  return { status: 200, body: toObject({ data: toObject(tokens.issue(key, now)), errors: null }) };
}

function isSet(query: URLSearchParams, name: string): boolean {
  return query.get(name)?.toLowerCase() === 'true';
}
