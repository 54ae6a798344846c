import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { confirm, send, type HttpPorts, type SubmitOutcome } from '../../../../../server/src/api/index';
import { createRequestTo } from '../../../../support/create-request';
import { refusal } from '../../../../support/fake-fetch';
import { startLoopbackServer, type Handler, type LoopbackServer } from '../../../../support/loopback-server';

const created = '{"data":{"id":2330},"errors":null,"warnings":null}';

function startTimer(milliseconds: number, fire: () => void): () => void {
  const timer = setTimeout(fire, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

async function sendTo(origin: string, rest: Partial<HttpPorts> = {}, text?: string): Promise<SubmitOutcome> {
  const request = createRequestTo(origin, text);
  return send(request, confirm(request.facts), { fetch, runtime: 'node', startTimer, ...rest });
}

/** Kind and reason as one text. */
function verdictOf(outcome: SubmitOutcome): string {
  return 'reason' in outcome ? `${outcome.kind} ${outcome.reason}` : outcome.kind;
}

describe('send against a real server', () => {
  let open: { close: () => unknown }[] = [];

  async function start(handler: Handler, certificate?: string): Promise<LoopbackServer> {
    const server = await startLoopbackServer(handler, certificate);
    open.push(server);
    return server;
  }

  /** A server below HTTP: what it does with a connection is all there is. */
  async function startSocketServer(onConnection: (socket: net.Socket) => void): Promise<number> {
    const server = net.createServer((socket) => {
      socket.on('error', () => socket.destroy());
      onConnection(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(server);
    return (server.address() as AddressInfo).port;
  }

  afterEach(async () => {
    await Promise.all(open.map((server) => server.close()));
    open = [];
  });

  it('sends every accepted body, big numbers, escapes and line ends byte for byte, once', async () => {
    const server = await start((_request, response) => response.writeHead(201).end(created));
    const folder = new URL('../../../../fixtures/accepted/', import.meta.url);
    const bodies = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
    bodies.push(
      Buffer.from('\r\n{"a": 7998987987686876867, "b": 1.00,\t"c": "\\u00e9é😀\\/", "a": 1e0}\r\n'),
      Buffer.alloc(0),
    );
    for (const body of bodies)
      assert.equal(verdictOf(await sendTo(server.origin, {}, body.toString('utf8'))), 'created');
    assert.deepEqual(
      server.received.map(({ body }) => body),
      bodies,
    );
    for (const { method, url, headers, body } of server.received) {
      assert.deepEqual([method, url], ['POST', '/v3/targetGroups']);
      assert.deepEqual([headers['content-length'], headers['transfer-encoding']], [`${body.byteLength}`, undefined]);
      assert.deepEqual([headers['content-type'], headers.accept], ['application/json', 'application/json']);
    }
  });

  const answers: [name: string, answer: (response: http.ServerResponse) => void, verdict: string][] = [
    ['200', (to) => to.end(created), 'created'],
    ['200, compressed', (to) => to.setHeader('Content-Encoding', 'gzip').end(gzipSync(created)), 'created'],
    [
      '200, in pieces',
      (to) => {
        for (const piece of created) to.write(piece);
        to.end();
      },
      'created',
    ],
    ['200, with a byte order mark', (to) => to.end(`\ufeff${created}`), 'created'],
    ['204', (to) => to.writeHead(204).end(), 'unknown answer-unreadable'],
    ['200, empty', (to) => to.end(), 'unknown answer-unreadable'],
    [
      '200, HTML',
      (to) => to.setHeader('Content-Type', 'text/html').end('<html>ok</html>'),
      'unknown answer-unreadable',
    ],
    ['200, no UTF-8', (to) => to.end(Buffer.from([0xc3, 0x28, 0xff])), 'unknown answer-unreadable'],
    [
      '200, half of it',
      (to) => {
        to.setHeader('Content-Length', created.length * 2);
        to.write(created);
        setImmediate(() => to.destroy());
      },
      'unknown answer-cut',
    ],
    [
      '200, a chunk missing',
      (to) => {
        to.write(created);
        setImmediate(() => to.destroy());
      },
      'unknown answer-cut',
    ],
    ['200, 6 MB', (to) => to.end(Buffer.alloc(6_000_000, ' ')), 'unknown answer-too-large'],
    ['200, 6 MB around a yes', (to) => to.end(created + ' '.repeat(6_000_000)), 'unknown answer-too-large'],
    [
      '200, a gzip bomb',
      (to) => to.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(100_000_000))),
      'unknown answer-too-large',
    ],
    ['200, broken gzip', (to) => to.setHeader('Content-Encoding', 'gzip').end('no gzip'), 'unknown answer-cut'],
    ['400', (to) => to.writeHead(400).end(refusal({ code: 300004, message: 'm' })), 'rejected refused'],
    ['401', (to) => to.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end(), 'unauthorized refused'],
    ['403', (to) => to.writeHead(403).end(), 'unauthorized refused'],
    ['408', (to) => to.writeHead(408, { Connection: 'close' }).end(), 'unknown answer-unreadable'],
    ['413', (to) => to.writeHead(413).end(), 'rejected refused'],
    ['421', (to) => to.writeHead(421).end(), 'rejected refused'],
    ['425', (to) => to.writeHead(425).end(), 'rejected refused'],
    ['429', (to) => to.writeHead(429, { 'Retry-After': '0' }).end(), 'rejected refused'],
    ['500', (to) => to.writeHead(500).end(), 'unknown answer-unreadable'],
    ['500 with an error', (to) => to.writeHead(500).end(refusal({ code: 310126, message: 'm' })), 'rejected refused'],
    ['503', (to) => to.writeHead(503, { 'Retry-After': '0' }).end('<html>'), 'unknown answer-unreadable'],
    ['no answer', (to) => to.destroy(), 'unknown connection-lost'],
    ['no HTTP', (to) => to.socket?.end('hello\r\n\r\n'), 'unknown connection-lost'],
  ];
  for (const [name, answer, verdict] of answers) {
    it(`${name}: ${verdict}, and one request`, async () => {
      const server = await start((_request, response) => {
        answer(response);
      });
      assert.equal(verdictOf(await sendTo(server.origin)), verdict);
      assert.equal(server.received.length, 1);
    });
  }

  it('follows no redirect of any kind to another port, host, scheme or path', async () => {
    const second = await start((_request, response) => response.end(created));
    const targets = [
      `${second.origin}/x`,
      `//127.0.0.1:${second.port}/x`,
      `http://localhost:${second.port}/v3/targetGroups`,
      `https://127.0.0.1:${second.port}/`,
    ];
    for (const status of [301, 302, 303, 307, 308]) {
      for (const location of [...targets, '/v4/targetGroups']) {
        const first = await start((_request, response) =>
          response.writeHead(status, { Location: location }).end(created),
        );
        const outcome = await sendTo(first.origin);
        assert.ok(outcome.kind === 'rejected' && outcome.reason === 'redirect', inspect(outcome));
        assert.equal(outcome.answer.redirect?.to, new URL(location, first.origin).host);
        assert.equal(first.received.length, 1);
      }
    }
    assert.equal(second.received.length, 0);
  });

  it('stops at the deadline: no answer, half an answer, a drip without end', async () => {
    const silent = await start(() => undefined);
    assert.equal(verdictOf(await sendTo(silent.origin, { timeoutMilliseconds: 150 })), 'unknown deadline');
    const half = await start((_request, response) => response.write(created.slice(0, 20)));
    let passDeadline = (): void => undefined;
    const outcome = await sendTo(half.origin, {
      startTimer: (_milliseconds, fire) => {
        passDeadline = fire;
        return () => undefined;
      },
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        setImmediate(passDeadline);
        return response;
      },
    });
    assert.ok(outcome.kind === 'unknown' && outcome.reason === 'deadline');
    assert.equal(outcome.answer?.status, 200);
    assert.ok(created.startsWith(outcome.answer.text));
    const drip = await start((_request, response) => {
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    assert.equal(verdictOf(await sendTo(drip.origin, { timeoutMilliseconds: 150 })), 'unknown deadline');
  });

  it('is unknown when cancelled after the request arrived, and closes the connection', async () => {
    for (const start200 of [false, true]) {
      const cancel = new AbortController();
      let isClosed: Promise<void> = Promise.resolve();
      const server = await start((_request, response) => {
        isClosed = new Promise((resolve) => response.on('close', resolve));
        if (start200) response.write(created.slice(0, 20));
        setTimeout(() => {
          cancel.abort();
        }, 50);
      });
      assert.equal(verdictOf(await sendTo(server.origin, { signal: cancel.signal })), 'unknown cancelled');
      await isClosed;
      assert.equal(server.received.length, 1);
    }
  });

  it('is unreachable where nobody listens', async () => {
    const server = await startLoopbackServer(() => undefined);
    await server.close();
    assert.equal(verdictOf(await sendTo(server.origin)), 'unreachable connection-refused');
    assert.equal(verdictOf(await sendTo(`http://localhost:${server.port}`)), 'unreachable connection-refused');
  });

  it('is unreachable where no certificate is trusted, and sends nothing there', async () => {
    const selfSigned = await start((_request, response) => response.end(created), 'self-signed');
    assert.equal(verdictOf(await sendTo(selfSigned.origin)), 'unreachable certificate-self-signed');
    const untrusted = await start((_request, response) => response.end(created), 'valid');
    assert.equal(verdictOf(await sendTo(untrusted.origin)), 'unreachable certificate-untrusted');
    assert.deepEqual([selfSigned.received.length, untrusted.received.length], [0, 0]);
  });

  it('is unreachable where no TLS is spoken, or the handshake breaks off', async () => {
    const plain = await start((_request, response) => response.end(created));
    assert.equal(verdictOf(await sendTo(`https://127.0.0.1:${plain.port}`)), 'unreachable tls-handshake');
    const hangUp = await startSocketServer((socket) => socket.once('data', () => socket.end()));
    assert.equal(verdictOf(await sendTo(`https://127.0.0.1:${hangUp}`)), 'unreachable tls-handshake');
    assert.equal(plain.received.length, 0);
  });

  it('does not know when the connection is reset while the request is under way', async () => {
    const port = await startSocketServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    assert.equal(verdictOf(await sendTo(`http://127.0.0.1:${port}`)), 'unknown connection-lost');
  });
});
