import assert from 'node:assert/strict';
import net from 'node:net';
import { confirm, send } from '../../../../../server/src/api/index';
import { createProxiedFetch } from '../../../../../server/src/cli/proxied-fetch';
import { createRequestTo } from '../../../../support/create-request';
import { startLoopbackProxy } from '../../../../support/loopback-proxy';
import { startLoopbackServer } from '../../../../support/loopback-server';

const created = '{"data":{"id":2330},"errors":null}';

describe('createProxiedFetch', () => {
  const open: { close: () => Promise<void> }[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });

  async function verdictBy(env: Record<string, string>, connectMilliseconds = 10_000): Promise<string> {
    const request = createRequestTo('https://elsewhere.invalid');
    const outcome = await send(request, confirm(request.facts), {
      fetch: createProxiedFetch(env, connectMilliseconds),
      runtime: 'node',
      startTimer: (milliseconds, fire) => {
        const timer = setTimeout(fire, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
    });
    return 'reason' in outcome ? `${outcome.kind} ${outcome.reason}` : outcome.kind;
  }

  async function verdictThrough(
    answer: Parameters<typeof startLoopbackProxy>[0],
    connectMilliseconds?: number,
  ): Promise<string> {
    const proxy = await startLoopbackProxy(answer);
    open.push(proxy);
    return verdictBy({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }, connectMilliseconds);
  }

  it('tells a proxy that refuses, wants credentials, is not there or is no address: nothing was processed', async () => {
    const proxy = await startLoopbackProxy({ status: 403 });
    await proxy.close();
    assert.equal(await verdictBy({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }), 'unreachable proxy-failed');
    assert.equal(await verdictBy({ HTTPS_PROXY: 'socks5://127.0.0.1:1080' }), 'unreachable proxy-failed');
    for (const status of [400, 401, 403, 500, 502, 504]) {
      assert.equal(await verdictThrough({ status }), 'unreachable proxy-failed');
    }
    assert.equal(await verdictThrough({ status: 407 }), 'unreachable proxy-authentication');
  });

  it('verifies the certificate of the host behind the proxy', async () => {
    const server = await startLoopbackServer((_request, response) => response.end(created), 'wrong-host');
    open.push(server);
    assert.equal(await verdictThrough({ targetPort: server.port }), 'unreachable certificate-untrusted');
    const plain = await startLoopbackServer((_request, response) => response.end(created));
    open.push(plain);
    assert.equal(await verdictThrough({ targetPort: plain.port }), 'unreachable tls-handshake');
    assert.deepEqual([server.received.length, plain.received.length], [0, 0]);
  });

  it('gives up on a proxy that says nothing, and on a host that does not shake hands', async () => {
    const silent = net.createServer((socket) => socket.on('error', () => socket.destroy()));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () =>
        new Promise((resolve) => {
          silent.close();
          resolve();
        }),
    });
    const { port } = silent.address() as net.AddressInfo;
    assert.equal(await verdictBy({ HTTPS_PROXY: `http://127.0.0.1:${port}` }, 100), 'unreachable proxy-failed');
    assert.equal(await verdictThrough({ targetPort: port }, 1000), 'unreachable connect-timeout');
  });
});
