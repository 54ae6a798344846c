import assert from 'node:assert/strict';
import {
  confirm,
  createSubmissionLedger,
  createSubmitLock,
  type ConfirmedSubmit,
  describeOutcome,
  type FetchResponse,
  fingerprint,
  type OncePorts,
  type SubmissionLedger,
  submitOnce,
  type SubmitOutcome,
} from '../../../../../../server/src/api/index';
import { authenticationOf, createRequestTo, endpointAt } from '../../../../../support/create-request';
import { answerOf, createFakeFetch, fetchFailure, type RecordedCall } from '../../../../../support/fake-fetch';
import { createManualClock, type ManualClock } from '../../../../../support/manual-clock';
import { createMemoryFiles } from '../../../../../support/memory-files';

const host = 'https://api.example';
const text = '{"name":"Spring","periods":[{"refCode":"P1"}],"preferredTillId":75050875}';
const created = '{"data":{"id":2330},"errors":null}';

/** What the fake API does with each call, by what the call is. */
interface FakeApi {
  readonly name?: (nth: number) => boolean | 'fails';
  readonly create?: () => FetchResponse | Promise<FetchResponse>;
  readonly list?: (nth: number) => readonly object[] | 'fails';
}

type CallKind = 'name' | 'create' | 'list';

describe('a confirmed submit', () => {
  let clock: ManualClock;
  let files: ReturnType<typeof createMemoryFiles>;
  let ledger: SubmissionLedger;
  let calls: CallKind[];
  let notRecorded: unknown[];

  beforeEach(() => {
    clock = createManualClock();
    files = createMemoryFiles();
    ledger = createSubmissionLedger(files);
    calls = [];
    notRecorded = [];
  });

  function ports(api: FakeApi, rest: Partial<OncePorts> = {}): OncePorts {
    const count = (kind: CallKind): number => {
      calls.push(kind);
      return calls.filter((call) => call === kind).length;
    };
    const { fetch } = createFakeFetch((call) => answerTo(call, api, count));
    let id = 0;
    return {
      http: (signal) => ({ fetch, runtime: 'node', startTimer: clock.startTimer, signal }),
      during: (_step, work) => work(new AbortController().signal),
      lock: createSubmitLock({
        files,
        now: clock.now,
        pid: 1,
        newToken: () => 't',
        staleAfterMilliseconds: () => 120_000,
      }),
      ledger,
      now: clock.now,
      newId: () => `id${++id}`,
      recordFailed: (error) => notRecorded.push(error),
      ...rest,
    };
  }

  function submitOf(rest: Partial<ConfirmedSubmit> = {}): ConfirmedSubmit {
    const request = createRequestTo(host, text);
    const access = { endpoint: endpointAt(host), authentication: authenticationOf('till.1', 'password') };
    const confirmation = confirm(request.facts);
    const seen = new Set<string>();
    return {
      request,
      confirmation,
      access,
      name: 'Spring',
      file: 'a',
      fingerprint: fingerprint(text),
      seen,
      ...rest,
    };
  }

  /** By an author who has seen every record that is there. */
  async function run(api: FakeApi, rest: Partial<OncePorts> = {}, given?: ConfirmedSubmit): Promise<SubmitOutcome> {
    const seen = new Set((await ledger.records()).map(({ id }) => id));
    return clock.run(submitOnce(given ?? submitOf({ seen }), ports(api, rest)));
  }

  it('asks for the name, writes it down, sends, and writes the verdict down', async () => {
    let whileSending: unknown;
    const outcome = await run({
      create: async () => {
        whileSending = (await ledger.records())[0]?.verdict;
        return answerOf(201, created);
      },
    });
    assert.equal(outcome.kind === 'created' && outcome.id, '2330');
    assert.equal(whileSending, 'pending');
    assert.deepEqual(calls, ['name', 'create']);
    const [record] = await ledger.records();
    assert.deepEqual(
      [record?.verdict, record?.groupId, record?.name, record?.environment],
      ['created', '2330', 'Spring', 'Test'],
    );
    assert.deepEqual(record?.ids, ['preferredTillId 75050875']);
    const kept = [...files.texts.values()].join('\n');
    assert.doesNotMatch(kept, /password|refCode|"periods"/);
    assert.equal(
      [...files.texts.keys()].some((name) => name.endsWith('.lock')),
      false,
    );
  });

  it('sends nothing for a name that is taken, and says when it was created', async () => {
    await run({});
    calls = [];
    const again = await run({ name: () => false });
    assert.deepEqual(calls, ['name']);
    assert.match(
      describeOutcome(again, 'api.example'),
      /Exactly this content was created at 2026-.*, under id 2330\. Nothing was sent/,
    );
  });

  it('sends nothing when the name check gives no answer', async () => {
    const outcome = await run({ name: () => 'fails' });
    assert.deepEqual([outcome.kind, calls], ['unreachable', ['name']]);
    assert.deepEqual(await ledger.records(), []);
  });

  it('lets one of fifty through', async () => {
    const shared = ports({});
    const outcomes = await clock.run(Promise.all(Array.from({ length: 50 }, () => submitOnce(submitOf(), shared))));
    assert.equal(calls.filter((call) => call === 'create').length, 1);
    assert.equal(outcomes.filter(({ kind }) => kind === 'created').length, 1);
    assert.equal(outcomes.filter(({ kind }) => kind === 'blocked').length, 49);
  });

  it('is refused when the same was sent since it was looked at', async () => {
    const submit = submitOf();
    await run({});
    const outcome = await run({}, {}, { ...submit, confirmation: confirm(submit.request.facts) });
    assert.ok(outcome.kind === 'blocked');
    assert.equal(outcome.obstacle.reason, 'sent-meanwhile');
  });

  it('sends nothing that cannot be written down', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const outcome = await run({}, { ledger: { ...ledger, open: () => Promise.reject(full) } });
    assert.match(describeOutcome(outcome, 'api.example'), /cannot be read or written \(ENOSPC\)/);
    assert.deepEqual(calls, ['name']);
  });

  it('sends nothing when the record cannot be read', async () => {
    const broken = Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    const outcome = await run({}, { ledger: { ...ledger, records: () => Promise.reject(broken) } }, submitOf());
    assert.match(describeOutcome(outcome, 'api.example'), /record of submits .*\(EISDIR\)/);
    assert.deepEqual(calls, ['name']);
  });

  it('keeps the verdict when it cannot be written down', async () => {
    const outcome = await run({}, { ledger: { ...ledger, close: () => Promise.reject(new Error('disk')) } });
    assert.equal(outcome.kind, 'created');
    assert.equal(notRecorded.length, 1);
    assert.equal((await ledger.records())[0]?.verdict, 'pending');
  });

  describe('without an answer', () => {
    const lost = () => Promise.reject(fetchFailure({ code: 'ECONNRESET' }));

    it('is created when the name is taken afterwards, and the list gives the id', async () => {
      const outcome = await run({ create: lost, name: (nth) => nth === 1, list: () => [{ id: 7, name: 'SPRING' }] });
      assert.ok(outcome.kind === 'created' && outcome.isReconciled);
      assert.equal(outcome.id, '7');
      assert.deepEqual((await ledger.records())[0]?.groupId, '7');
    });

    it('is created when it shows up in the list after twenty seconds', async () => {
      const start = clock.now();
      const outcome = await run({
        create: lost,
        name: (nth) => nth < 4,
        list: () => [{ id: 9, name: 'Spring', createdOn: clock.now() }],
      });
      assert.equal(outcome.kind === 'created' && outcome.id, '9');
      assert.equal(clock.now() - start, 20_000);
    });

    it('is not taken for a group that the list dates before it, whatever the name check said', async () => {
      const list = () => [{ id: 3, name: 'Spring', createdOn: clock.now() - 300_000 }];
      const outcome = await run({ create: lost, name: (nth) => nth === 1, list });
      assert.equal(outcome.kind === 'unknown' && outcome.lookup, 'taken');
    });

    it('stays unknown while the name is free: never "not created"', async () => {
      const outcome = await run({ create: lost });
      assert.ok(outcome.kind === 'unknown');
      assert.equal(outcome.lookup, 'free');
      assert.match(describeOutcome(outcome, 'api.example'), /may still come/);
      assert.equal(calls.filter((call) => call === 'create').length, 1);
      assert.equal((await ledger.records())[0]?.verdict, 'unknown');
    });

    it('is settled by the list where the name check fails, and only by a group made since', async () => {
      const start = clock.now();
      const list = (createdOn: number) => () => [{ id: 3, name: 'spring', createdOn }];
      const flaky = (nth: number) => (nth === 1 ? true : 'fails');
      const old = await run({ create: lost, name: flaky, list: list(start - 86_400_000) });
      assert.equal(old.kind === 'unknown' && old.lookup, 'taken');
      calls = [];
      const fresh = await run({ create: lost, name: flaky, list: list(clock.now() + 10) });
      assert.equal(fresh.kind === 'created' && fresh.id, '3');
    });

    it('gives up looking after thirty seconds of its own', async () => {
      const start = clock.now();
      const never = () => new Promise<FetchResponse>(() => undefined);
      const outcome = await run({ create: never, name: (nth) => nth === 1 || 'fails', list: () => 'fails' });
      assert.equal(outcome.kind === 'unknown' && outcome.reason, 'deadline');
      assert.ok(clock.now() - start <= 60_000 + 30_000, `${clock.now() - start}`);
    });

    it('is looked up even when it was cancelled, until the look is cancelled too', async () => {
      const cancel = new AbortController();
      const enough = new AbortController();
      const create = (): Promise<FetchResponse> => {
        cancel.abort();
        return new Promise(() => undefined);
      };
      const looked = submitOnce(submitOf(), {
        ...ports({ create, name: (nth) => nth === 1 || nth === 3 }),
        during: (step, work) => {
          if (step === 'looking-up') enough.abort();
          return work({ asking: new AbortController(), sending: cancel, 'looking-up': enough }[step].signal);
        },
      });
      const outcome = await clock.run(looked);
      assert.equal(outcome.kind === 'unknown' && outcome.reason, 'cancelled');
      assert.equal(outcome.kind === 'unknown' && outcome.lookup, 'no-answer');
    });
  });
});

function answerTo(
  { url, init }: RecordedCall,
  { name = () => true, create = () => answerOf(201, created), list = () => [] }: FakeApi,
  count: (kind: CallKind) => number,
): FetchResponse | Promise<FetchResponse> {
  if (url.endsWith('/isValidName')) {
    const isFree = name(count('name'));
    if (isFree === 'fails') throw fetchFailure({ code: 'ECONNRESET' });
    return answerOf(200, JSON.stringify({ data: isFree, errors: null }));
  }
  if (init.method === 'GET') {
    const groups = list(count('list'));
    return groups === 'fails' ? answerOf(500) : answerOf(200, JSON.stringify({ data: groups, errors: null }));
  }
  count('create');
  return create();
}
