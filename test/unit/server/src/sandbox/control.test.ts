import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { faultCatalogue } from '../../../../../server/src/sandbox/index';
import { faultOf, goodBasic, withSandbox } from '../../../../support/with-sandbox';

const path = '/v3/targetGroups';

async function control(
  url: string,
  method: string,
  at: string,
  body?: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<{ status: number; json: Record<string, unknown>; headers: Headers }> {
  const response = await fetch(`${url}/__sandbox__/${at}`, {
    method,
    headers,
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    json: JSON.parse(text || '{}') as Record<string, unknown>,
    headers: response.headers,
  };
}

describe('sandbox: the control endpoint', () => {
  it('adds faults, lists them with all there are, and takes them back', async () => {
    await withSandbox({ faults: [faultOf('html@list:2')] }, async ({ url, send }) => {
      const added = await control(url, 'POST', 'faults', { fault: 'status-503@token:1', processed: true });
      assert.equal(added.status, 201);
      const { json } = await control(url, 'GET', 'faults');
      assert.deepEqual(json['waiting'], [
        { fault: 'html', at: 'list', count: 2, processed: false },
        { fault: 'status-503', at: 'token', count: 1, processed: true },
      ]);
      assert.deepEqual(
        json['known'],
        faultCatalogue.map(({ name, place, sentence }) => ({ name, at: place, sentence })),
      );
      assert.equal((await control(url, 'DELETE', 'faults')).status, 204);
      assert.deepEqual((await control(url, 'GET', 'faults')).json['waiting'], []);
      assert.equal((await send(path)).status, 200);
    });
  });

  it('lets a redirect lead anywhere', async () => {
    await withSandbox({}, async ({ url }) => {
      await control(url, 'POST', 'faults', { fault: 'redirect-307:1', to: 'http://127.0.0.1:9/' });
      const response = await fetch(url + path, { method: 'POST', redirect: 'manual' });
      assert.equal(response.headers.get('location'), 'http://127.0.0.1:9/');
    });
  });

  const wrong: [name: string, body: unknown][] = [
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no fault', {}],
    ['a fault that is none', { fault: 'none' }],
    ['a place that is none', { fault: 'html@none' }],
    ['an address with a line end', { fault: 'redirect-301', to: 'http://a\r\nx: y' }],
    ['an address that is no text', { fault: 'redirect-301', to: 1 }],
    ['a time of nothing', { fault: 'delay', milliseconds: 0 }],
    ['a text for yes', { fault: 'delay', processed: 'yes' }],
    ['a member it does not know', { fault: 'delay', count: 1 }],
  ];
  for (const [name, body] of wrong) {
    it(`refuses ${name} with a sentence`, async () => {
      await withSandbox({}, async ({ url }) => {
        const { status, json } = await control(url, 'POST', 'faults', body);
        assert.equal(status, 400);
        assert.match(JSON.stringify(json), /xpected|there is no/);
        assert.deepEqual((await control(url, 'GET', 'faults')).json['waiting'], []);
      });
    });
  }

  it('tells what arrived, without a secret, and forgets it', async () => {
    await withSandbox({ faults: [faultOf('drop-after:1')] }, async ({ url, send }) => {
      await assert.rejects(send(path, '{"name":"G"}'));
      const secrets = { key: 'canary-key', secret: 'canary-secret' };
      const { data } = await send<{ accessToken: string }>('/v3/oauth/token/generate', secrets);
      const { json } = await control(url, 'GET', 'requests');
      const [first, second, ...rest] = json['requests'] as Record<string, unknown>[];
      assert.deepEqual(rest, []);
      const sha256 = createHash('sha256').update('{"name":"G"}').digest('hex');
      assert.deepEqual(
        { ...first, headerNames: [] },
        {
          ...{ method: 'POST', path, headerNames: [], bytes: 12, sha256, complete: true, fault: 'drop-after' },
        },
      );
      assert.ok((first?.['headerNames'] as string[]).includes('authorization'));
      assert.equal(second?.['sha256'], null);
      const digest = createHash('sha256').update(JSON.stringify(secrets)).digest('hex');
      for (const secret of ['canary', data.accessToken, goodBasic.slice(6), digest]) {
        assert.ok(!JSON.stringify(json).includes(secret));
      }
      assert.equal((await control(url, 'DELETE', 'requests')).status, 204);
      assert.deepEqual((await control(url, 'GET', 'requests')).json['requests'], []);
    });
  });

  it('is for no page, of this machine or another, and gives none the right to read', async () => {
    await withSandbox({}, async ({ url }) => {
      for (const origin of ['https://example.org', 'http://localhost:3000', 'null', url]) {
        for (const [method, at] of [
          ['POST', 'faults'],
          ['DELETE', 'faults'],
          ['GET', 'requests'],
          ['OPTIONS', 'faults'],
        ] as const) {
          const body = method === 'POST' ? { fault: 'html' } : undefined;
          const { status, headers } = await control(url, method, at, body, {
            origin,
            'content-type': 'application/json',
          });
          assert.equal(status, 403, `${method} ${origin}`);
          assert.equal(headers.get('access-control-allow-origin'), null);
        }
      }
      // What a form of a page could send, were its origin not told.
      const form = await control(url, 'POST', 'faults', '{"fault":"html"}', { 'content-type': 'text/plain' });
      assert.equal(form.status, 400);
      assert.deepEqual((await control(url, 'GET', 'faults')).json['waiting'], []);
    });
  });

  it('answers to loopback names only, and nothing else than these calls', async () => {
    await withSandbox({}, async ({ url }) => {
      const status = await new Promise((resolve, reject) => {
        const { port } = new URL(url);
        const headers = { host: 'example.org' };
        request({ host: '127.0.0.1', port, path: '/__sandbox__/faults', headers }, ({ statusCode }) => {
          resolve(statusCode);
        })
          .on('error', reject)
          .end();
      });
      assert.equal(status, 421);
      for (const [method, at] of [
        ['PUT', 'faults'],
        ['POST', 'requests'],
        ['GET', ''],
        ['GET', 'faults/1'],
      ] as const) {
        assert.equal((await control(url, method, at, method === 'GET' ? undefined : '{}')).status, 404);
      }
    });
  });
});
