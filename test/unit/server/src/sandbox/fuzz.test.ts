import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { createSandbox, type Sandbox } from '../../../../../server/src/sandbox/index';
import { goodBasic } from '../../../../support/with-sandbox';
import { runs } from '../../../../support/runs';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const accepted = join(__dirname, '../../../../fixtures/accepted');
const bodies = readdirSync(accepted).map((file) => readFileSync(join(accepted, file), 'utf8'));

/** A documented body under a name of its own, with one value somewhere inside replaced by another. */
const nearlyGood = fc
  .record({ body: fc.constantFrom(...bodies), name: fc.uuid(), at: fc.nat(), value: fc.jsonValue() })
  .map(({ body, name, at, value }) => {
    const root = { ...(JSON.parse(body) as Record<string, Json>), name };
    const places = placesIn(root);
    places[at % places.length]?.(value as Json);
    return JSON.stringify(root);
  });

/** One setter for each value below the root. */
function placesIn(value: Json): ((other: Json) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, Json>;
  return Object.entries(parent).flatMap(([key, child]) => [
    (other: Json) => {
      parent[key] = other;
    },
    ...placesIn(child),
  ]);
}

/** A documented body with a piece cut out, or with bytes put in. */
const damaged = fc
  .record({ body: fc.constantFrom(...bodies), from: fc.nat(), length: fc.nat(40), extra: fc.uint8Array() })
  .map(({ body, from, length, extra }) => {
    const bytes = Buffer.from(body);
    const start = from % bytes.length;
    return Buffer.concat([bytes.subarray(0, start), extra, bytes.subarray(start + length)]);
  });

describe('sandbox: hostile input', () => {
  let sandbox: Sandbox;
  let url = '';

  before(async () => {
    sandbox = createSandbox({ port: 0, switches: { returnBillTwins: true } });
    url = await sandbox.listen();
  });
  after(async () => {
    await sandbox.close();
  });

  async function assertAnswered(path: string, init: RequestInit, statuses: readonly number[]): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: goodBasic };
    const response = await fetch(url + path, { headers, ...init });
    const text = await response.text();
    assert.ok(statuses.includes(response.status), `${response.status} ${text}`);
    const envelope = JSON.parse(text) as { data: unknown; errors: unknown[] | null };
    if (response.status < 300) assert.ok(envelope.data !== null && envelope.errors === null, text);
    else assert.ok(envelope.data === null && envelope.errors?.length === 1, text);
  }

  const posts = ['/v3/targetGroups', '/v3/targetGroups/isValidName', '/v3/oauth/token/generate'];
  const body = fc.oneof(fc.uint8Array({ maxLength: 2000 }), fc.json(), nearlyGood, damaged);

  it('gets one answer to any body, in the envelope and without a fault', async () => {
    for (const [index, good] of bodies.entries()) {
      const named = JSON.stringify({ ...(JSON.parse(good) as Record<string, Json>), name: `Good ${index}` });
      await assertAnswered('/v3/targetGroups', { method: 'POST', body: named }, [201]);
    }
    await assertAnswered('/v3/targetGroups', { method: 'POST', body: '{}' }, [400]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), body, async (path, sent) => {
        const bytes = typeof sent === 'string' ? Buffer.from(sent) : sent;
        await assertAnswered(path, { method: 'POST', body: new Uint8Array(bytes) }, [200, 201, 400, 401]);
      }),
      { numRuns: runs(80) },
    );
    await assertAnswered('/v3/targetGroups?includeUserCreatedTargetGroups=true&includePeriods=true', {}, [200]);
  });

  it('gets one answer to any path and query', async () => {
    const segment = fc.oneof(fc.webSegment(), fc.constantFrom('v3', 'targetGroups', '..', '%2e%2e', '%', '1001'));
    await fc.assert(
      fc.asyncProperty(fc.array(segment), fc.webQueryParameters(), async (segments, query) => {
        await assertAnswered(`/${segments.join('/')}?${query}`, {}, [200, 400, 404, 405]);
      }),
    );
  });

  it('answers or closes any bytes that are no request, and lives on', async () => {
    const line = fc.constantFrom('GET / HTTP/1.1\r\n', 'POST /v3/targetGroups HTTP/1.1\r\nHost: localhost\r\n', '');
    await fc.assert(
      fc.asyncProperty(line, fc.uint8Array({ maxLength: 500 }), async (start, bytes) => {
        await new Promise<void>((resolve) => {
          const socket = connect(Number(new URL(url).port), '127.0.0.1');
          socket.on('data', () => undefined);
          socket.on('error', () => undefined); // A reset is one way to be closed.
          socket.on('close', () => {
            resolve();
          });
          socket.end(Buffer.concat([Buffer.from(start), bytes]));
        });
      }),
    );
    await assertAnswered('/v3/targetGroups', {}, [200]);
  });
});
