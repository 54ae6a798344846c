import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Range } from 'vscode-languageserver-types';
import type { CliIo } from '../../../../../server/src/cli/io';
import { runSubmitCommand } from '../../../../../server/src/cli/submit';
import type { BlockingFinding, SubmitEngine } from '../../../../../server/src/cli/submit/submit-check';
import { createRecordedIo, type RecordedIo } from '../../../../support/cli-io';
import type { FetchResponse } from '../../../../../server/src/api/index';
import { createMemoryFiles } from '../../../../support/memory-files';
import { startShortTimer } from '../../../../support/short-waits';
import { until } from '../../../../support/until';
import { answerOf, createFakeFetch, fetchFailure, refusal, type FakeFetch } from '../../../../support/fake-fetch';

const text = '\r\n{"name":"Spring","leaderboardEnabled":true, "preferredTillId":7998987987686876867, "x":1.00}\r\n';
const hash = createHash('sha256').update(text).digest('hex');
const host = ['--host', 'https://api.example'];
const basic = { TARGETGROUP_USERNAME: 'till.1', TARGETGROUP_PASSWORD: 'canary-password' };
const client = { TARGETGROUP_KEY: 'canary-key', TARGETGROUP_SECRET: 'canary-secret' };
const created = '{"data":{"id":2330},"errors":null,"warnings":null}';

function rangeAt(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character: character + 1 } };
}

/** An engine that finds what it is given, and finds every pointer at the line of its length. */
function createEngine(...blocking: BlockingFinding[]): SubmitEngine & { checked: [text: string, path: string][] } {
  const checked: [string, string][] = [];
  return {
    checked,
    check: (body, path) => {
      checked.push([body, path]);
      return { blocking, summary: { name: 'Spring', periods: 4, targets: 1, values: 4 } };
    },
    locate: (_body, pointers) => pointers.map((pointer) => rangeAt(pointer.length, 2)),
  };
}

interface Run extends RecordedIo {
  readonly exit: number;
  /** The creates. */
  readonly calls: FakeFetch['calls'];
  /** What was called, in order, without the origin. */
  readonly paths: readonly string[];
}

interface Given {
  readonly io?: Partial<CliIo>;
  readonly engine?: SubmitEngine;
  readonly file?: string | Uint8Array;
  /** To the create. */
  readonly answer?: Parameters<typeof createFakeFetch>[0];
  /** To a call that reads, by its path; without one the name is free, there are no groups, and a token is given. */
  readonly reads?: Readonly<Record<string, () => FetchResponse>>;
}

const createPath = '/v3/targetGroups';
const readAnswers = {
  '/v3/oauth/token/generate': () => answerOf(200, '{"data":{"accessToken":"canary-token","ttlSeconds":300}}'),
  '/v3/targetGroups/isValidName': () => answerOf(200, '{"data":true}'),
  '/v3/targetGroups?includeUserCreatedTargetGroups=true': () => answerOf(200, '{"data":[]}'),
};

/** Half a minute of looking a name up takes no time. */
const startTimer = startShortTimer(200);

async function run(args: readonly string[], given: Given = {}): Promise<Run> {
  const reads: Given['reads'] = { ...readAnswers, ...given.reads };
  const pathOf = (url: string) => url.slice('https://api.example'.length);
  const fake = createFakeFetch((call) => {
    const path = pathOf(call.url);
    if (call.init.method === 'POST' && path === createPath) {
      return given.answer ? given.answer(call) : answerOf(201, created);
    }
    return (reads[path] ?? assert.fail(path))();
  });
  const recorded = createRecordedIo({
    env: basic,
    readFile: () => Promise.resolve(Buffer.from(given.file ?? text)),
    fetch: fake.fetch,
    startTimer,
    ...given.io,
  });
  const exit = await runSubmitCommand(args, recorded.io, given.engine ?? createEngine());
  const paths = fake.calls.map(({ url }) => pathOf(url));
  return { ...recorded, exit, calls: fake.calls.filter((_, index) => paths[index] === createPath), paths };
}

const submitIt = ['a.targetgroup.json', ...host, '--yes'];

async function runJson(args: readonly string[], given: Given = {}) {
  const { exit, calls, stdout, stderr } = await run([...args, '--format', 'json'], given);
  assert.equal(stderr(), '');
  assert.match(stdout(), /^\{.*\}\n$/);
  return { exit, calls, record: JSON.parse(stdout()) as Record<string, unknown> };
}

describe('submit', () => {
  it('sends the bytes of the file and says what was created', async () => {
    const { exit, calls, stdout, stderr } = await run(submitIt);
    assert.equal(exit, 0);
    assert.deepEqual(
      calls.map((call) => Buffer.from(call.body).toString()),
      [text],
    );
    assert.equal(calls[0]?.url, 'https://api.example/v3/targetGroups');
    assert.equal(stdout(), `Created: api.example made the target group under id 2330.\nSHA-256 ${hash}\n`);
    assert.equal(stderr(), '');
  });

  it('leaves out one byte order mark, from the text, the hash and the check', async () => {
    const engine = createEngine();
    const { record, calls } = await runJson(submitIt, { engine, file: `\ufeff${text}` });
    assert.equal(record['hash'], hash);
    assert.deepEqual(
      calls.map((call) => Buffer.from(call.body).toString()),
      [text],
    );
    assert.deepEqual(engine.checked, [[text, 'a.targetgroup.json']]);
    const twice = await runJson(submitIt, { file: `\ufeff\ufeff${text}` });
    assert.deepEqual(Buffer.from(twice.calls[0]?.body ?? []).toString(), `\ufeff${text}`);
  });

  it('reads standard input for -', async () => {
    const { exit, calls } = await run(['-', ...host, '--yes'], {
      io: { readStdin: () => Promise.resolve(Buffer.from(text)) },
    });
    assert.deepEqual([exit, calls.length], [0, 1]);
  });

  const verdicts: [name: string, answer: NonNullable<Given['answer']>, outcome: string, exit: number][] = [
    ['201', () => answerOf(201, created), 'created', 0],
    ['400', () => answerOf(400, refusal({ code: 300004, message: 'm' })), 'rejected', 1],
    ['401', () => answerOf(401), 'unauthorized', 1],
    ['403', () => answerOf(403), 'unauthorized', 1],
    ['307', () => answerOf(307, null, { Location: 'https://elsewhere.example' }), 'rejected', 1],
    ['500', () => answerOf(500), 'unknown', 3],
    ['200 with HTML', () => answerOf(200, '<html>'), 'unknown', 3],
    [
      'connection refused',
      () => {
        throw fetchFailure({ code: 'ECONNREFUSED' });
      },
      'unreachable',
      1,
    ],
    [
      'connection reset',
      () => {
        throw fetchFailure({ code: 'ECONNRESET' });
      },
      'unknown',
      3,
    ],
  ];
  for (const [name, answer, outcome, exit] of verdicts) {
    it(`${name}: ${outcome}, exit ${exit}`, async () => {
      const result = await runJson(submitIt, { answer });
      assert.deepEqual([result.record['outcome'], result.exit, result.calls.length], [outcome, exit, 1]);
    });
  }

  it('prints one JSON object with what is known', async () => {
    const one = await runJson(submitIt, { answer: () => answerOf(201, created, { 'X-Cap-Requestid': 'abc' }) });
    assert.deepEqual(one.record, {
      outcome: 'created',
      hash,
      id: 2330,
      status: 201,
      requestId: 'abc',
      message: 'Created: api.example made the target group under id 2330.',
      errors: [],
      file: 'a.targetgroup.json',
      host: 'api.example',
      name: 'Spring',
    });
    const big = await runJson(submitIt, { answer: () => answerOf(201, '{"data":{"id":7998987987686876867}}') });
    assert.equal(big.record['id'], '7998987987686876867');
  });

  it('shows where in the file an error of the API is', async () => {
    const answer = () =>
      answerOf(
        400,
        refusal(
          { code: 310133, message: 'Leaderboard is not enabled for the org' },
          { code: 999, message: '\u001b[2J' },
        ),
      );
    const { record } = await runJson(submitIt, { answer });
    assert.deepEqual(record['errors'], [
      {
        code: 310133,
        message: 'Leaderboard is not enabled for the org',
        range: rangeAt('/leaderboardEnabled'.length, 2),
      },
      { code: 999, message: '\\u{1b}[2J' },
    ]);
    const { stdout } = await run(submitIt, { answer });
    assert.match(
      stdout(),
      /\na\.targetgroup\.json:20:3: error 310133 Leaderboard is not enabled for the org\n {2}The organisation /,
    );
    assert.match(stdout(), /\na\.targetgroup\.json: error 999 \\u\{1b\}\[2J\n/);
  });
});

describe('submit: refused before anything is sent', () => {
  const finding: BlockingFinding = {
    code: 'name-length',
    message: 'name is long',
    range: rangeAt(4, 1),
    isLowered: false,
  };

  it('by a finding', async () => {
    const { record, exit, calls } = await runJson(submitIt, { engine: createEngine(finding) });
    assert.deepEqual([record['outcome'], exit, calls.length], ['blocked', 1, 0]);
    assert.deepEqual(record['errors'], [{ code: 'name-length', message: 'name is long', range: rangeAt(4, 1) }]);
    const { stdout } = await run(submitIt, { engine: createEngine(finding) });
    assert.match(stdout(), /^Blocked: .*\na\.targetgroup\.json:5:2: error name-length name is long\n/);
  });

  it('but not by one whose rule was lowered and which is allowed by name', async () => {
    const lowered = { ...finding, isLowered: true };
    const allowed = [...submitIt, '--allow', 'name-length'];
    assert.equal((await runJson(submitIt, { engine: createEngine(lowered) })).record['outcome'], 'blocked');
    assert.equal((await runJson([...submitIt, '--allow', 'name-empty'], { engine: createEngine(lowered) })).exit, 1);
    assert.match(
      String((await runJson(submitIt, { engine: createEngine(lowered) })).record['message']),
      / lowered: --allow name-length lets it through\.$/,
    );
    assert.doesNotMatch(
      String((await runJson(submitIt, { engine: createEngine(lowered, finding) })).record['message']),
      /--allow/,
    );
    assert.equal((await runJson(allowed, { engine: createEngine(lowered) })).record['outcome'], 'created');
    assert.equal((await runJson(allowed, { engine: createEngine(finding) })).record['outcome'], 'blocked');
    assert.equal((await runJson(allowed, { engine: createEngine(lowered, { ...finding, code: 'b' }) })).exit, 1);
  });

  it('by another hash than expected', async () => {
    const other = await runJson([...submitIt, '--expect-hash', 'a'.repeat(64)]);
    assert.deepEqual(
      [other.record['outcome'], other.exit, other.record['hash'], other.calls.length],
      ['blocked', 1, hash, 0],
    );
    assert.equal((await runJson([...submitIt, '--expect-hash', hash])).record['outcome'], 'created');
  });

  it('by bytes that are not UTF-8', async () => {
    const { record, exit, calls } = await runJson(submitIt, { file: new Uint8Array([0x7b, 0xff, 0x7d]) });
    assert.deepEqual([record['outcome'], exit, calls.length], ['blocked', 1, 0]);
    assert.match(String(record['message']), /UTF-8/);
  });

  it('by missing credentials, which it names', async () => {
    const cases: [env: CliIo['env'], message: RegExp][] = [
      [{}, /TARGETGROUP_USERNAME and TARGETGROUP_PASSWORD are not set\.$/],
      [{ ...basic, TARGETGROUP_PASSWORD: '' }, /TARGETGROUP_PASSWORD is not set\.$/],
      [{ ...basic, TARGETGROUP_USERNAME: 'a\nb' }, /The user holds a line end/],
      [{ ...basic, TARGETGROUP_PASSWORD: 'canary\n' }, /The password holds a line end/],
    ];
    for (const [env, message] of cases) {
      const { record, exit, calls } = await runJson(submitIt, { io: { env } });
      assert.deepEqual([record['outcome'], exit, calls.length], ['unauthorized', 1, 0]);
      assert.match(String(record['message']), message);
    }
  });
});

describe('submit: the confirmation', () => {
  const onTerminal = { stdin: true, stdout: true, stderr: true };
  const asked = ['a.targetgroup.json', ...host];

  it('names host, user, group, counts, file and hash, and sends after yes', async () => {
    for (const answer of ['yes', 'y', ' YES ']) {
      const { exit, calls, questions, stderr } = await run(asked, {
        io: { terminal: onTerminal, ask: () => Promise.resolve(answer) },
      });
      assert.deepEqual([exit, calls.length, questions.length], [0, 1, 1]);
      for (const part of [
        '"Spring"',
        '4 periods, 1 target, 4 values',
        'https://api.example',
        'till.1',
        'a.targetgroup.json',
        hash,
      ]) {
        assert.ok(stderr().includes(part), part);
      }
    }
  });

  it('sends nothing after anything else', async () => {
    for (const answer of ['', 'no', 'yes please', undefined]) {
      const { exit, calls, stdout } = await run(asked, {
        io: { terminal: onTerminal, ask: () => Promise.resolve(answer) },
      });
      assert.deepEqual([exit, calls.length], [1, 0]);
      assert.match(stdout(), /^Blocked: it was not confirmed/);
    }
  });

  it('is cancelled by Ctrl+C at the question', async () => {
    const controllers: AbortController[] = [];
    const { exit, calls, stdout } = await run(asked, {
      io: {
        terminal: onTerminal,
        takeInterrupt: () => {
          controllers.push(new AbortController());
          return controllers[0]?.signal ?? assert.fail();
        },
        ask: () => {
          controllers[0]?.abort();
          return Promise.resolve(undefined);
        },
      },
    });
    assert.deepEqual([exit, calls.length], [1, 0]);
    assert.match(stdout(), /^Cancelled before anything was sent/);
  });

  it('is cancelled by Ctrl+C during a call that reads', async () => {
    for (const [env, cancelledAt] of [
      [basic, '/v3/targetGroups/isValidName'],
      [client, '/v3/oauth/token/generate'],
    ] as const) {
      const interrupt = new AbortController();
      const takeInterrupt = () => interrupt.signal;
      const reads = {
        [cancelledAt]: () => {
          interrupt.abort();
          return answerOf(200, '{"data":true}');
        },
      };
      const { record, exit, calls } = await runJson(submitIt, { io: { env, takeInterrupt }, reads });
      assert.deepEqual([record['outcome'], exit, calls.length], ['cancelled', 1, 0]);
    }
  });

  it('is unknown after Ctrl+C during the request, when looking the name up settles nothing', async () => {
    const controllers: AbortController[] = [];
    const takeInterrupt = () => {
      controllers.push(new AbortController());
      return controllers.at(-1)?.signal ?? assert.fail();
    };
    const answer = () => {
      controllers[0]?.abort();
      return new Promise<never>(() => undefined);
    };
    const { exit, stdout, stderr, paths } = await run([...asked, '--yes'], { answer, io: { takeInterrupt } });
    assert.equal(exit, 3);
    assert.match(
      stdout(),
      /^Unknown: the request was sent, and it was cancelled .* no group of its name .* --dry-run /,
    );
    assert.equal(stderr(), '');
    // Once before the POST, and three times after it.
    assert.equal(paths.filter((path) => path.endsWith('isValidName')).length, 4);
  });

  it('stops looking the name up at the next Ctrl+C', async () => {
    const recorded = createRecordedIo({
      env: basic,
      terminal: onTerminal,
      readFile: () => Promise.resolve(Buffer.from(text)),
      // Real waits: only the interrupt ends the looking within the time of this test.
      fetch: (url, { method }) => {
        if (url.endsWith('isValidName')) return Promise.resolve(answerOf(200, '{"data":true}'));
        assert.equal(method, 'POST');
        throw fetchFailure({ code: 'ECONNRESET' });
      },
    });
    const exit = runSubmitCommand([...asked, '--yes'], recorded.io, createEngine());
    await until(() => recorded.stderr().includes('Looking the name up'), {
      what: 'looking up',
      within: 5000,
      every: 5,
    });
    recorded.interrupt();
    assert.equal(await exit, 3);
    assert.match(recorded.stdout(), /^Unknown: /);
  });

  it('looks the name up before it asks, and again before it sends', async () => {
    const io = { terminal: onTerminal, ask: () => Promise.resolve('yes') };
    const taken = () => answerOf(200, '{"data":false}');
    const first = await run(asked, { io, reads: { '/v3/targetGroups/isValidName': taken } });
    assert.deepEqual([first.exit, first.calls.length, first.questions.length], [1, 0, 0]);
    assert.match(first.stdout(), /^Blocked: the organisation has a group "Spring" already\. Nothing was sent\.\n/);
    let times = 0;
    const later = () => answerOf(200, `{"data":${++times < 2}}`);
    const second = await run(asked, { io, reads: { '/v3/targetGroups/isValidName': later } });
    assert.deepEqual([second.exit, second.calls.length, second.questions.length], [1, 0, 1]);
  });

  it('asks only when the submit could go ahead', async () => {
    const blocking = { code: 'c', message: 'm', range: rangeAt(0, 0), isLowered: false };
    const io = { terminal: onTerminal };
    assert.equal((await run(asked, { io, engine: createEngine(blocking) })).questions.length, 0);
    assert.equal((await run(asked, { io: { ...io, env: {} } })).questions.length, 0);
  });
});

describe('submit: wrong use', () => {
  const cases: [name: string, args: readonly string[], problem: RegExp, io?: Partial<CliIo>][] = [
    ['no file', [...host, '--yes'], /one FILE/],
    ['two files', ['a', 'b', ...host, '--yes'], /one FILE/],
    ['no host', ['a', '--yes'], /--host URL is missing/],
    [
      'no rule',
      ['a', ...host, '--yes', '--allow', 'name-emtpy'],
      /--allow: "name-emtpy" is no rule; did you mean "name-e/,
    ],
    ['a port that is never opened', ['a', '--host', 'http://localhost:6000', '--yes'], /--host: The port belongs/],
    ['a host without a value', ['a', '--yes', '--host'], /--host/],
    ['http', ['a', '--yes', '--host', 'http://api.example'], /not https/],
    ['a path', ['a', '--yes', '--host', 'https://api.example/v3'], /path/],
    ['user info', ['a', '--yes', '--host', 'https://canary:canary@api.example'], /user or password/],
    ['a password argument', [...submitIt, '--password=canary'], /--password/],
    ['a password argument apart', [...submitIt, '--password', 'canary'], /--password/],
    ['an unknown format', [...submitIt, '--format', 'xml'], /--format/],
    ['a hash in capitals', [...submitIt, '--expect-hash', 'A'.repeat(64)], /--expect-hash/],
    ['no terminal and no --yes', ['a', ...host], /--yes is required/],
    [
      'standard input and no --yes',
      ['-', ...host],
      /--yes is required/,
      { terminal: { stdin: true, stdout: true, stderr: true } },
    ],
    ['both pairs of credentials', submitIt, /set one pair/, { env: { ...basic, ...client } }],
    [
      'a timeout of nothing',
      submitIt,
      /TARGETGROUP_TIMEOUT_SECONDS/,
      { env: { ...basic, TARGETGROUP_TIMEOUT_SECONDS: '0' } },
    ],
    [
      'a timeout that is no number',
      submitIt,
      /TARGETGROUP_TIMEOUT_SECONDS/,
      { env: { ...basic, TARGETGROUP_TIMEOUT_SECONDS: '1e3' } },
    ],
    [
      'a file that is not there',
      ['/nowhere/\u001b[2J', ...host, '--yes'],
      /cannot be read \(ENOENT\)/,
      { readFile: createRecordedIo().io.readFile },
    ],
  ];
  for (const [name, args, problem, io = {}] of cases) {
    it(`${name}: exit 2, a reason and the usage on standard error, nothing sent`, async () => {
      const { exit, calls, stdout, stderr } = await run(args, { io });
      assert.deepEqual([exit, calls.length, stdout()], [2, 0, '']);
      assert.match(stderr(), problem);
      assert.match(stderr(), /\nUsage: targetgroup submit FILE --host URL \[--dry-run\] \[--yes\]/);
      assert.doesNotMatch(stderr(), /canary|\u001b/);
    });
  }

  it('takes a half pair beside a whole one, and an empty variable as not set', async () => {
    const env = { ...basic, TARGETGROUP_KEY: 'k', TARGETGROUP_SECRET: '', TARGETGROUP_TIMEOUT_SECONDS: '' };
    assert.equal((await run(submitIt, { io: { env } })).exit, 0);
  });
});

describe('submit: deadline and secrets', () => {
  it('takes the deadline from the environment, which can only shorten it', async () => {
    for (const [seconds, milliseconds] of [
      ['', 60_000],
      ['5', 5000],
      ['0.5', 500],
      ['3600', 60_000],
    ] as const) {
      const started: number[] = [];
      const startTimer: CliIo['startTimer'] = (duration) => {
        started.push(duration);
        return () => undefined;
      };
      await run(submitIt, { io: { startTimer, env: { ...basic, TARGETGROUP_TIMEOUT_SECONDS: seconds } } });
      // The check of the name, and the create.
      assert.deepEqual(started, [milliseconds, milliseconds]);
    }
  });

  it('prints no secret, in no form, whatever the server answers', async () => {
    const digest = createHash('md5').update(basic.TARGETGROUP_PASSWORD).digest('hex');
    const token = btoa(`till.1:${digest}`);
    const forms = [
      basic.TARGETGROUP_PASSWORD,
      digest,
      token,
      encodeURIComponent(token),
      btoa(basic.TARGETGROUP_PASSWORD),
    ];
    const echo = refusal({ code: 1, message: `${digest} ${token} ${encodeURIComponent(token)}` });
    for (const format of ['text', 'json']) {
      for (const status of [200, 400, 401, 500]) {
        const answer = () => answerOf(status, echo, { 'X-Cap-Requestid': token });
        const { stdout, stderr } = await run([...submitIt, '--format', format], { answer });
        for (const form of forms) assert.ok(!`${stdout()}${stderr()}`.includes(form), form);
      }
    }
  });
});

describe('submit: a dry run', () => {
  const dryRun = ['a.targetgroup.json', ...host, '--dry-run'];
  const listPath = '/v3/targetGroups?includeUserCreatedTargetGroups=true';
  const groupPath = '/v3/targetGroups/7998987987686876867?includePeriods=true&includeUserCreatedTargetGroups=true';
  const taken = { '/v3/targetGroups/isValidName': () => answerOf(200, '{"data":false}') };
  const listed = { [listPath]: () => answerOf(200, '{"data":[{"id":7998987987686876867,"name":"SPRING"}]}') };
  const live =
    '{"id":7998987987686876867,"name":"Spring","leaderboardEnabled":false,"preferredTillId":7998987987686876867}';

  it('says that nothing is in the way, with the hash, asks nothing and posts nothing', async () => {
    const { exit, paths, stdout, stderr } = await run(dryRun);
    assert.deepEqual([exit, paths], [0, ['/v3/targetGroups/isValidName']]);
    assert.equal(stdout(), `Ready: nothing is in the way of a submit. Nothing was sent.\nSHA-256 ${hash}\n`);
    assert.equal(stderr(), '');
    const { record } = await runJson(dryRun);
    assert.deepEqual([record['outcome'], record['hash'], record['dryRun']], ['ready', hash, true]);
  });

  it('asks for a token first, where a client has to have one', async () => {
    const { paths } = await run(dryRun, { io: { env: client } });
    assert.deepEqual(paths, ['/v3/oauth/token/generate', '/v3/targetGroups/isValidName']);
  });

  it('compares with the live group of the same name', async () => {
    const reads = { ...taken, ...listed, [groupPath]: () => answerOf(200, `{"data":${live}}`) };
    const { exit, calls, stdout } = await run(dryRun, { reads });
    assert.deepEqual([exit, calls.length], [1, 0]);
    assert.match(stdout(), /^Blocked: the organisation has a group "Spring" already\./);
    assert.match(
      stdout(),
      /\nThe group of this name has the id 7998987987686876867\.\nDifferences to this definition: 2\n {2}leaderboardEnabled/,
    );
    const { record } = await runJson(dryRun, { reads });
    const { id, differences } = record['live'] as { id: string; differences: { place: string; kind: string }[] };
    assert.deepEqual(
      [record['outcome'], id, differences.map(({ place, kind }) => `${place} ${kind}`)],
      ['blocked', '7998987987686876867', ['leaderboardEnabled changed', 'x only-in-file']],
    );
  });

  it('only notes that the live group could not be read', async () => {
    const broken = () => answerOf(500, '<html>');
    for (const [reads, note, problem] of [
      [
        { ...taken, [listPath]: broken },
        /cannot be compared\. Blocked: the list of groups was answered with status 500/,
        'not-read',
      ],
      [
        { ...taken, ...listed, [groupPath]: broken },
        /cannot be compared\. Blocked: the reading of the group/,
        'not-read',
      ],
      [taken, /The list of groups has none of this name/, 'not-listed'],
    ] as const) {
      const { stdout, exit } = await run(dryRun, { reads });
      assert.equal(exit, 1);
      assert.match(stdout(), /^Blocked: the organisation has a group "Spring" already\./);
      assert.match(stdout(), note);
      assert.deepEqual((await runJson(dryRun, { reads })).record['live'], { problem });
    }
  });

  it('needs what a submit needs', async () => {
    const finding = { code: 'c', message: 'm', range: rangeAt(0, 0), isLowered: false };
    for (const [args, given, outcome] of [
      [dryRun, { engine: createEngine(finding) }, 'blocked'],
      [[...dryRun, '--expect-hash', 'a'.repeat(64)], {}, 'blocked'],
      [dryRun, { io: { env: {} } }, 'unauthorized'],
    ] as const) {
      const { record, exit } = await runJson(args, given);
      assert.deepEqual([record['outcome'], exit], [outcome, 1]);
    }
  });
});

describe('submit: an API client', () => {
  it('sends the token in its own header, and no Authorization', async () => {
    const { calls, exit } = await run(submitIt, { io: { env: client } });
    assert.equal(exit, 0);
    assert.equal(calls[0]?.init.headers['X-CAP-API-OAUTH-TOKEN'], 'canary-token');
    assert.equal(calls[0].init.headers['Authorization'], undefined);
  });

  const refused: [name: string, answer: () => FetchResponse, outcome: string, message: RegExp][] = [
    [
      'a refused key',
      () => answerOf(401, refusal({ message: 'canary-token' })),
      'unauthorized',
      /gave no token .*status 401/,
    ],
    ['an answer without a token', () => answerOf(200, '{"data":{}}'), 'unauthorized', /gave no token/],
    [
      'a server that is down',
      () => answerOf(503, 'canary-token'),
      'blocked',
      /call for a token was answered with status 503/,
    ],
    ['a redirect', () => answerOf(307, null, { Location: 'https://e.example' }), 'blocked', /call for a token/],
    [
      'a connection that is lost',
      () => {
        throw fetchFailure({ code: 'ECONNRESET' });
      },
      'unreachable',
      /connection to api\.example was lost/,
    ],
  ];
  for (const [name, answer, outcome, message] of refused) {
    it(`posts nothing after ${name}: ${outcome}`, async () => {
      const reads = { '/v3/oauth/token/generate': answer };
      const { record, exit, calls } = await runJson(submitIt, { io: { env: client }, reads });
      assert.deepEqual([record['outcome'], exit, calls.length], [outcome, 1, 0]);
      assert.match(String(record['message']), message);
      assert.doesNotMatch(JSON.stringify(record), /canary-(token|secret)/);
    });
  }

  it('names what is missing of the pair', async () => {
    for (const [env, message] of [
      [{ TARGETGROUP_KEY: 'k' }, /TARGETGROUP_SECRET is not set\.$/],
      [{ TARGETGROUP_SECRET: 's' }, /TARGETGROUP_KEY is not set\.$/],
      [{ ...client, TARGETGROUP_KEY: 'a b' }, /The key is empty, or holds a blank/],
    ] as const) {
      const { record } = await runJson(submitIt, { io: { env } });
      assert.equal(record['outcome'], 'unauthorized');
      assert.match(String(record['message']), message);
    }
  });
});

describe('submit: once', () => {
  const lost = () => {
    throw fetchFailure({ code: 'ECONNRESET' });
  };

  it('looks up what gave no verdict, and says that it was learned so', async () => {
    let isThere = false;
    const reads = {
      '/v3/targetGroups/isValidName': () => answerOf(200, `{"data":${!isThere}}`),
      '/v3/targetGroups?includeUserCreatedTargetGroups=true': () =>
        answerOf(200, `{"data":[{"id":2331,"name":"Spring","createdOn":${Date.now() + 1000}}]}`),
    };
    const answer = () => {
      isThere = true;
      return lost();
    };
    const { record, exit, calls } = await runJson(submitIt, { answer, reads });
    assert.deepEqual(
      [record['outcome'], record['id'], record['reconciled'], exit, calls.length],
      ['created', 2331, true, 0, 1],
    );
    assert.match(String(record['message']), /the answer was lost, but api\.example has the group now, under id 2331/);
  });

  it('says what looking gave where it settles nothing', async () => {
    const { record, exit } = await runJson(submitIt, { answer: lost });
    assert.deepEqual([record['outcome'], record['reconciled'], record['lookup'], exit], ['unknown', false, 'free', 3]);
  });

  it('remembers, without body and secret, and says so at the next submit of the same', async () => {
    const state = createMemoryFiles();
    const io = { openState: () => state, now: () => Date.parse('2026-05-01T10:00:00Z') };
    await run(submitIt, { io, answer: lost });
    const [entry = '', ...others] = [...state.texts.values()];
    assert.deepEqual(others, []);
    assert.deepEqual((JSON.parse(entry) as { verdict: string; hash: string }).verdict, 'unknown');
    assert.doesNotMatch(entry, /canary|leaderboardEnabled":true|1\.00/);
    const again = { ...io, now: () => Date.parse('2026-05-01T11:00:00Z') };
    const { stdout } = await run([...submitIt, '--dry-run'], { io: again });
    assert.match(
      stdout(),
      /^Ready: .*\nExactly this content was submitted at 2026-05-01T10:00:00\.000Z; what came of it is not known\.\n/,
    );
    const { questions, stderr } = await run(['a', ...host], {
      io: { ...again, terminal: { stdin: true, stdout: true, stderr: true }, ask: () => Promise.resolve('yes') },
    });
    assert.equal(questions.length, 1);
    assert.match(stderr(), /\n {2}Exactly this content was submitted at /);
    const taken = { '/v3/targetGroups/isValidName': () => answerOf(200, '{"data":false}') };
    const { record } = await runJson(submitIt, { io: again, reads: taken });
    assert.match(
      String(record['message']),
      /already\. Exactly this content was created at 2026-05-01T11:00:00\.000Z, under id 2330\./,
    );
  });

  it('is not sent again unasked, some minutes long, while nobody knows what came of it', async () => {
    const state = createMemoryFiles();
    const at = (time: string) => ({ openState: () => state, now: () => Date.parse(`2026-05-01T${time}Z`) });
    await run(submitIt, { io: at('10:00:00'), answer: lost });
    const { record, exit, calls } = await runJson(submitIt, { io: at('10:09:00') });
    assert.deepEqual([record['outcome'], exit, calls.length], ['blocked', 1, 0]);
    assert.match(
      String(record['message']),
      /may still come to something\. Exactly this content .* --dry-run looks again/,
    );
    assert.equal((await runJson(submitIt, { io: at('10:11:00') })).record['outcome'], 'created');
  });

  it('makes one POST of many that are run at once', async () => {
    const state = createMemoryFiles();
    const io = { openState: () => state };
    const runs = await Promise.all(Array.from({ length: 20 }, () => run(submitIt, { io })));
    assert.equal(runs.flatMap(({ calls }) => calls).length, 1);
    assert.equal(runs.filter(({ exit }) => exit === 0).length, 1);
    for (const { exit, stdout } of runs) {
      if (exit !== 0)
        assert.match(stdout(), /^Blocked: (this definition, or one .* right now|it was submitted from elsewhere)/);
    }
    assert.deepEqual(
      [...state.texts.keys()].filter((name) => name.endsWith('.lock')),
      [],
    );
  });

  it('sends nothing that it cannot write down', async () => {
    const state = createMemoryFiles();
    const fail = () => Promise.reject(Object.assign(new Error('canary'), { code: 'EROFS' }));
    const { record, exit, calls } = await runJson(submitIt, { io: { openState: () => ({ ...state, create: fail }) } });
    assert.deepEqual([record['outcome'], exit, calls.length], ['blocked', 1, 0]);
    assert.match(String(record['message']), /the record of submits cannot be read or written \(EROFS\)/);
  });

  it('keeps the verdict that it cannot write down', async () => {
    const state = createMemoryFiles();
    const fail = () => Promise.reject(Object.assign(new Error('canary'), { code: 'ENOSPC' }));
    const { exit, stdout, stderr } = await run(submitIt, { io: { openState: () => ({ ...state, replace: fail }) } });
    assert.equal(exit, 0);
    assert.match(stdout(), /^Created: /);
    assert.match(stderr(), /^submit: what became of it cannot be written down \(ENOSPC\)/);
  });
});
