import assert from 'node:assert/strict';
import { type Fault, faultCatalogue, places, readFaultOrder } from '../../../../../server/src/sandbox/index';
import { faultOf, goodBasic, type RunningSandbox, withSandbox } from '../../../../support/with-sandbox';

const path = '/v3/targetGroups';
const headers = { authorization: goodBasic, 'content-type': 'application/json' };

/** A stream, since Node's fetch repeats by itself what it can when the answer is 421. */
function create(url: string, name = 'G', signal: AbortSignal | null = null): Promise<Response> {
  const body = new Blob([JSON.stringify({ name })]).stream();
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
    redirect: 'manual',
    signal,
  };
  return fetch(url + path, init);
}

/** How many groups the sandbox holds, asked past all faults. */
async function groups({ sandbox, send }: RunningSandbox): Promise<number> {
  sandbox.clearFaults();
  return ((await send(path)).data as unknown[]).length;
}

const named = (test: (fault: Fault) => boolean) => faultCatalogue.filter(test).map(({ name }) => name);

describe('sandbox: the catalogue of faults', () => {
  it('names each once, with one sentence, in letters that an option takes', () => {
    assert.equal(new Set(faultCatalogue.map(({ name }) => name)).size, faultCatalogue.length);
    for (const { name, sentence } of faultCatalogue) {
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(sentence, /^[A-Z][^\n]*[."]$/, name);
    }
  });

  it('has every documented error, redirect and status that a client has to tell apart', () => {
    const codes = named(({ name }) => name.startsWith('code-')).map((name) => name.slice(5));
    const documented =
      '4000 4001 300004 310008 310011 310017 310018 310019 310033 310069 310079 310092 310094 310118 310119 310126 ' +
      '310130 310132 310133 310134 310141 310144 310145 310146 310147 310149 zero text';
    assert.deepEqual([...codes].sort(), documented.split(' ').sort());
    const statuses = ['401', '403', '408', '429', '498', '500', '503', '500-error', '503-error', '204'];
    for (const status of statuses) assert.equal(typeof readFaultOrder(`status-${status}`), 'object');
    for (const status of [301, 302, 303, 307, 308]) assert.equal(typeof readFaultOrder(`redirect-${status}`), 'object');
  });
});

describe('sandbox: orders of faults', () => {
  const read: [text: string, place: string, count: number | undefined][] = [
    ['html', 'create', undefined],
    ['html:3', 'create', 3],
    ['html@list', 'list', undefined],
    ['html@any:12', 'any', 12],
    ['name-taken', 'name-check', undefined],
    ['ttl-zero:1', 'token', 1],
  ];
  for (const [text, place, count] of read) {
    it(`reads ${text}`, () => {
      const order = faultOf(text);
      assert.deepEqual([order.place, order.count], [place, count]);
    });
  }
  for (const text of [
    '',
    ':1',
    '@list',
    'html@',
    'html:',
    'html:x',
    'html:-1',
    'html@list@list',
    'none',
    'html@none',
  ]) {
    it(`refuses "${text}"`, () => {
      assert.equal(typeof readFaultOrder(text), 'string');
    });
  }
});

describe('sandbox: faults, whatever they are', () => {
  for (const fault of faultCatalogue) {
    it(`${fault.name}: hits one call, does what it says to the store, and the next call goes its usual way`, async () => {
      await withSandbox({ faults: [faultOf(`${fault.name}@create:1`, { milliseconds: 1 })] }, async (running) => {
        const { url, sandbox } = running;
        const stop = new AbortController();
        const call = create(url, 'G', stop.signal).then(
          async (response) => {
            // The head is enough of what has no end.
            if (fault.delivery === 'endless' || fault.delivery === 'flood') return;
            await response.arrayBuffer();
          },
          (error: unknown) => error,
        );
        if (fault.delivery === 'none') {
          while (sandbox.received().length === 0) await new Promise((resolve) => setImmediate(resolve));
          stop.abort();
        }
        await call.catch((error: unknown) => error);
        stop.abort();
        assert.deepEqual(
          sandbox.received().map((request) => [request.path, request.fault]),
          [[path, fault.name]],
        );
        assert.equal((await create(url, 'H')).status, 201);
        assert.equal(await groups(running), fault.isProcessed ? 2 : 1);
      });
    });
  }
});

describe('sandbox: faults, each as it says', () => {
  const closed: [name: string, created: number][] = [
    ['drop-before', 0],
    ['drop-after', 1],
    ['reset-before', 0],
    ['reset-after', 1],
    ['garbage', 1],
  ];
  for (const [name, created] of closed) {
    it(`${name}: no answer, ${created} created`, async () => {
      await withSandbox({ faults: [faultOf(name)] }, async (running) => {
        await assert.rejects(create(running.url));
        assert.equal(await groups(running), created);
      });
    });
  }

  for (const name of ['cut-length', 'cut-chunks']) {
    it(`${name}: begins with 201 and breaks off`, async () => {
      await withSandbox({ faults: [faultOf(name)] }, async (running) => {
        const response = await create(running.url);
        assert.equal(response.status, 201);
        await assert.rejects(response.text());
        assert.equal(await groups(running), 1);
      });
    });
  }

  for (const name of ['drip', 'endless', 'flood', 'silent-after', 'silent-before']) {
    it(`${name}: does not end by itself, and the sandbox closes all the same`, async () => {
      let broken: Promise<void> = Promise.resolve();
      await withSandbox({ faults: [faultOf(name)] }, async ({ url, sandbox }) => {
        // Expected from the start: it may break while nobody waits for it.
        broken = assert.rejects(create(url).then(async (response) => response.text()));
        while (sandbox.received().length === 0) await new Promise((resolve) => setImmediate(resolve));
      });
      await broken;
    });
  }

  it('delay and drip: the usual answer, later', async () => {
    for (const name of ['delay', 'drip']) {
      await withSandbox({ faults: [faultOf(name, { milliseconds: 1 })] }, async ({ url }) => {
        const response = await create(url);
        assert.equal(response.status, 201);
        assert.match(await response.text(), /^\{"data":\{"id":\d+,.*\}$/);
      });
    }
  });

  const bodies: [name: string, status: number, text: RegExp][] = [
    ['html', 200, /^<html>/],
    ['empty', 200, /^$/],
    ['status-204', 204, /^$/],
    ['cut-json', 201, /^\{"data":\{"id":\d+,.*[^}]$/],
    ['invalid-utf8', 201, /^\{\ufffd/],
    ['nested', 201, /^\[{100000}\]{100000}$/],
    ['no-id', 201, /^\{"data":\{"name":"G",.*"errors":null/],
    ['data-null', 201, /^\{"data":null,"errors":null/],
    ['errors-object', 201, /^\{"data":\{"id":.*"errors":\{"code":300004\},/],
    ['errors-beside-data', 201, /^\{"data":\{"id":.*"errors":\[\{"code":300004\}\],/],
    ['code-zero', 201, /^\{"data":\{"id":.*"errors":\[\{"code":0,"message":""\}\],/],
    ['code-text', 400, /^\{"data":null,"errors":\[\{"code":"310069",/],
    ['error-200', 200, /^\{"data":null,"errors":\[\{"code":300004,/],
    ['huge', 201, /^\{"data":\{"id":\d+,.*\} {999}/],
    ['gzip', 201, /^\{"data":\{"id":/],
    ['status-500', 500, /^<h1>500<\/h1>$/],
    ['status-500-error', 500, /^\{"data":null,"errors":\[\{"message":/],
    ['code-310126', 500, /"code":310126,/],
    ['code-4000', 403, /"code":4000,/],
    ['code-310069', 400, /"code":310069,"message":"Target group name already exists"/],
  ];
  for (const [name, status, text] of bodies) {
    it(`${name}: ${status}`, async () => {
      await withSandbox({ faults: [faultOf(name)] }, async ({ url }) => {
        const response = await create(url);
        assert.equal(response.status, status);
        assert.match(await response.text(), text);
      });
    });
  }

  it('gzip-bomb: small on the way', async () => {
    await withSandbox({ faults: [faultOf('gzip-bomb')] }, async ({ url }) => {
      const response = await create(url);
      assert.ok(Number(response.headers.get('content-length')) < 200_000);
      await response.body?.cancel();
    });
    await withSandbox({ faults: [faultOf('gzip-broken')] }, async ({ url }) => {
      await assert.rejects((await create(url)).text());
    });
  });

  it('redirects to where it is told, and says how long to wait', async () => {
    const to = '//127.0.0.1:9/x';
    await withSandbox({ faults: [faultOf('redirect-303:1', { to }), faultOf('status-429')] }, async ({ url }) => {
      const redirect = await create(url);
      assert.deepEqual([redirect.status, redirect.headers.get('location')], [303, to]);
      assert.equal((await create(url)).headers.get('retry-after'), '7');
    });
  });

  it('at other places: a name, a list, a token', async () => {
    const faults = ['name-taken:1', 'name-free:1', 'name-unclear:1', 'list-empty:1', 'list-unclear:1'].map((text) =>
      faultOf(text),
    );
    await withSandbox({ faults }, async ({ send }) => {
      await send(path, { name: 'G' });
      const check = async () => (await send(`${path}/isValidName`, { type: 'targetGroupName', value: 'G' })).data;
      assert.deepEqual([await check(), await check(), await check(), await check()], [false, true, 'perhaps', false]);
      const list = async () => (await send(path)).data;
      assert.deepEqual([await list(), await list()], [[], 'many']);
      assert.equal(((await list()) as unknown[]).length, 1);
    });
  });

  const tokens: [name: string, data: object, isGood: boolean][] = [
    ['ttl-zero', { ttlSeconds: 0 }, true],
    ['ttl-negative', { ttlSeconds: -1 }, true],
    ['ttl-huge', { ttlSeconds: 1e12 }, true],
    ['ttl-text', { ttlSeconds: 'long' }, true],
    ['ttl-missing', { ttlSeconds: undefined }, true],
    ['token-missing', { accessToken: undefined }, false],
    ['token-unknown', { accessToken: 'never-issued' }, false],
    ['token-line-end', { accessToken: 'good\r\nX-Injected: 1' }, false],
  ];
  for (const [name, members, isGood] of tokens) {
    it(`${name}: the rest of the answer is as usual`, async () => {
      await withSandbox({ faults: [faultOf(name)] }, async ({ send }) => {
        const init = { headers: { authorization: undefined } };
        const { data } = await send<Record<string, unknown>>(
          '/v3/oauth/token/generate',
          { key: 'k', secret: 's' },
          init,
        );
        for (const [member, value] of Object.entries(members)) assert.equal(data[member], value);
        const token = String(data['accessToken']).replace(/\r\n/g, '');
        const call = await send(path, undefined, {
          headers: { authorization: undefined, 'x-cap-api-oauth-token': token },
        });
        assert.equal(call.status, isGood ? 200 : 401);
      });
    });
  }

  it('is aimed: each place has calls of its own, the oldest fault comes first, and questions of a browser meet none', async () => {
    const faults = ['status-401@group:1', 'status-403@list:1', 'status-498@any:2', 'status-429@token:1'].map((text) =>
      faultOf(text),
    );
    await withSandbox({ faults }, async ({ url }) => {
      const status = async (at: string, method = 'GET') =>
        (await fetch(url + at, { method, headers, body: method === 'POST' ? '{}' : null })).status;
      assert.equal(await status(path, 'OPTIONS'), 204);
      assert.equal(await status(path), 403);
      assert.equal(await status(`${path}/1`), 401);
      assert.equal(await status('/v3/oauth/token/generate', 'POST'), 498);
      assert.equal(await status(`${path}/isValidName`, 'POST'), 498);
      assert.equal(await status('/v3/oauth/token/generate', 'POST'), 429);
      assert.equal(await status(path), 200);
    });
    assert.equal(places.length, 6);
  });

  it('carries a request out or not when it is told to', async () => {
    for (const [name, isProcessed] of [
      ['html', true],
      ['cut-json', false],
    ] as const) {
      await withSandbox({ faults: [faultOf(name, { isProcessed })] }, async (running) => {
        await (await create(running.url)).text();
        assert.equal(await groups(running), isProcessed ? 1 : 0);
      });
    }
  });

  it('lets pages of this machine read what goes wrong', async () => {
    await withSandbox({ faults: [faultOf('status-429')] }, async ({ url }) => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { ...headers, origin: 'http://localhost:3000' },
        body: '{}',
      });
      assert.equal(response.headers.get('access-control-allow-origin'), 'http://localhost:3000');
      assert.match(response.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
    });
  });
});

describe('sandbox: tokens', () => {
  it('are good as long as they say', async () => {
    let time = Date.parse('2026-01-01T00:00:00Z');
    await withSandbox({ tokenSeconds: 2, now: () => new Date(time) }, async ({ send }) => {
      const init = { headers: { authorization: undefined } };
      const { data } = await send<{ accessToken: string; ttlSeconds: number }>(
        '/v3/oauth/token/generate',
        { key: 'k', secret: 's' },
        init,
      );
      assert.equal(data.ttlSeconds, 2);
      const use = () =>
        send(path, undefined, { headers: { authorization: undefined, 'x-cap-api-oauth-token': data.accessToken } });
      time += 1999;
      assert.equal((await use()).status, 200);
      time += 1;
      assert.equal((await use()).status, 401);
    });
  });
});
