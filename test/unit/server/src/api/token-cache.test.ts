import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import {
  createTokenCache,
  describeOutcome,
  type FetchResponse,
  type HttpPorts,
} from '../../../../../server/src/api/index';
import { endpointAt } from '../../../../support/create-request';
import { answerOf, createFakeFetch, fetchFailure, refusal, type RecordedCall } from '../../../../support/fake-fetch';
import { createManualClock, type ManualClock } from '../../../../support/manual-clock';

const endpoint = endpointAt('https://api.example');
const client = { key: 'key-1', secret: 'canary-secret' };
const header = 'X-CAP-API-OAUTH-TOKEN';

describe('tokens of an API client', () => {
  let now: number;
  let clock: ManualClock;
  let calls: readonly RecordedCall[];

  beforeEach(() => {
    now = 0;
    clock = createManualClock();
    calls = [];
  });

  function ports(answer: (nth: number) => FetchResponse | Promise<FetchResponse>, signal?: AbortSignal): HttpPorts {
    const fake = createFakeFetch(() => answer(fake.calls.length));
    calls = fake.calls;
    return { fetch: fake.fetch, runtime: 'node', startTimer: clock.startTimer, ...(signal ? { signal } : {}) };
  }

  const token = (accessToken: string, ttlSeconds: unknown = 300): FetchResponse =>
    answerOf(200, JSON.stringify({ data: { accessToken, ttlSeconds }, errors: null }));

  async function headersOf(cache: ReturnType<typeof createTokenCache>, http: HttpPorts) {
    const result = await cache.authenticate(endpoint, client, http);
    assert.ok(result.kind === 'ok', inspect(result));
    return result.authentication.headers();
  }

  it('are asked for as documented, and go in their own header alone', async () => {
    const http = ports(() => token('abc.def'));
    assert.deepEqual(
      await headersOf(
        createTokenCache(() => now),
        http,
      ),
      { [header]: 'abc.def' },
    );
    const [call] = calls;
    assert.equal(call?.url, 'https://api.example/v3/oauth/token/generate');
    assert.equal(new TextDecoder().decode(call.body), '{"key":"key-1","secret":"canary-secret"}');
    assert.equal(call.init.redirect, 'manual');
    assert.equal(call.init.headers['Authorization'], undefined);
  });

  it('are kept until half a minute before they end', async () => {
    const cache = createTokenCache(() => now);
    const http = ports((nth) => token(`t${nth}`));
    assert.equal((await headersOf(cache, http))[header], 't1');
    now = 269_999;
    assert.equal((await headersOf(cache, http))[header], 't1');
    now = 270_000;
    assert.equal((await headersOf(cache, http))[header], 't2');
  });

  it('are asked for once by those who ask together', async () => {
    const cache = createTokenCache(() => now);
    const http = ports((nth) => token(`t${nth}`));
    const all = await Promise.all([headersOf(cache, http), headersOf(cache, http), headersOf(cache, http)]);
    assert.deepEqual(
      all.map((one) => one[header]),
      ['t1', 't1', 't1'],
    );
    assert.equal(calls.length, 1);
  });

  it('are not denied to one caller because another cancelled', async () => {
    const cache = createTokenCache(() => now);
    const cancel = new AbortController();
    const http = ports((nth) => (nth === 1 ? new Promise(() => undefined) : token('t2')), cancel.signal);
    const first = cache.authenticate(endpoint, client, http);
    const { signal: _cancelled, ...others } = http;
    assert.ok(_cancelled);
    const second = headersOf(cache, others);
    cancel.abort();
    const gone = await first;
    assert.equal(gone.kind === 'failed' && gone.failure.kind, 'cancelled');
    assert.equal((await second)[header], 't2');
  });

  for (const [ttl, isKept] of [
    [0, false],
    [-5, false],
    [29, false],
    ['300', false],
    [null, false],
    [1e12, true],
    [31, true],
  ] as const) {
    it(`with a ttl of ${inspect(ttl)} are ${isKept ? '' : 'not '}kept`, async () => {
      const cache = createTokenCache(() => now);
      const http = ports((nth) => token(`t${nth}`, ttl));
      await headersOf(cache, http);
      await headersOf(cache, http);
      assert.equal(calls.length, isKept ? 1 : 2);
      now = 30 * 86_400_000;
      const before = calls.length;
      await headersOf(cache, http);
      assert.equal(calls.length, before + 1, 'no token is kept for longer than 30 days');
    });
  }

  it('are forgotten with their origin', async () => {
    const cache = createTokenCache(() => now);
    const http = ports((nth) => token(`t${nth}`));
    await headersOf(cache, http);
    cache.forget('https://other.example');
    await headersOf(cache, http);
    assert.equal(calls.length, 1);
    cache.forget('https://api.example');
    await headersOf(cache, http);
    assert.equal(calls.length, 2);
  });

  it('of another secret are others', async () => {
    const cache = createTokenCache(() => now);
    const http = ports((nth) => token(`t${nth}`));
    await headersOf(cache, http);
    await cache.authenticate(endpoint, { ...client, secret: 'another' }, http);
    assert.equal(calls.length, 2);
  });

  const refused: readonly [string, () => FetchResponse, string][] = [
    ['401', () => answerOf(401), 'unauthorized'],
    ['403 that repeats the secret', () => answerOf(403, refusal({ message: 'canary-secret' })), 'unauthorized'],
    ['200 with an error', () => answerOf(200, refusal({ message: 'Failed to generate OAuth token' })), 'unauthorized'],
    ['400', () => answerOf(400, refusal({ code: 1, message: 'no' })), 'unauthorized'],
    ['200 without a token', () => answerOf(200, '{"data":{},"errors":null}'), 'unauthorized'],
    ['a token that would end the header', () => token('a\r\nX-Evil: 1'), 'unauthorized'],
    ['HTML', () => answerOf(200, '<html>'), 'blocked'],
    ['400 with HTML', () => answerOf(400, '<html>'), 'blocked'],
    ['503 with an error', () => answerOf(503, refusal({ message: 'down' })), 'blocked'],
    ['500', () => answerOf(500), 'blocked'],
    ['429', () => answerOf(429), 'blocked'],
    ['a redirect', () => answerOf(302, null, { Location: 'https://evil.example/' }), 'blocked'],
    [
      'a lost connection',
      () => {
        throw fetchFailure({ code: 'ECONNRESET' });
      },
      'unreachable',
    ],
  ];
  for (const [what, answer, kind] of refused) {
    it(`${what}: ${kind}, without a secret in it`, async () => {
      const result = await createTokenCache(() => now).authenticate(endpoint, client, ports(answer));
      assert.ok(result.kind === 'failed');
      assert.equal(result.failure.kind, kind);
      assert.doesNotMatch(inspect(result, { depth: 9 }) + describeOutcome(result.failure, 'api.example'), /canary/);
    });
  }
});
