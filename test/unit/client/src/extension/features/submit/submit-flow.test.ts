import assert from 'node:assert/strict';
import { createWindowLock } from '../../../../../../../client/src/extension/features/submit/window-lock';
import type { SubmitCard } from '../../../../../../../client/src/extension/features/submit/submit-card';
import type { Ended } from '../../../../../../../client/src/extension/features/submit/draft';
import { submit, type SubmitPorts } from '../../../../../../../client/src/extension/features/submit/submit-flow';
import {
  type Environment,
  sandboxEnvironment,
  type SignIn,
} from '../../../../../../../client/src/extension/infrastructure/environment';
import type { SubmissionStore } from '../../../../../../../client/src/extension/infrastructure/submission-store';
import { startTimer } from '../../../../../../../client/src/extension/infrastructure/timer';
import { createBasicAuthentication, parseEndpoint } from '../../../../../../../server/src/api/index';
import type { PrepareSubmitResult } from '../../../../../../../server/src/protocol/requests';
import { createMemoryStore } from '../../../../../../support/memory-store';
import { createSandbox, defaultPort, type Sandbox } from '../../../../../../../server/src/sandbox/index';

/* The whole flow against the real sandbox; the author is played by ports that say yes. */

type Prepared = Extract<PrepareSubmitResult, { readonly kind: 'prepared' }>;

const body = `{ "name": "Spring 1.00", "active": true, "trackingType": "DEFAULT", "preferredTillId": 7998987987686876867,
  "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "DAILY", "frequency": 1.00, "totalPeriods": 1,
  "periods": [{ "refCode": "p1", "startDate": "2027-02-01", "endDate": "2027-02-02" }],
  "targets": [{ "name": "t", "targetEntity": "TRANSACTION", "targetType": "SALES", "expression": "true",
    "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\",\\"type\\":\\"boolean:primitive\\"}",
    "defaultValues": [{ "defaultValue": 1.00 }] }] }
`;

const prepared: Prepared = {
  kind: 'prepared',
  version: 3,
  body,
  blocking: [],
  lowered: [],
  remaining: { warnings: 0, informations: 0, hints: 0 },
  summary: { name: 'Spring 1.00', periods: 1, targets: 1, values: 1, firstDay: '2027-02-01', lastDay: '2027-02-02' },
};

const finding = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message: 'no' };

function signedIn(user: string): SignIn {
  const parsed = createBasicAuthentication({ user, password: 'secret' });
  assert.ok(parsed.kind === 'ok');
  return parsed;
}

describe('the submit flow', () => {
  let sandbox: Sandbox;
  let environment: Environment;
  let store: SubmissionStore;

  beforeEach(async () => {
    sandbox = createSandbox({ port: 0 });
    store = createMemoryStore();
    const parsed = parseEndpoint(await sandbox.listen());
    assert.ok(parsed.kind === 'ok');
    environment = { name: 'Try', kind: 'test', endpoint: parsed.endpoint, authentication: 'basic', isBuiltIn: false };
  });
  afterEach(() => sandbox.close());

  /** Ports of an author who agrees to everything. */
  function agreeing(changes: Partial<SubmitPorts> = {}): SubmitPorts {
    return {
      isTrusted: () => true,
      definition: () => ({
        uri: 'file:///a.targetgroup.json',
        version: 3,
        file: 'a.targetgroup.json',
        isUnsaved: false,
      }),
      prepare: () => Promise.resolve(prepared),
      chooseEnvironment: () => Promise.resolve(environment),
      isActive: () => true,
      signIn: () => Promise.resolve(signedIn('till')),
      storedSignIn: () => Promise.resolve(signedIn('till')),
      isReady: () => Promise.resolve(true),
      nameLowered: (rules) => Promise.resolve(new Set(rules.map(({ code }) => code))),
      confirm: () => Promise.resolve(true),
      withProgress: (_step, _environment, work) => work(new AbortController().signal),
      windowLock: createWindowLock(),
      store,
      http: (signal) => ({
        fetch: (url, init) => fetch(url, init),
        runtime: 'node',
        startTimer,
        ...(signal ? { signal } : {}),
      }),
      recordFailed: (error) => {
        throw error;
      },
      ...changes,
    };
  }

  const posts = () => sandbox.received().filter(({ method, path }) => method === 'POST' && path === '/v3/targetGroups');
  const outcomeOf = (result: Ended): string => (result.kind === 'ended' ? result.outcome.kind : result.kind);

  async function assertRefused(changes: Partial<SubmitPorts>, refusal: object): Promise<void> {
    assert.deepEqual(await submit(agreeing(changes)), { kind: 'refused', refusal });
    assert.equal(posts().length, 0, 'nothing was posted');
  }

  it('creates the group, sending the text as it is', async () => {
    const result = await submit(agreeing());
    assert.equal(outcomeOf(result), 'created');
    const [post, ...more] = posts();
    assert.equal(more.length, 0);
    assert.equal(new TextDecoder().decode(post?.body), body);
  });

  it('sends nothing under a name that is taken, and says when it was created', async () => {
    const first = await submit(agreeing());
    assert.ok(first.kind === 'ended' && first.outcome.kind === 'created');
    const result = await submit(agreeing({ confirm: () => assert.fail('asked') }));
    assert.ok(result.kind === 'ended' && result.outcome.kind === 'blocked');
    const { obstacle } = result.outcome;
    assert.ok(obstacle.reason === 'name-taken');
    assert.deepEqual(
      [obstacle.earlier?.id, obstacle.earlier?.verdict, obstacle.earlier?.isSameContent],
      [first.outcome.id, 'created', true],
    );
    assert.equal(posts().length, 1);
  });

  it('tells a rejected one apart, with the errors of the API', async () => {
    const text = body.replace('"SALES"', '"PROMOTION"');
    const result = await submit(agreeing({ prepare: () => Promise.resolve({ ...prepared, body: text }) }));
    assert.ok(result.kind === 'ended' && result.outcome.kind === 'rejected');
    assert.deepEqual(
      result.outcome.errors.map(({ code }) => code),
      [310033],
    );
  });

  it('ends without a POST when the sign-in or the name check fails', async () => {
    const failure = { kind: 'unauthorized', reason: 'no-token', status: 401 } as const;
    const failed = await submit(agreeing({ signIn: () => Promise.resolve({ kind: 'failed', failure }) }));
    assert.ok(failed.kind === 'ended');
    assert.deepEqual(failed.outcome, failure);
    await sandbox.close();
    const result = await submit(agreeing({ confirm: () => assert.fail('asked') }));
    assert.equal(outcomeOf(result), 'unreachable');
    assert.equal(posts().length, 0);
  });

  it('shows what changed since the last submit of the file, and ids of another environment', async () => {
    await submit(agreeing());
    const other = createSandbox({ port: 0 });
    const parsed = parseEndpoint(await other.listen());
    assert.ok(parsed.kind === 'ok');
    const elsewhere: Environment = { ...environment, name: 'Elsewhere', endpoint: parsed.endpoint };
    let card: SubmitCard | undefined;
    const text = body.replace('"p1"', '"p2"').replace('"DAILY"', '"WEEKLY"');
    await submit(
      agreeing({
        chooseEnvironment: () => Promise.resolve(elsewhere),
        prepare: () => Promise.resolve({ ...prepared, body: text }),
        confirm: (shown) => {
          card = shown;
          return Promise.resolve(false);
        },
      }),
    );
    await other.close();
    assert.equal(card?.previous?.environment, 'Try');
    assert.deepEqual(card.previous.changes, {
      changed: ['frequencyType'],
      added: ['periods 1 p2'],
      removed: ['periods 1 p1'],
    });
    assert.deepEqual(card.shared, [{ environment: 'Try', ids: ['preferredTillId 7998987987686876867'] }]);
  });

  it('shows on the card what it is about to send, and to whom', async () => {
    let card: SubmitCard | undefined;
    const confirm = (shown: SubmitCard): Promise<boolean> => {
      card = shown;
      return Promise.resolve(false);
    };
    assert.deepEqual(await submit(agreeing({ confirm })), { kind: 'dismissed' });
    const { hash, ...rest } = card ?? assert.fail('no card');
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(rest, {
      environment: 'Try',
      kind: 'test',
      host: environment.endpoint.host,
      user: 'till',
      file: 'a.targetgroup.json',
      isUnsaved: false,
      summary: prepared.summary,
      lowered: [],
      remaining: prepared.remaining,
      earlier: undefined,
      previous: undefined,
      shared: [],
    });
    assert.equal(posts().length, 0);
  });

  it('sends nothing from an untrusted workspace', async () => {
    await assertRefused({ isTrusted: () => false }, { reason: 'untrusted' });
  });

  it('says so when no definition is in front', async () => {
    await assertRefused({ definition: () => undefined }, { reason: 'no-definition' });
  });

  it('sends nothing with findings that block', async () => {
    const blocking = { ...prepared, blocking: [finding, finding] };
    await assertRefused({ prepare: () => Promise.resolve(blocking) }, { reason: 'findings', count: 2 });
  });

  it('sends nothing that was not checked', async () => {
    const cases: [PrepareSubmitResult, object][] = [
      [
        { kind: 'stale', version: 4 },
        { reason: 'changed', what: 'document' },
      ],
      [{ kind: 'unknown-document' }, { reason: 'not-served' }],
      [
        { kind: 'failed', reason: 'a rule threw' },
        { reason: 'check-failed', why: 'a rule threw' },
      ],
    ];
    for (const [result, refusal] of cases) await assertRefused({ prepare: () => Promise.resolve(result) }, refusal);
  });

  const dismissals: Partial<SubmitPorts>[] = [
    { chooseEnvironment: () => Promise.resolve(undefined) },
    { signIn: () => Promise.resolve({ kind: 'none' }) },
  ];
  for (const port of dismissals) {
    it(`ends quietly when ${Object.keys(port).join()} is dismissed`, async () => {
      const result = await submit(agreeing(port));
      assert.deepEqual(result, { kind: 'dismissed' });
      assert.equal(posts().length, 0);
    });
  }

  it('ends quietly when the environment is not ready or the card is dismissed', async () => {
    for (const port of ['isReady', 'confirm'] as const) {
      assert.deepEqual(await submit(agreeing({ [port]: () => Promise.resolve(false) })), { kind: 'dismissed' });
    }
    assert.equal(posts().length, 0);
  });

  describe('of errors whose rule was lowered', () => {
    const at = (line: number, code: string): Prepared['blocking'][number] => ({
      range: { start: { line, character: 2 }, end: { line, character: 5 } },
      code,
      message: `${code} on ${line}`,
      severity: 4,
    });
    const lowered: Prepared = {
      ...prepared,
      blocking: [at(1, 'schema-type'), at(2, 'name-length'), at(6, 'schema-type')],
      lowered: ['name-length', 'schema-type'],
    };
    const prepare = () => Promise.resolve(lowered);

    it('asks for each rule by its name, and names them on the card', async () => {
      const seen: unknown[] = [];
      const result = await submit(
        agreeing({
          prepare,
          nameLowered: (rules) => {
            seen.push(rules);
            return Promise.resolve(new Set(rules.map(({ code }) => code)));
          },
          confirm: (card) => {
            seen.push(card.lowered);
            return Promise.resolve(true);
          },
        }),
      );
      assert.equal(outcomeOf(result), 'created');
      const rules = [
        { code: 'schema-type', count: 2, message: 'schema-type on 1', line: 2 },
        { code: 'name-length', count: 1, message: 'name-length on 2', line: 3 },
      ];
      assert.deepEqual(seen, [rules, rules]);
    });

    it('does not ask where nothing was lowered', async () => {
      const nameLowered = () => assert.fail('asked');
      assert.equal(outcomeOf(await submit(agreeing({ nameLowered }))), 'created');
    });

    it('sends nothing when they are not named, or not all of them', async () => {
      const dismissed = await submit(agreeing({ prepare, nameLowered: () => Promise.resolve(undefined) }));
      assert.deepEqual(dismissed, { kind: 'dismissed' });
      const named = (...codes: string[]) => ({ prepare, nameLowered: () => Promise.resolve(new Set(codes)) });
      await assertRefused(named('name-length'), { reason: 'not-named', codes: ['schema-type'] });
      await assertRefused(named(), { reason: 'not-named', codes: ['schema-type', 'name-length'] });
      await assertRefused(named('schema-type', 'other'), { reason: 'not-named', codes: ['name-length'] });
    });

    it('sends nothing when one of another rule is among them, and does not ask', async () => {
      const mixed: Prepared = { ...lowered, blocking: [...lowered.blocking, at(9, 'schema-enum'), finding] };
      const asked = { nameLowered: () => assert.fail('asked'), chooseEnvironment: () => assert.fail('asked') };
      await assertRefused({ prepare: () => Promise.resolve(mixed), ...asked }, { reason: 'findings', count: 2 });
    });

    it('refuses what came up, or was raised again, after they were named', async () => {
      for (const [after, count] of [
        [
          {
            ...lowered,
            blocking: [...lowered.blocking, at(9, 'schema-enum')],
            lowered: [...lowered.lowered, 'schema-enum'],
          },
          1,
        ],
        [{ ...lowered, lowered: ['name-length'] }, 2],
      ] as const) {
        let now = lowered;
        const confirm = () => {
          now = after;
          return Promise.resolve(true);
        };
        await assertRefused({ prepare: () => Promise.resolve(now), confirm }, { reason: 'findings', count });
      }
    });
  });

  describe('refuses when, between card and answer,', () => {
    /** Answers as before until the card was confirmed, then with `after`. */
    function changing<Value>(before: Value, after: Value): { value: () => Value; confirm: SubmitPorts['confirm'] } {
      let now = before;
      return {
        value: () => now,
        confirm: () => {
          now = after;
          return Promise.resolve(true);
        },
      };
    }

    it('the document got another version', async () => {
      const { value, confirm } = changing<PrepareSubmitResult>(prepared, { kind: 'stale', version: 4 });
      const prepare = () => Promise.resolve(value());
      await assertRefused({ prepare, confirm }, { reason: 'changed', what: 'document' });
    });

    it('a finding came up', async () => {
      const { value, confirm } = changing<PrepareSubmitResult>(prepared, { ...prepared, blocking: [finding] });
      const prepare = () => Promise.resolve(value());
      await assertRefused({ prepare, confirm }, { reason: 'findings', count: 1 });
    });

    it('the workspace lost its trust', async () => {
      const { value, confirm } = changing(true, false);
      await assertRefused({ isTrusted: value, confirm }, { reason: 'untrusted' });
    });

    it('another environment was chosen', async () => {
      const { value, confirm } = changing(true, false);
      await assertRefused({ isActive: value, confirm }, { reason: 'changed', what: 'environment' });
    });

    it('the user signed out', async () => {
      const { value, confirm } = changing<SignIn>(signedIn('till'), { kind: 'none' });
      const storedSignIn = () => Promise.resolve(value());
      await assertRefused({ storedSignIn, confirm }, { reason: 'changed', what: 'sign-in' });
    });

    it('another user signed in', async () => {
      const { value, confirm } = changing(signedIn('till'), signedIn('other'));
      const storedSignIn = () => Promise.resolve(value());
      const result = await submit(agreeing({ storedSignIn, confirm }));
      assert.ok(result.kind === 'ended' && result.outcome.kind === 'blocked');
      assert.deepEqual(result.outcome.obstacle, { reason: 'changed', facts: ['user'] });
      assert.equal(posts().length, 0);
    });

    it('the same version has another text', async () => {
      const { value, confirm } = changing<PrepareSubmitResult>(prepared, { ...prepared, body: `${body} ` });
      const result = await submit(agreeing({ prepare: () => Promise.resolve(value()), confirm }));
      assert.ok(result.kind === 'ended' && result.outcome.kind === 'blocked');
      assert.deepEqual(result.outcome.obstacle, { reason: 'changed', facts: ['bodySha256'] });
      assert.equal(posts().length, 0);
    });
  });

  it('makes one POST of fifty commands at once', async () => {
    const lock = createWindowLock();
    const results = await Promise.all(Array.from({ length: 50 }, () => submit(agreeing({ windowLock: lock }))));
    const kinds = results.map((result) => (result.kind === 'refused' ? result.refusal.reason : outcomeOf(result)));
    assert.equal(kinds.filter((kind) => kind === 'created').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'in-flight').length, 49);
    assert.equal(posts().length, 1);
  });

  it('does not send two texts of one name at once, ignoring case, but two names', async () => {
    const lock = createWindowLock();
    const named = (name: string, text: string) => {
      const other: Prepared = { ...prepared, body: text, summary: { ...prepared.summary, name } };
      return agreeing({ windowLock: lock, prepare: () => Promise.resolve(other) });
    };
    const results = await Promise.all([
      submit(named('Spring 1.00', body)),
      submit(named('SPRING 1.00', body.replace('Spring', 'SPRING'))),
      submit(named('Autumn', body.replace('Spring 1.00', 'Autumn'))),
    ]);
    const kinds = results.map((result) => (result.kind === 'refused' ? result.refusal.reason : outcomeOf(result)));
    assert.deepEqual(kinds, ['created', 'in-flight', 'created']);
  });

  it('frees the lock when a port throws', async () => {
    const lock = createWindowLock();
    const confirm = () => Promise.reject(new Error('dialog'));
    await assert.rejects(submit(agreeing({ windowLock: lock, confirm })), /dialog/);
    assert.equal(outcomeOf(await submit(agreeing({ windowLock: lock }))), 'created');
  });

  it('is cancelled before the POST, and unknown once it was started', async () => {
    const before = new AbortController();
    before.abort();
    const early = await submit(agreeing({ withProgress: (_step, _environment, work) => work(before.signal) }));
    assert.equal(outcomeOf(early), 'cancelled');
    assert.equal(posts().length, 0);

    const during = new AbortController();
    const http: SubmitPorts['http'] = (signal) => ({
      ...agreeing().http(signal),
      fetch: (url, init) => {
        if (url.endsWith('/isValidName')) return fetch(url, init);
        during.abort();
        return new Promise<never>(() => undefined);
      },
    });
    const late = await submit(agreeing({ http, withProgress: (_step, _environment, work) => work(during.signal) }));
    assert.equal(outcomeOf(late), 'unknown');
  });

  it('goes to the built-in sandbox at the address that `targetgroup sandbox` listens at', () => {
    assert.equal(sandboxEnvironment.endpoint.origin, `http://127.0.0.1:${defaultPort}`);
  });
});
