import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  createBasicAuthentication,
  passwordDigest,
  type BasicCredential,
  type UnusableCredential,
} from '../../../../../server/src/api/index';

function headersOf(credential: BasicCredential): Readonly<Record<string, string>> {
  const parsed = createBasicAuthentication(credential);
  if (parsed.kind === 'invalid') assert.fail(parsed.reason);
  return parsed.authentication.headers();
}

describe('createBasicAuthentication', () => {
  // The documentation prints its first digest beside the password `Pass123`; it is the MD5 of `password1234`.
  it('gives the header of the documentation (FACTS e)', () => {
    assert.deepEqual(headersOf({ user: 'store123', password: 'password1234' }), {
      Authorization: 'Basic c3RvcmUxMjM6YmRjODdiOWM4OTRkYTUxNjgwNTllMDBlYmZmYjkwNzc=',
    });
  });

  it('hashes the password as documented (FACTS e)', () => {
    assert.equal(passwordDigest('password1234'), 'bdc87b9c894da5168059e00ebffb9077');
    assert.equal(passwordDigest('123'), '202cb962ac59075b964b07152d234b70');
  });

  it('takes the digest instead of the password', () => {
    assert.deepEqual(
      headersOf({ user: 'store.server', passwordDigest: '202cb962ac59075b964b07152d234b70' }),
      headersOf({ user: 'store.server', password: '123' }),
    );
  });

  it('agrees with another MD5 and another base64, and gives headers that every fetch takes', () => {
    const user = fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
      minLength: 1,
    });
    fc.assert(
      fc.property(user, fc.string({ unit: 'grapheme', minLength: 1 }), (name, password) => {
        fc.pre(!/[:\u007f-\u009f]/.test(name) && !/\p{Cc}/u.test(password));
        const digest = createHash('md5').update(password, 'utf8').digest('hex');
        const expected = `Basic ${Buffer.from(`${name}:${digest}`, 'utf8').toString('base64')}`;
        const headers = headersOf({ user: name, password });
        assert.equal(headers['Authorization'], expected);
        assert.equal(new Headers(headers).get('authorization'), expected);
      }),
    );
  });

  const refused: [credential: BasicCredential, reason: UnusableCredential][] = [
    [{ user: '', password: 'x' }, 'user-empty'],
    [{ user: 'till\r\nX-Evil: 1', password: 'x' }, 'user-control-character'],
    [{ user: 'till\u0000', password: 'x' }, 'user-control-character'],
    [{ user: 'till\u0085', password: 'x' }, 'user-control-character'],
    [{ user: 'tíll\u0100', password: 'x' }, 'user-not-latin-1'],
    [{ user: '😀', password: 'x' }, 'user-not-latin-1'],
    [{ user: 'a:b', password: 'x' }, 'user-colon'],
    [{ user: 'till', password: '' }, 'password-empty'],
    [{ user: 'till', password: 'secret\n' }, 'password-control-character'],
    [{ user: 'till', passwordDigest: '' }, 'digest-malformed'],
    [{ user: 'till', passwordDigest: 'BDC87B9C894DA5168059E00EBFFB9077' }, 'digest-malformed'],
    [{ user: 'till', passwordDigest: 'bdc87b9c894da5168059e00ebffb9077\n' }, 'digest-malformed'],
  ];
  for (const [credential, reason] of refused) {
    it(`refuses ${JSON.stringify(credential)}: ${reason}`, () => {
      assert.deepEqual(createBasicAuthentication(credential), { kind: 'invalid', reason });
    });
  }

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (user, password) => {
        createBasicAuthentication({ user, password });
        createBasicAuthentication({ user, passwordDigest: password });
      }),
    );
  });

  it('shows the user alone when it is printed, inspected, serialised or copied', () => {
    const parsed = createBasicAuthentication({ user: 'till.canary', password: 'canary-password-1' });
    const shown = [
      inspect(parsed, { showHidden: true, depth: null }),
      JSON.stringify(parsed),
      JSON.stringify({ ...parsed }),
    ];
    for (const text of shown) {
      assert.match(text, /till\.canary/);
      assert.doesNotMatch(text, /canary-password|Basic|[0-9a-f]{32}/);
    }
  });
});
