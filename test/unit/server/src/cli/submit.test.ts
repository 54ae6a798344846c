import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Range } from 'vscode-languageserver-types';
import type { CliIo } from '../../../../../server/src/cli/io';
import { runSubmitCommand, type BlockingFinding, type SubmitEngine } from '../../../../../server/src/cli/submit';
import { createRecordedIo, type RecordedIo } from '../../../../support/cli-io';
import { answerOf, createFakeFetch, fetchFailure, refusal, type FakeFetch } from '../../../../support/fake-fetch';

const text = '\r\n{"name":"Spring","leaderboardEnabled":true, "preferredTillId":7998987987686876867, "x":1.00}\r\n';
const hash = createHash('sha256').update(text).digest('hex');
const host = ['--host', 'https://api.example'];
const basic = { TARGETGROUP_USERNAME: 'till.1', TARGETGROUP_PASSWORD: 'canary-password' };
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
  readonly calls: FakeFetch['calls'];
}

interface Given {
  readonly io?: Partial<CliIo>;
  readonly engine?: SubmitEngine;
  readonly file?: string | Uint8Array;
  readonly answer?: Parameters<typeof createFakeFetch>[0];
}

async function run(args: readonly string[], given: Given = {}): Promise<Run> {
  const fake = createFakeFetch(given.answer ?? (() => answerOf(201, created)));
  const recorded = createRecordedIo({
    env: basic,
    readFile: () => Promise.resolve(Buffer.from(given.file ?? text)),
    fetch: fake.fetch,
    ...given.io,
  });
  const exit = await runSubmitCommand(args, recorded.io, given.engine ?? createEngine());
  return { ...recorded, exit, calls: fake.calls };
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
    const recorded = createRecordedIo({
      env: basic,
      terminal: onTerminal,
      readFile: () => Promise.resolve(Buffer.from(text)),
      ask: () => {
        recorded.interrupt();
        return Promise.resolve(undefined);
      },
    });
    assert.equal(await runSubmitCommand(asked, recorded.io, createEngine()), 1);
    assert.match(recorded.stdout(), /^Cancelled before anything was sent/);
  });

  it('is unknown after Ctrl+C during the request', async () => {
    const recorded = createRecordedIo({
      env: basic,
      readFile: () => Promise.resolve(Buffer.from(text)),
      fetch: () => {
        recorded.interrupt();
        return new Promise<never>(() => undefined);
      },
    });
    assert.equal(await runSubmitCommand([...asked, '--yes'], recorded.io, createEngine()), 3);
    assert.match(recorded.stdout(), /^Unknown: .*cancelled/);
  });

  it('asks only when the submit could go ahead', async () => {
    const blocking = { code: 'c', message: 'm', range: rangeAt(0, 0), isLowered: false };
    const io = { terminal: onTerminal };
    assert.equal((await run(asked, { io, engine: createEngine(blocking) })).questions.length, 0);
    assert.equal((await run(asked, { io: { ...io, env: {} } })).questions.length, 0);
  });
});

describe('submit: wrong use', () => {
  const client = { TARGETGROUP_KEY: 'canary-key', TARGETGROUP_SECRET: 'canary-secret' };
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
    ['a dry run, which this version lacks', [...submitIt, '--dry-run'], /--dry-run/],
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
    ["a client's credentials", submitIt, /Basic authentication only/, { env: client }],
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
      assert.match(stderr(), /\nUsage: targetgroup submit FILE --host URL \[--yes\]/);
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
      assert.deepEqual(started, [milliseconds]);
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
