import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../../../support/bundle-script';
import { assertNoSecret, canaryBasic, canaryClient } from '../../../../support/faults/canaries';
import { startLoopbackProxy, type LoopbackProxy } from '../../../../support/loopback-proxy';
import {
  certificatePath,
  startLoopbackServer,
  type Handler,
  type LoopbackServer,
} from '../../../../support/loopback-server';
import { root } from '../../../../support/repository';
import { stateIn } from '../../../../support/state-in';
import { faultOf, withSandbox } from '../../../../support/with-sandbox';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';

const file = 'test/fixtures/accepted/create-01-default-event-attribute-daily.targetgroup.json';
const created = '{"data":{"id":2330},"errors":null}';
const answerCreated = apiWith((_request, response) => response.writeHead(201).end(created));
const noBasic = { TARGETGROUP_USERNAME: '', TARGETGROUP_PASSWORD: '' };
const client = { ...noBasic, TARGETGROUP_KEY: 'key-1', TARGETGROUP_SECRET: 'canary' };
const trustIssuer = { NODE_EXTRA_CA_CERTS: fileURLToPath(certificatePath('issuer.pem')) };

/** An API whose names are free, that creates as it is told; the second question for a name is the look afterwards. */
function apiWith(create: Handler, lookedUp: () => void = () => undefined): Handler {
  let questions = 0;
  return (request, response) => {
    if (request.url === '/v3/targetGroups') {
      create(request, response);
      return;
    }
    if (++questions > 1) lookedUp();
    response.end('{"data":true}');
  };
}

/** The creates among what a server received. */
const createsOf = ({ received }: LoopbackServer) => received.filter(({ url }) => url === '/v3/targetGroups');

/** The key of the test servers, and one of their certificates. */
function pemsOf(certificate: string): [key: string, certificate: string] {
  const read = (name: string) => readFileSync(certificatePath(name), 'utf8');
  return [read('server.key'), read(`${certificate}.pem`)];
}

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('submit as a process', function () {
  // A busy machine is slow to start them.
  this.timeout(60_000);
  const open: { close: () => Promise<void> }[] = [];
  let folder: TemporaryFolder;
  let script: string;
  let runs = 0;

  before(async () => {
    folder = await createTemporaryFolder();
    script = bundleScript('test/support/submit-process.ts', folder.path);
  });

  async function start(certificate: string, handler: Handler = answerCreated): Promise<LoopbackServer> {
    const server = await startLoopbackServer(handler, certificate);
    open.push(server);
    return server;
  }

  async function startProxy(answer: Parameters<typeof startLoopbackProxy>[0]): Promise<LoopbackProxy> {
    const proxy = await startLoopbackProxy(answer);
    open.push(proxy);
    return proxy;
  }

  after(async () => {
    await Promise.all(open.map((server) => server.close()));
    await folder.remove();
  });

  async function run(
    args: readonly string[],
    env: Record<string, string> = {},
    started?: (pid: number) => void,
  ): Promise<Ended> {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        TARGETGROUP_USERNAME: 'till.1',
        TARGETGROUP_PASSWORD: 'canary',
        ...stateIn(path.join(folder.path, `${++runs}`)),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) started?.(child.pid);
    const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const [stdout, stderr] = await Promise.all([buffer(child.stdout), buffer(child.stderr)]);
    return { exit: await exited, stdout: stdout.toString(), stderr: stderr.toString() };
  }

  function submitTo(origin: string, env: Record<string, string> = {}, started?: (pid: number) => void): Promise<Ended> {
    return run([file, '--host', origin, '--yes'], env, started);
  }

  it('creates over https with an issuer that NODE_EXTRA_CA_CERTS names', async () => {
    const server = await start('valid');
    const { exit, stdout, stderr } = await submitTo(server.origin, trustIssuer);
    assert.deepEqual([exit, stderr], [0, '']);
    assert.match(stdout, /^Created: 127\.0\.0\.1:\d+ made the target group under id 2330\./);
    assert.equal(createsOf(server).length, 1);
  });

  it('refuses certificates that are expired, not yet valid, for another host or self-signed, and names the reason', async () => {
    const reasons = {
      expired: /has expired/,
      'not-yet-valid': /is not valid yet/,
      'wrong-host': /is for another host/,
      'self-signed': /is self-signed/,
    };
    await Promise.all(
      Object.entries(reasons).map(async ([certificate, reason]) => {
        const server = await start(certificate);
        const { exit, stdout } = await submitTo(server.origin, trustIssuer);
        assert.equal(exit, 1);
        assert.match(stdout, /^Unreachable: /);
        assert.match(stdout, reason);
        assert.equal(server.received.length, 0);
      }),
    );
  });

  it('sends not a byte to where the certificate is refused', async () => {
    const certificates = ['expired', 'not-yet-valid', 'wrong-host', 'self-signed'];
    await Promise.all(
      certificates.map(async (certificate) => {
        let [bytes, connections] = [0, 0];
        const [key, cert] = pemsOf(certificate);
        const server = createServer({ key, cert }, (socket) => {
          socket.on('error', () => socket.destroy());
          socket.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
        });
        server.on('connection', () => connections++);
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const { port } = server.address() as AddressInfo;
        for (const env of [{}, client]) {
          assert.equal((await submitTo(`https://127.0.0.1:${port}`, { ...trustIssuer, ...env })).exit, 1);
        }
        await new Promise((resolve) => server.close(resolve));
        assert.deepEqual([bytes, connections], [0, 2], certificate);
      }),
    );
  });

  it('follows no redirect from https to http, and speaks OAuth over https', async () => {
    const plain = await startLoopbackServer(answerCreated);
    open.push(plain);
    const [key, cert] = pemsOf('valid');
    const outcomes = { create: 'rejected', 'name-check': 'blocked', token: 'blocked' };
    const redirects = Object.entries(outcomes).flatMap(([place, outcome]) =>
      [302, 307].map((status) => ({ fault: `redirect-${status}@${place}:1`, outcome })),
    );
    await Promise.all(
      redirects.map(async ({ fault, outcome }) => {
        const faults = [faultOf(fault, { to: `${plain.origin}/v3/targetGroups` })];
        await withSandbox({ tls: { key, cert }, faults }, async ({ url, sandbox }) => {
          const args = [file, '--host', url, '--yes', '--format', 'json'];
          const { exit, stdout } = await run(args, { ...trustIssuer, ...client });
          assert.deepEqual([exit, (JSON.parse(stdout) as { outcome: string }).outcome], [1, outcome]);
          assert.equal(sandbox.received().filter((request) => request.fault !== undefined).length, 1);
        });
      }),
    );
    assert.equal(plain.received.length, 0);
  });

  it('is not kept waiting beyond TARGETGROUP_TIMEOUT_SECONDS', async () => {
    await withSandbox({ faults: [faultOf('silent-before@name-check')] }, async ({ url }) => {
      const { exit, stdout } = await submitTo(url, { TARGETGROUP_TIMEOUT_SECONDS: '0.2' });
      assert.equal(exit, 1);
      assert.match(stdout, /^Unreachable: .* did not answer a question before the submit in time\./);
    });
  });

  if (process.platform === 'linux') {
    it('shows no secret to who lists the processes', async () => {
      let pid = 0;
      let listed = '';
      const server = await startLoopbackServer((_request, response) => {
        listed = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        response.writeHead(503).end();
      });
      open.push(server);
      for (const env of [canaryBasic, { ...noBasic, ...canaryClient }]) {
        await submitTo(server.origin, env, (started) => (pid = started));
        assert.match(listed, /--host http/);
        assertNoSecret(listed);
      }
    });
  }

  it('is one POST of many commands that are run at once', async () => {
    const state = stateIn(path.join(folder.path, 'shared'));
    await withSandbox({}, async ({ url, sandbox }) => {
      const ends = await Promise.all(Array.from({ length: 6 }, () => submitTo(url, state)));
      assert.deepEqual(ends.map(({ exit }) => exit).sort(), [0, 1, 1, 1, 1, 1]);
      for (const { exit, stdout } of ends) assert.match(stdout, exit === 0 ? /^Created: / : /^Blocked: /);
      const creates = sandbox
        .received()
        .filter(({ method, path: at }) => method === 'POST' && at === '/v3/targetGroups');
      assert.equal(creates.length, 1);
    });
  });

  it('goes through the proxy of HTTPS_PROXY, and around it by NO_PROXY', async () => {
    const server = await start('wrong-host');
    const proxy = await startProxy({ targetPort: server.port });
    const env = { ...trustIssuer, HTTPS_PROXY: `http://us%40er:p%3Aw@127.0.0.1:${proxy.port}` };
    const [through, around] = await Promise.all([
      submitTo('https://elsewhere.invalid', env),
      submitTo(server.origin, { ...env, NO_PROXY: '*' }),
    ]);
    assert.deepEqual([through.exit, through.stderr], [0, '']);
    assert.match(through.stdout, /^Created: elsewhere\.invalid made/);
    assert.equal(around.exit, 1);
    const authorization = `Basic ${btoa('us@er:p:w')}`;
    // The check of the name, and the create.
    const connect = { authority: 'elsewhere.invalid:443', authorization };
    assert.deepEqual(proxy.connects, [connect, connect]);
    assert.deepEqual(
      server.received.map(({ headers }) => [headers.host, headers['proxy-authorization']]),
      [
        ['elsewhere.invalid', undefined],
        ['elsewhere.invalid', undefined],
      ],
    );
  });

  /** Submits through a proxy to an API that answers a create so; Ctrl+C ends the look at what became of it, which would take 20 seconds. */
  async function submitThroughProxy(handler: Handler, seconds: string): Promise<Ended & { readonly creates: number }> {
    let pid = 0;
    const server = await start(
      'wrong-host',
      apiWith(handler, () => process.kill(pid, 'SIGINT')),
    );
    const proxy = await startProxy({ targetPort: server.port });
    const env = { ...trustIssuer, HTTPS_PROXY: `127.0.0.1:${proxy.port}`, TARGETGROUP_TIMEOUT_SECONDS: seconds };
    const ended = await submitTo('https://elsewhere.invalid', env, (started) => (pid = started));
    return { ...ended, creates: createsOf(server).length };
  }

  it('does not know what became of a request through the proxy whose answer breaks off or is too large', async () => {
    const faults: [handler: Handler, reason: RegExp][] = [
      [
        (_request, response) => response.setHeader('Content-Length', 100).write(created, () => response.destroy()),
        /broke off/,
      ],
      [(_request, response) => response.end(Buffer.alloc(6_000_000, ' ')), /larger than 5 MB/],
    ];
    await Promise.all(
      faults.map(async ([handler, reason]) => {
        const { exit, stdout, stderr, creates } = await submitThroughProxy(handler, '');
        assert.deepEqual([exit, stderr, creates], [3, '', 1]);
        assert.match(stdout, /^Unknown: the request was sent/);
        assert.match(stdout, reason);
      }),
    );
  });

  it('does not know what became of a request through the proxy whose answer stays out', async () => {
    const stays: Handler = (_request, response) => response.write(created.slice(0, 10));
    // The question for the name has to be answered in that time too: a busy machine is given more of it.
    for (const seconds of [1, 2, 4, 8, 16]) {
      const { exit, stdout, stderr, creates } = await submitThroughProxy(stays, String(seconds));
      if (creates === 0 && seconds < 16) continue;
      assert.deepEqual([exit, stderr, creates], [3, '', 1]);
      assert.match(stdout, /^Unknown: the request was sent.*the time was up/s);
      return;
    }
  });

  it('ends by itself with status 3 when it is interrupted during the request', async () => {
    let pid = 0;
    const interrupt = () => process.kill(pid, 'SIGINT');
    const server = await startLoopbackServer(apiWith(interrupt, interrupt));
    open.push(server);
    const { exit, stdout } = await submitTo(server.origin, {}, (started) => (pid = started));
    assert.equal(exit, 3);
    assert.match(stdout, /^Unknown: the request was sent, and it was cancelled/);
  });

  it('ends with status 2 without a terminal and --yes', async () => {
    const { exit, stderr } = await run([file, '--host', 'https://api.invalid']);
    assert.equal(exit, 2);
    assert.match(stderr, /--yes is required/);
  });
});
