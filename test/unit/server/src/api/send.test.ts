import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import {
  confirm,
  describeOutcome,
  exitStatuses,
  send,
  type CreateRequest,
  type Fetch,
  type FetchResponse,
  type HttpPorts,
  type SubmitOutcome,
} from '../../../../../server/src/api/index';
import { createRequestTo } from '../../../../support/create-request';
import { answerOf, createFakeFetch, fetchFailure, refusal } from '../../../../support/fake-fetch';

const host = 'https://api.example';
const created = '{"data":{"id":2330},"errors":null,"warnings":null}';
const no = refusal({ code: 310069, message: 'Target group name already exists' });

/** A timer that fires only when the test says so. */
function createManualTimer(): {
  startTimer: HttpPorts['startTimer'];
  fire: () => void;
  started: number[];
  stopped: number;
} {
  const timer = {
    started: [] as number[],
    stopped: 0,
    fire: (): void => {
      assert.fail('no timer was started');
    },
    startTimer: (milliseconds: number, fire: () => void): (() => void) => {
      timer.started.push(milliseconds);
      timer.fire = fire;
      return () => {
        timer.stopped++;
      };
    },
  };
  return timer;
}

function ports(fetch: Fetch, rest: Partial<HttpPorts> = {}): HttpPorts {
  return { fetch, runtime: 'node', startTimer: createManualTimer().startTimer, ...rest };
}

async function sendTo(
  answer: () => FetchResponse | Promise<FetchResponse>,
  rest: Partial<HttpPorts> = {},
): Promise<SubmitOutcome> {
  const request = createRequestTo(host);
  return send(request, confirm(request.facts), ports(createFakeFetch(answer).fetch, rest));
}

/** A body that gives some bytes and then nothing, until it is cancelled. */
function stalledBody(bytes: string): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(bytes));
    },
  });
}

describe('send: the outcomes of CONTRACT', () => {
  const thrown = (cause: object) => () => {
    throw fetchFailure(cause);
  };
  const rows: [
    name: string,
    answer: () => FetchResponse,
    kind: SubmitOutcome['kind'],
    exit: number,
    reason?: string,
  ][] = [
    ['201 with an id', () => answerOf(201, created), 'created', 0],
    ['200 with an id', () => answerOf(200, created), 'created', 0],
    ['200 with an error', () => answerOf(200, no), 'rejected', 1, 'refused'],
    [
      '200 with HTML',
      () => answerOf(200, '<html>', { 'Content-Type': 'text/html' }),
      'unknown',
      3,
      'answer-unreadable',
    ],
    [
      '200 with invalid UTF-8',
      () => answerOf(200, new Uint8Array([0xff, 0xfe, 0x7b])),
      'unknown',
      3,
      'answer-unreadable',
    ],
    ['204', () => answerOf(204), 'unknown', 3, 'answer-unreadable'],
    ['400 with an error', () => answerOf(400, no), 'rejected', 1, 'refused'],
    ['400 with HTML', () => answerOf(400, '<html>'), 'rejected', 1, 'refused'],
    ['401', () => answerOf(401, no), 'unauthorized', 1, 'refused'],
    [
      '403',
      () => answerOf(403, refusal({ code: 4000, message: 'Not authorized. Access is denied!' })),
      'unauthorized',
      1,
    ],
    ['408 with nothing', () => answerOf(408), 'unknown', 3],
    ['408 with an error', () => answerOf(408, no), 'rejected', 1],
    ['429', () => answerOf(429, '', { 'Retry-After': '7' }), 'rejected', 1],
    ['500 with nothing', () => answerOf(500), 'unknown', 3],
    ['500 with an error', () => answerOf(500, refusal({ code: 310126, message: 'm' })), 'rejected', 1],
    ['503 with HTML', () => answerOf(503, '<html>'), 'unknown', 3],
    ['301', () => answerOf(301, null, { Location: 'https://elsewhere.example/' }), 'rejected', 1, 'redirect'],
    ['308', () => answerOf(308, null, { Location: '//elsewhere.example/' }), 'rejected', 1, 'redirect'],
    ['304', () => answerOf(304), 'rejected', 1, 'redirect'],
    ['name not resolved', thrown({ code: 'ENOTFOUND' }), 'unreachable', 1, 'name-not-resolved'],
    ['connection refused', thrown({ code: 'ECONNREFUSED' }), 'unreachable', 1, 'connection-refused'],
    ['connect timeout', thrown({ code: 'UND_ERR_CONNECT_TIMEOUT' }), 'unreachable', 1, 'connect-timeout'],
    ['expired certificate', thrown({ code: 'CERT_HAS_EXPIRED' }), 'unreachable', 1, 'certificate-expired'],
    ['connection reset', thrown({ code: 'ECONNRESET', syscall: 'read' }), 'unknown', 3, 'connection-lost'],
    ['other side closed', thrown({ code: 'UND_ERR_SOCKET' }), 'unknown', 3, 'connection-lost'],
  ];
  for (const [name, answer, kind, exit, reason] of rows) {
    it(`${name}: ${kind}${reason === undefined ? '' : ` (${reason})`}`, async () => {
      const outcome = await sendTo(answer);
      assert.equal(outcome.kind, kind, inspect(outcome));
      assert.equal(exitStatuses[outcome.kind], exit);
      if (reason !== undefined) assert.equal('reason' in outcome ? outcome.reason : undefined, reason);
    });
  }

  it('gives what the answer says: id, errors, request id, text, wait', async () => {
    const big = '{"data":{"id":7998987987686876867,"preferredTillId":1.00},"errors":null}';
    const one = await sendTo(() => answerOf(200, big, { 'X-Cap-Requestid': 'abc-1' }));
    assert.ok(one.kind === 'created');
    assert.deepEqual([one.id, one.answer?.text, one.answer?.requestId], ['7998987987686876867', big, 'abc-1']);
    const two = await sendTo(() => answerOf(429, no, { 'Retry-After': '7' }));
    assert.ok(two.kind === 'rejected');
    assert.deepEqual(two.errors, [{ code: 310069, message: 'Target group name already exists' }]);
    assert.equal(two.answer.retryAfter, '7');
    assert.match(describeOutcome(two, 'api.example'), /answered 429 .*Retry-After: 7/);
  });

  it('names the host that a redirect points to, and reads no body of it', async () => {
    for (const [location, to] of [
      ['https://user:secret@elsewhere.example:8443/x?y#z', 'elsewhere.example:8443'],
      ['//elsewhere.example/x', 'elsewhere.example'],
      ['/v4', 'api.example'],
      ['http://[broken', undefined],
      ['mailto:x', undefined],
    ] as const) {
      const outcome = await sendTo(() => answerOf(307, stalledBody('x'), { Location: location }));
      assert.ok(outcome.kind === 'rejected' && outcome.reason === 'redirect');
      assert.equal(outcome.answer.redirect?.to, to);
      const told = describeOutcome(outcome, 'api.example');
      assert.match(told, /^Rejected: redirect refused: api\.example points to /);
      assert.match(
        told,
        to === 'api.example' ? /another address of its own/ : /credentials go nowhere but to api\.example/,
      );
    }
  });

  it('takes a redirect that the platform hides for what it is', async () => {
    const hidden = { status: 0, type: 'opaqueredirect', headers: new Headers(), body: null };
    const outcome = await sendTo(() => hidden, { runtime: 'web' });
    assert.ok(outcome.kind === 'rejected' && outcome.reason === 'redirect');
    assert.equal(outcome.answer.redirect?.to, undefined);
  });

  it('does not know what happened whatever a worker throws', async () => {
    const outcome = await sendTo(thrown({ code: 'ECONNREFUSED' }), { runtime: 'web' });
    assert.deepEqual(outcome, { kind: 'unknown', reason: 'connection-lost', answer: undefined, code: 'ECONNREFUSED' });
  });

  it('is not known when fetch itself throws instead of rejecting', async () => {
    const request = createRequestTo(host);
    const fetch: Fetch = () => {
      throw new Error('at once');
    };
    assert.equal((await send(request, confirm(request.facts), ports(fetch))).kind, 'unknown');
  });
});

describe('send: the request', () => {
  it('posts the text byte for byte, with the documented headers, and follows nothing', async () => {
    const text = '\r\n{"name":"\\u00e9 é 😀", "preferredTillId": 7998987987686876867,\t"x": 1.00, "x": 1e0}\r\n';
    for (const runtime of ['node', 'web'] as const) {
      const fake = createFakeFetch(() => answerOf(200, created));
      const request = createRequestTo(host, text, { user: 'store.server', password: '123' });
      await send(request, confirm(request.facts), ports(fake.fetch, { runtime }));
      const [call] = fake.calls;
      assert.ok(call && fake.calls.length === 1);
      assert.equal(call.url, 'https://api.example/v3/targetGroups');
      assert.deepEqual(Buffer.from(call.body), Buffer.from(text));
      assert.equal(request.facts.bodySha256, createHash('sha256').update(text).digest('hex'));
      assert.deepEqual([call.init.method, call.init.redirect], ['POST', 'manual']);
      const headers = new Headers(call.init.headers);
      assert.equal(headers.get('content-type'), 'application/json');
      assert.equal(headers.get('accept'), 'application/json');
      assert.equal(headers.get('authorization'), `Basic ${btoa('store.server:202cb962ac59075b964b07152d234b70')}`);
    }
  });

  it('calls fetch without a receiver, as browsers demand', async () => {
    const receivers: unknown[] = [];
    function fetch(this: unknown): Promise<FetchResponse> {
      receivers.push(this);
      return Promise.resolve(answerOf(200, created));
    }
    const request = createRequestTo(host);
    await send(request, confirm(request.facts), ports(fetch));
    assert.ok(receivers.length === 1 && (receivers[0] === undefined || receivers[0] === globalThis));
  });
});

describe('send: the confirmation', () => {
  const changes: [name: string, change: (request: CreateRequest) => CreateRequest, fact: string][] = [
    ['another text', () => createRequestTo(host, '{"name":"Other"}'), 'bodySha256'],
    ['another address', () => createRequestTo('https://other.example'), 'origin'],
    ['another port', () => createRequestTo('https://api.example:8443'), 'origin'],
    ['another user', () => createRequestTo(host, undefined, { user: 'till.2' }), 'user'],
    ['another environment', () => createRequestTo(host, undefined, { environment: 'Production' }), 'environment'],
    ['another version', () => createRequestTo(host, undefined, { documentVersion: 2 }), 'documentVersion'],
    ['a body that was swapped', (request) => ({ ...request, body: new Uint8Array([123, 125]) }), 'bodySha256'],
    [
      'an address that was swapped',
      (request) => ({ ...request, url: 'https://evil.example/v3/targetGroups' }),
      'origin',
    ],
  ];
  for (const [name, change, fact] of changes) {
    it(`refuses ${name}, and sends nothing`, async () => {
      const fake = createFakeFetch(() => answerOf(200, created));
      const request = createRequestTo(host);
      const outcome = await send(change(request), confirm(request.facts), ports(fake.fetch));
      assert.deepEqual(outcome, { kind: 'blocked', obstacle: { reason: 'changed', facts: [fact] } });
      assert.equal(fake.calls.length, 0);
    });
  }

  it('is good for one POST', async () => {
    const fake = createFakeFetch(() => answerOf(500));
    const request = createRequestTo(host);
    const confirmation = confirm(request.facts);
    const outcomes = await Promise.all([1, 2, 3].map(() => send(request, confirmation, ports(fake.fetch))));
    assert.deepEqual(
      outcomes.map((outcome) => outcome.kind),
      ['unknown', 'blocked', 'blocked'],
    );
    assert.equal(fake.calls.length, 1);
  });

  it('does not change with the object it was made from', async () => {
    const request = createRequestTo(host);
    const facts = { ...request.facts };
    const confirmation = confirm(facts);
    facts.origin = 'https://evil.example';
    const fake = createFakeFetch(() => answerOf(200, created));
    assert.equal((await send(request, confirmation, ports(fake.fetch))).kind, 'created');
  });

  it('cannot be replaced by the facts, or by what looks alike', () => {
    const { facts } = createRequestTo(host);
    const take = (confirmation: Parameters<typeof send>[1]): unknown => confirmation;
    // @ts-expect-error -- facts alone confirm nothing
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- that it is unsafe is tested
    take(facts);
    // @ts-expect-error -- only confirm() makes one
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- that it is unsafe is tested
    take({ spend: () => true, changedFacts: () => [] });
    take(confirm(facts));
  });
});

describe('send: deadline and cancel', () => {
  it('is cancelled only when the signal fired before the POST', async () => {
    const fake = createFakeFetch(() => answerOf(200, created));
    const request = createRequestTo(host);
    const confirmation = confirm(request.facts);
    assert.deepEqual(await send(request, confirmation, ports(fake.fetch, { signal: AbortSignal.abort() })), {
      kind: 'cancelled',
    });
    assert.equal(fake.calls.length, 0);
    assert.equal(
      (await send(request, confirmation, ports(fake.fetch))).kind,
      'created',
      'the confirmation is still good',
    );
  });

  it('is unknown when the user cancels after it, even if fetch does not listen', async () => {
    const cancel = new AbortController();
    const outcome = await sendTo(
      () => {
        cancel.abort();
        return new Promise<never>(() => undefined);
      },
      { signal: cancel.signal },
    );
    assert.deepEqual(outcome, { kind: 'unknown', reason: 'cancelled', answer: undefined, code: undefined });
  });

  it('is unknown when the deadline passes before an answer, and fetch is told to stop', async () => {
    const timer = createManualTimer();
    const signals: AbortSignal[] = [];
    const outcome = await sendTo(() => new Promise<never>(() => undefined), {
      startTimer: timer.startTimer,
      fetch: (_url, init) => {
        signals.push(init.signal);
        queueMicrotask(() => {
          timer.fire();
        });
        return new Promise<never>(() => undefined);
      },
    });
    assert.deepEqual(outcome, { kind: 'unknown', reason: 'deadline', answer: undefined, code: undefined });
    assert.equal(signals[0]?.aborted, true);
    assert.deepEqual([timer.started, timer.stopped], [[60_000], 1]);
  });

  it('gives the part of the answer that came before the deadline or the cancel', async () => {
    const timer = createManualTimer();
    const cancel = new AbortController();
    const stops: [reason: string, stop: () => void][] = [
      [
        'deadline',
        () => {
          timer.fire();
        },
      ],
      [
        'cancelled',
        () => {
          cancel.abort();
        },
      ],
    ];
    for (const [reason, stop] of stops) {
      const outcome = await sendTo(
        () => {
          setImmediate(stop);
          return answerOf(200, stalledBody('{"data":{"id":2330}'));
        },
        { startTimer: timer.startTimer, signal: cancel.signal },
      );
      assert.ok(outcome.kind === 'unknown' && outcome.reason === reason);
      assert.equal(outcome.answer?.text, '{"data":{"id":2330}');
    }
  });

  it('takes another limit, stops its timer and leaves no listener behind', async () => {
    const timer = createManualTimer();
    const { signal } = new AbortController();
    let listeners = 0;
    const watched = new Proxy(signal, {
      get: (target, name) => {
        if (name === 'addEventListener') listeners++;
        if (name === 'removeEventListener') listeners--;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await sendTo(() => answerOf(200, created), {
      startTimer: timer.startTimer,
      timeoutMilliseconds: 5,
      signal: watched,
    });
    assert.deepEqual([timer.started, timer.stopped, listeners], [[5], 1, 0]);
  });

  it('breaks off an answer without an end', async () => {
    let bytes = 0;
    const endless = new ReadableStream({
      pull(controller) {
        bytes += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const outcome = await sendTo(() => answerOf(200, endless));
    assert.ok(outcome.kind === 'unknown' && outcome.reason === 'answer-too-large');
    assert.ok(bytes < 6_000_000);
  });

  it('does not know when an answer breaks off', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(created));
        controller.error(new Error('reset'));
      },
    });
    const outcome = await sendTo(() => answerOf(200, broken));
    assert.ok(outcome.kind === 'unknown' && outcome.reason === 'answer-cut');
  });
});

describe('send: secrets', () => {
  const password = 'canary pass/word+1';
  const digest = createHash('md5').update(password).digest('hex');
  const token = btoa(`till.canary:${digest}`);
  const forms = [
    password,
    digest,
    token,
    encodeURIComponent(token),
    encodeURIComponent(password),
    btoa(password),
    btoa(digest),
  ];

  it('are in no outcome when the server hides them behind escapes, or in the name of a host', async () => {
    const digest = createHash('md5').update('password').digest('hex');
    const token = Buffer.from(`till.1:${digest}`).toString('base64');
    const escaped = (text: string) =>
      Array.from(text, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    for (const secret of [digest, token]) {
      const outcomes = [
        await sendTo(() => answerOf(400, `{"data":null,"errors":[{"code":1,"message":"${escaped(secret)}"}]}`)),
        await sendTo(() => answerOf(201, `{"data":{"id":"${escaped(secret)}"},"errors":null}`)),
        await sendTo(() => answerOf(302, null, { Location: `https://${secret.replace(/=+$/, '')}.evil.example/` })),
      ];
      const said = outcomes.map((outcome) => inspect(outcome, { depth: 9 }) + describeOutcome(outcome, 'h')).join('\n');
      assert.ok(!said.toLowerCase().includes(secret.toLowerCase().replace(/=+$/, '')), said);
    }
  });

  it('are in no outcome, not even when the server or the runtime repeats them', async () => {
    const echo = JSON.stringify({ data: null, errors: [{ code: 1, message: forms.slice(1, 4).join(' ') }], x: token });
    const answers: (() => FetchResponse)[] = [
      () => answerOf(400, echo, { 'X-Cap-Requestid': token, 'Retry-After': digest }),
      () => answerOf(200, `<html>${digest}`),
      () => answerOf(302, null, { Location: `https://${digest}.example/${token}` }),
      () => {
        throw Object.assign(new TypeError(`bad header ${token}`, { cause: { code: token, message: token } }), {
          token,
        });
      },
    ];
    for (const answer of answers) {
      const request = createRequestTo(host, undefined, { user: 'till.canary', password });
      const fake = createFakeFetch(answer);
      const outcome = await send(request, confirm(request.facts), ports(fake.fetch));
      assert.equal(fake.calls.length, 1);
      const shown = [
        inspect(outcome, { depth: null, showHidden: true }),
        JSON.stringify(outcome),
        describeOutcome(outcome, 'h'),
      ];
      shown.push(inspect(request, { depth: null, showHidden: true }), JSON.stringify(request));
      for (const text of shown) for (const form of forms) assert.ok(!text.includes(form), `${form} in ${text}`);
    }
  });
});
