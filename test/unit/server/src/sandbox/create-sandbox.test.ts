import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { createSandbox, ListenError } from '../../../../../server/src/sandbox/index';
import { goodBasic, withSandbox } from '../../../../support/with-sandbox';

const path = '/v3/targetGroups';

/** Everything a raw connection is sent back for these bytes, until the other side closes it. */
function exchange(url: string, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(Buffer.concat(chunks).toString('latin1'));
    });
    socket.end(bytes);
  });
}

const head = (length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: ${goodBasic}\r\n` +
  `Content-Length: ${length}\r\n\r\n`;

describe('sandbox: listening', () => {
  it('gives a bare loopback URL and stops when it is closed', async () => {
    const sandbox = createSandbox({ port: 0 });
    const url = await sandbox.listen();
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${url}/`)).status, 404);
    await sandbox.close();
    await assert.rejects(fetch(`${url}/`));
  });

  it('keeps a connection for a client that is busy for a while', async () => {
    await withSandbox({}, async ({ url }) => {
      assert.equal((await fetch(url)).headers.get('keep-alive'), 'timeout=60');
    });
  });

  it('says that the port is taken', async () => {
    await withSandbox({}, async ({ url }) => {
      const port = Number(new URL(url).port);
      await assert.rejects(createSandbox({ port }).listen(), (error) => {
        assert.ok(error instanceof ListenError);
        assert.equal(error.kind, 'port-taken');
        assert.equal(error.message, `The port is taken: another program listens on 127.0.0.1, port ${port}.`);
        return true;
      });
    });
  });

  it('ends connections that wait in the middle of a request when it is closed', async () => {
    const sandbox = createSandbox({ port: 0 });
    const url = await sandbox.listen();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => {
        resolve();
      });
    });
    socket.on('error', () => undefined); // A reset is one way to be closed.
    await new Promise<void>((resolve) => {
      socket.write(head(100) + '{"name":', () => {
        resolve();
      });
    });
    await sandbox.close();
    await closed;
  });

  it('is closed without ever having listened', async () => {
    await createSandbox({ port: 0 }).close();
  });
});

describe('sandbox: HTTP', () => {
  const refused: Record<string, [status: number, path: string, init: { method?: string; type?: string }]> = {
    'another path': [404, '/v3/targetGroups/1/targets', {}],
    'a slash at the end': [404, '/v3/targetGroups/', {}],
    'an id that is none': [404, '/v3/targetGroups/abc', {}],
    'the root': [404, '/', {}],
    'a PUT of the list': [405, path, { method: 'PUT' }],
    'a DELETE of a group': [405, `${path}/1001`, { method: 'DELETE' }],
    'a GET of the name check': [405, `${path}/isValidName`, { method: 'GET' }],
    'a GET of a token': [405, '/v3/oauth/token/generate', { method: 'GET' }],
    'a form': [415, path, { method: 'POST', type: 'application/x-www-form-urlencoded' }],
    'a text': [415, path, { method: 'POST', type: 'text/plain' }],
  };
  for (const [name, [status, at, { method = 'GET', type }]] of Object.entries(refused)) {
    it(`answers ${status} to ${name}`, async () => {
      await withSandbox({}, async ({ send }) => {
        const headers = type === undefined ? {} : { 'content-type': type };
        const answer = await send(at, method === 'GET' ? undefined : '{}', { method, headers });
        assert.equal(answer.status, status);
        if (status === 405) assert.match(answer.headers.get('allow') ?? '', /GET|POST/);
      });
    });
  }

  it('reads JSON whatever the parameters of its type, but nothing compressed', async () => {
    await withSandbox({}, async ({ send }) => {
      const typed = (type: string) => ({ headers: { 'content-type': type } });
      assert.equal((await send(path, { name: '1' }, typed('Application/JSON; charset=utf-8'))).status, 201);
      const compressed = await send(path, { name: '2' }, { headers: { 'content-encoding': 'gzip' } });
      assert.equal(compressed.status, 415);
    });
  });

  it('answers 413 to more than 10 MB, and reads 10 MB', async () => {
    await withSandbox({}, async ({ send, sandbox }) => {
      const body = (size: number) => `{"name":"G"${' '.repeat(size - 12)}}`;
      assert.equal((await send(path, body(10 * 1024 * 1024 + 1))).status, 413);
      assert.equal((await send(path, body(10 * 1024 * 1024))).status, 201);
      assert.deepEqual(
        sandbox.received().map((request) => request.body.length),
        [10 * 1024 * 1024, 10 * 1024 * 1024],
      );
    });
  });

  it('gives up on a body without end', async () => {
    await withSandbox({}, async ({ url, send }) => {
      const chunk = Buffer.alloc(4 * 1024 * 1024, 0x20);
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      const closed = new Promise<void>((resolve) => {
        socket.on('close', () => {
          resolve();
        });
      });
      socket.on('error', () => undefined); // A reset is one way to be closed.
      socket.on('data', () => undefined);
      socket.write(head(1e12));
      // Once the server has closed its end, each write fails at once: going on would never let the socket close.
      const pour = (error?: Error | null) => {
        if (!error && socket.writable) socket.write(chunk, pour);
      };
      pour();
      await closed;
      assert.equal((await send(path)).status, 200);
    });
  });

  it('answers what is no HTTP in the envelope and goes on', async () => {
    await withSandbox({}, async ({ url, send }) => {
      const answer = await exchange(url, 'NO HTTP AT ALL\r\n\r\n');
      assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/);
      assert.deepEqual(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))), {
        data: null,
        errors: [{ message: 'The request is not readable as HTTP' }],
        warnings: null,
      });
      assert.equal((await send(path)).status, 200);
    });
  });

  it('does nothing for a body that breaks off', async () => {
    await withSandbox({}, async ({ url, send, sandbox }) => {
      await exchange(url, `${head(40)}{"name":"G"}`);
      assert.deepEqual((await send(path)).data, []);
      const [broken] = sandbox.received();
      assert.deepEqual([broken?.isComplete, broken?.body.length], [false, 12]);
    });
  });

  it('answers a fault of its own with 500 and goes on', async () => {
    let clock = () => new Date(Number.NaN);
    await withSandbox({ now: () => clock() }, async ({ send }) => {
      const answer = await send(path, { name: 'G' });
      assert.equal(answer.status, 500);
      clock = () => new Date();
      assert.equal((await send(path)).status, 200);
    });
  });
});

describe('sandbox: the ledger', () => {
  it('keeps method, path, the names of the headers and the bytes, and no value of a header', async () => {
    await withSandbox({}, async ({ send, sandbox }) => {
      const bytes = new Uint8Array([0x7b, 0xff, 0x00, 0x7d]);
      await send(`${path}?a=1`, bytes, { headers: { 'x-cap-api-oauth-token': 'canary' } });
      const [request] = sandbox.received();
      assert.equal(request?.method, 'POST');
      assert.equal(request.path, `${path}?a=1`);
      assert.ok(request.headerNames.includes('x-cap-api-oauth-token') && request.headerNames.includes('authorization'));
      assert.deepEqual([...request.body], [...bytes]);
      assert.ok(request.isComplete);
      assert.ok(!JSON.stringify(request).includes('canary'));
    });
  });

  it('forgets the oldest beyond 64 MB of bodies', async () => {
    await withSandbox({}, async ({ send, sandbox }) => {
      const body = new Uint8Array(10 * 1024 * 1024);
      for (let index = 0; index < 7; index++) await send(`/${index}`, body);
      assert.deepEqual(
        sandbox.received().map((request) => request.path),
        ['/1', '/2', '/3', '/4', '/5', '/6'],
      );
    });
  });

  it('forgets the oldest beyond a thousand', async () => {
    await withSandbox({}, async ({ url, sandbox }) => {
      const requests = Array.from({ length: 1003 }, (_, index) => `GET /${index} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await exchange(url, requests.join(''));
      assert.equal(sandbox.received().length, 1000);
      assert.equal(sandbox.received()[0]?.path, '/3');
      assert.equal(sandbox.received()[999]?.path, '/1002');
    });
  });
});

describe('sandbox: pages of other origins', () => {
  const origins: [origin: string, isLet: boolean][] = [
    ['http://localhost:3000', true],
    ['https://127.0.0.1', true],
    ['http://[::1]:8080', true],
    ['http://v--19abc.localhost:3000', true],
    ['https://file+.vscode.localhost', true],
    ['https://example.org', false],
    ['http://localhost.example.org', false],
    ['http://notlocalhost', false],
    ['http://127.0.0.1.example.org', false],
    ['null', false],
    ['vscode-file://vscode-app', false],
  ];
  for (const [origin, isLet] of origins) {
    it(`${isLet ? 'lets' : 'does not let'} ${origin} read answers`, async () => {
      await withSandbox({}, async ({ send }) => {
        const question = {
          origin,
          authorization: undefined,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,x-cap-api-oauth-token',
        };
        const preflight = await send(path, undefined, { method: 'OPTIONS', headers: question });
        assert.equal(preflight.status, 204);
        const answers = [preflight, await send(path, undefined, { headers: { origin } }), await send('/nowhere')];
        const expected = isLet ? origin : null;
        assert.equal(answers[0]?.headers.get('access-control-allow-origin'), expected);
        assert.equal(answers[1]?.headers.get('access-control-allow-origin'), expected);
        for (const answer of answers) assert.equal(answer.headers.get('vary'), 'Origin');
        const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ') ?? [];
        for (const name of ['authorization', 'content-type', 'x-cap-api-oauth-token'])
          assert.ok(allowed.includes(name));
      });
    });
  }

  it('answers to loopback names only', async () => {
    await withSandbox({}, async ({ url }) => {
      const get = (host: string) => exchange(url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      for (const host of ['localhost:1', 'a.localhost', '127.0.0.1:80', '[::1]:5']) {
        assert.match(await get(host), /^HTTP\/1\.1 401 /, host);
      }
      for (const host of ['example.org', 'localhost.example.org', '[::2]', 'a b', '0.0.0.0']) {
        assert.match(await get(host), /^HTTP\/1\.1 421 /, host);
      }
    });
  });
});
