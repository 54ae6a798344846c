import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createTokenCache, unusableClient } from '../../../../../server/src/api/index';
import { endpointAt } from '../../../../support/create-request';
import { answerOf, createFakeFetch } from '../../../../support/fake-fetch';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string(), fc.base64String());

/** What becomes of a token, key and secret: their header, or why there is none; with the body of the token call. */
async function headerOf(accessToken: string, key: string, secret: string) {
  const body = JSON.stringify({ data: { accessToken, ttlSeconds: 300 } });
  const { fetch, calls } = createFakeFetch(() => answerOf(200, body));
  const ports = { fetch, runtime: 'node', startTimer: () => () => undefined } as const;
  const result = await createTokenCache(() => 0).authenticate(
    endpointAt('https://api.example'),
    { key, secret },
    ports,
  );
  return { result, sent: Buffer.from(calls[0]?.body ?? []).toString() };
}

describe('the header of a token', () => {
  it('is the token as it was issued, or none: no text of a server makes a header of its own, or throws', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (token) => {
        const { result } = await headerOf(token, 'key', 'secret');
        if (result.kind === 'ok') {
          const headers = new Headers(result.authentication.headers());
          assert.deepEqual([...headers], [['x-cap-api-oauth-token', token]]);
        } else {
          assert.equal(result.failure.kind, 'unauthorized');
          assert.ok(!/^[!-~]{1,16384}$/.test(token));
          if (token.trim().length > 6) assert.ok(!JSON.stringify(result).includes(token));
        }
      }),
    );
  });

  it('is asked for with key and secret as they are, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (key, secret) => {
        fc.pre(unusableClient({ key, secret }) === undefined && !/\p{Surrogate}/u.test(key + secret));
        const { sent } = await headerOf('token', key, secret);
        assert.deepEqual(JSON.parse(sent), { key, secret });
      }),
    );
  });
});
