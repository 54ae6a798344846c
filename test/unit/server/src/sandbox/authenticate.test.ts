import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { goodBasic, type RunningSandbox, withSandbox } from '../../../../support/with-sandbox';

const path = '/v3/targetGroups';
const digest = 'bdc87b9c894da5168059e00ebffb9077';

function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

interface Token {
  readonly accessToken: string;
  readonly ttlSeconds: number;
}

function generate(send: RunningSandbox['send'], body: object): ReturnType<typeof send<Token>> {
  return send<Token>('/v3/oauth/token/generate', body, { headers: { authorization: undefined } });
}

describe('sandbox: Basic authentication', () => {
  const accepted = [
    goodBasic,
    goodBasic.replace('Basic', 'bASIC'),
    basic(`tìll.1:${digest}`),
    basic(`50679771:${digest}`),
  ];
  for (const authorization of accepted) {
    it(`accepts ${authorization}`, async () => {
      await withSandbox({}, async ({ send }) => {
        assert.equal((await send(path, undefined, { headers: { authorization } })).status, 200);
      });
    });
  }

  const refused: Record<string, string | undefined> = {
    nothing: undefined,
    'another scheme': `Bearer ${digest}`,
    'no base64': 'Basic ????',
    'no colon': basic('store123'),
    'no user': basic(`:${digest}`),
    'the plain password': basic('store123:Pass123'),
    'an upper-case digest': basic(`store123:${digest.toUpperCase()}`),
    'a digest of 31 digits': basic(`store123:${digest.slice(1)}`),
    'a line end after the digest': basic(`store123:${digest}\n`),
    'the user "wrong"': basic(`wrong:${digest}`),
    'the password "wrong"': basic(`store123:${createHash('md5').update('wrong').digest('hex')}`),
  };
  for (const [name, authorization] of Object.entries(refused)) {
    it(`refuses ${name} with 401 and does nothing`, async () => {
      await withSandbox({}, async ({ send }) => {
        const answer = await send(path, { name: 'G' }, { headers: { authorization } });
        assert.equal(answer.status, 401, answer.text);
        assert.ok(!answer.text.includes(digest));
        assert.deepEqual((await send(path)).data, []);
      });
    });
  }
});

describe('sandbox: OAuth', () => {
  it('issues a token that works in place of Basic for five minutes', async () => {
    let now = new Date('2025-01-01T00:00:00.000Z');
    await withSandbox({ now: () => now }, async ({ send }) => {
      const issued = await generate(send, { key: 'client', secret: 'hush' });
      assert.equal(issued.status, 200);
      assert.deepEqual(Object.keys(JSON.parse(issued.text) as object), ['data', 'errors']);
      assert.deepEqual(Object.keys(issued.data), ['accessToken', 'ttlSeconds']);
      assert.equal(issued.data.ttlSeconds, 300);
      const headers = { authorization: undefined, 'x-cap-api-oauth-token': issued.data.accessToken };
      const created = await send<{ periods: { attribution: { createdBy: object } }[] }>(
        path,
        { name: 'G', periods: [{ refCode: 'C' }] },
        { headers },
      );
      const createdBy = { id: 75_000_001, code: 'client', description: '', name: 'client', type: 'TILL' };
      assert.deepEqual(created.data.periods[0]?.attribution.createdBy, createdBy);
      now = new Date('2025-01-01T00:04:59.999Z');
      assert.equal((await send(path, undefined, { headers })).status, 200);
      now = new Date('2025-01-01T00:05:00.000Z');
      assert.equal((await send(path, undefined, { headers })).status, 401);
    });
  });

  it('refuses a token of its own making, even beside good Basic credentials', async () => {
    await withSandbox({}, async ({ send }) => {
      const { data } = await generate(send, { key: 'client', secret: 'hush' });
      const forged = data.accessToken.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
      assert.equal((await send(path, undefined, { headers: { 'x-cap-api-oauth-token': forged } })).status, 401);
    });
  });

  const refused = [
    { key: 'wrong', secret: 'hush' },
    { key: 'client', secret: 'wrong' },
    { key: 'client' },
    { key: '', secret: 'hush' },
    { key: 5, secret: 'hush' },
    {},
  ];
  for (const body of refused) {
    it(`issues nothing for ${JSON.stringify(body)}`, async () => {
      await withSandbox({}, async ({ send }) => {
        const answer = await generate(send, body);
        assert.deepEqual([answer.status, answer.errors], [401, [{ message: 'Failed to generate OAuth token' }]]);
      });
    });
  }
});
