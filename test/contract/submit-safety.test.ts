import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../server/src/cli/run';
import type { CliIo } from '../../server/src/cli/io';
import type { Place } from '../../server/src/sandbox/index';
import { createRecordedIo } from '../support/cli-io';
import {
  assertNoSecret,
  canaries,
  canaryBasic,
  canaryBasicToken,
  canaryClient,
  canaryDigest,
  formsOf,
  secretsOf,
} from '../support/faults/canaries';
import { type Handler, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { root } from '../support/repository';
import { startShortTimer } from '../support/short-waits';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { faultOf, withSandbox } from '../support/with-sandbox';
import { writeFiles } from '../support/write-files';

const example = path.join(root, 'examples/monthly-spend.targetgroup.json');
const createPath = '/v3/targetGroups';

const startTimer = startShortTimer(200);

/** Runs the command with real HTTP; `printed` is all that it wrote. */
async function submit(url: string, options: { env?: CliIo['env']; file?: string; more?: string[] } = {}) {
  const { env = canaryBasic, file = example, more = ['--yes'] } = options;
  const { io, stdout, stderr } = createRecordedIo({ env, fetch, startTimer });
  const exit = await run(['submit', file, '--host', url, ...more], io);
  return { exit, stdout: stdout(), printed: stdout() + stderr() };
}

const open: LoopbackServer[] = [];

/** A server that is closed after the test, however that ends. */
async function startServer(handler: Handler): Promise<LoopbackServer> {
  const server = await startLoopbackServer(handler);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('a redirect', () => {
  const places: [place: Place, env: CliIo['env'], shown: RegExp][] = [
    ['create', canaryBasic, /^Rejected: redirect refused: 127\.0\.0\.1:\d+ points to /],
    [
      'name-check',
      canaryBasic,
      /^Blocked: the check of the name was redirected to [\w.]+:\d+, and no redirect is followed\./,
    ],
    [
      'token',
      canaryClient,
      /^Blocked: the call for a token was redirected to [\w.]+:\d+, and no redirect is followed\./,
    ],
  ];
  for (const [place, env, shown] of places) {
    for (const status of [301, 302, 303, 307, 308]) {
      it(`${status} of the ${place} leads nowhere: not to another port, host, path or scheme`, async () => {
        const second = await startServer((_request, response) => response.end('{"data":{"id":1}}'));
        const { port } = second;
        const targets = [
          `http://127.0.0.1:${port}${createPath}`,
          `http://localhost:${port}${createPath}`,
          `//127.0.0.1:${port}${createPath}`,
          `https://127.0.0.1:${port}${createPath}`,
          '/elsewhere',
        ];
        for (const to of targets) {
          const faults = [faultOf(`redirect-${status}@${place}`, { to })];
          await withSandbox({ faults }, async ({ url, sandbox }) => {
            const { exit, stdout, printed } = await submit(url, { env });
            assert.equal(exit, 1);
            assert.match(stdout, shown);
            if (to.includes(`${port}`)) assert.ok(stdout.includes(`:${port}`), stdout);
            const calls = sandbox.received();
            assert.equal(calls.filter(({ fault }) => fault !== undefined).length, 1);
            assert.deepEqual(
              calls.filter((call) => call.path === '/elsewhere'),
              [],
            );
            assertNoSecret(printed);
          });
        }
        assert.equal(second.received.length, 0);
      });
    }
  }
});

describe('what is sent', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await createTemporaryFolder();
  });
  after(() => folder.remove());

  const accepted = path.join(root, 'test/fixtures/accepted');
  const original = readFileSync(example, 'utf8');
  const bodies: Record<string, string> = {
    ...Object.fromEntries(readdirSync(accepted).map((name) => [name, readFileSync(path.join(accepted, name), 'utf8')])),
    'as it is': original,
    CRLF: original.replaceAll('\n', '\r\n'),
    CR: original.replaceAll('\n', '\r'),
    'without a last line end': original.trimEnd(),
    'blanks around it': `\r\n\t ${original}  \n\n`,
    'on one line': JSON.stringify(JSON.parse(original)),
    'a byte order mark': `\ufeff${original}`,
    'a big integer': withTill(original, '7998987987686876867'),
    'an exponent': withTill(original, '7.5050875e7'),
    'a number with zeros': original.replace(/("defaultValue": *)"?(\d+)[^\n,}]*/, '$11.00'),
    escapes: original.replace(/("description": *")/, '$1\\u00e9\\/\\ud83d\\ude00 é😀 '),
  };
  for (const [name, text] of Object.entries(bodies)) {
    it(`arrives byte for byte: ${name}`, async () => {
      writeFiles(folder.path, { 'body.targetgroup.json': text });
      const file = path.join(folder.path, 'body.targetgroup.json');
      const bytes = Buffer.from(text.replace(/^\ufeff/, ''));
      const hash = createHash('sha256').update(bytes).digest('hex');
      await withSandbox({}, async ({ url, sandbox }) => {
        const dryRun = await submit(url, { file, more: ['--dry-run'] });
        assert.equal(dryRun.exit, 0, dryRun.printed);
        assert.ok(dryRun.stdout.includes(hash));
        const { exit, stdout } = await submit(url, { file, more: ['--yes', '--expect-hash', hash] });
        assert.equal(exit, 0, stdout);
        const sent = sandbox.received().filter((call) => call.method === 'POST' && call.path === createPath);
        assert.deepEqual(
          sent.map(({ body }) => Buffer.from(body)),
          [bytes],
        );
      });
    });
  }

  it('is nothing where the hash is another than the expected one', async () => {
    await withSandbox({}, async ({ url, sandbox }) => {
      const { exit, stdout } = await submit(url, { more: ['--yes', '--expect-hash', '0'.repeat(64)] });
      assert.equal(exit, 1);
      assert.match(stdout, /^Blocked: the content is not the expected one/);
      assert.equal(sandbox.received().length, 0);
    });
  });
});

/** The definition with this till instead of its own. */
function withTill(text: string, till: string): string {
  const changed = text.replace(/("preferredTillId": *)[^,\n}]+/, `$1${till}`);
  assert.notEqual(changed, text);
  return changed;
}

describe('a secret', () => {
  const token = 'canary-token-Ab+/9=';
  const calls = [createPath, `${createPath}/isValidName`, '/v3/oauth/token/generate'];

  /** A server that sends back, in every place and form, what it was told; `at` is the call that it does so in. */
  function startEcho(at: string, status: number, secrets: readonly string[]) {
    return startServer(({ url, headers }, response) => {
      if (url !== at) {
        const data = url === '/v3/oauth/token/generate' ? { accessToken: token, ttlSeconds: 300 } : true;
        response.end(JSON.stringify({ data, errors: null }));
        return;
      }
      const { authorization = '', 'x-cap-api-oauth-token': sent = '' } = headers;
      const told = [authorization, sent, ...secrets.flatMap(formsOf)].flat();
      const inHeader = told.filter((text) => /^[ -~]+$/.test(text));
      if (status === 307) response.setHeader('Location', `http://${inHeader.at(-1) ?? ''}.example/`);
      response.setHeader('X-Cap-Requestid', inHeader.slice(0, 4).join(' '));
      response.setHeader('Retry-After', inHeader.slice(4, 8).join(' '));
      response.statusCode = status;
      const errors = told.flatMap((text) => [{ code: text, message: text }, text]);
      response.end(JSON.stringify({ data: null, errors }));
    });
  }

  for (const at of calls) {
    for (const status of [200, 307, 400, 401, 429, 500]) {
      it(`is in nothing that is shown when the server sends it back: ${at}, ${status}`, async () => {
        for (const env of [canaryBasic, canaryClient]) {
          // A password never leaves as it is, so nobody can send it back.
          const issued = at === '/v3/oauth/token/generate' ? [] : [token];
          const known = env === canaryClient ? [canaries.secret, ...issued] : [canaryDigest, canaryBasicToken];
          const secrets = secretsOf(env, ...known);
          const server = await startEcho(at, status, known);
          for (const more of [['--yes'], ['--yes', '--format', 'json'], ['--dry-run']]) {
            const { printed } = await submit(server.origin, { env, more });
            assert.match(printed, /\S/);
            assertNoSecret(printed, secrets);
          }
        }
      });
    }
  }

  it('is found by these tests where it is shown', () => {
    for (const secret of [...secretsOf(canaryBasic), ...secretsOf(canaryClient)]) {
      for (const form of formsOf(secret)) {
        assert.throws(() => {
          assertNoSecret(`a ${form} b`);
        });
      }
    }
  });
});
