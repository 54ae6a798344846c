import assert from 'node:assert/strict';
import { classifyFailure } from '../../../../../server/src/api/classify-failure';
import { fetchFailure } from '../../../../support/fake-fetch';

function reasonOf(thrown: unknown): string {
  const failure = classifyFailure(thrown, 'node');
  return failure.kind === 'unreachable' ? failure.reason : failure.kind;
}

describe('classifyFailure', () => {
  const cases: [cause: object, reason: string][] = [
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'name-not-resolved'],
    [{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'name-not-resolved'],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'connection-refused'],
    [{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'network-unreachable'],
    [{ code: 'ENETUNREACH', syscall: 'connect' }, 'network-unreachable'],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'connect-timeout'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'connect-timeout'],
    [{ code: 'ERR_PROXY_FAILED' }, 'proxy-failed'],
    [{ code: 'ERR_PROXY_AUTHENTICATION' }, 'proxy-authentication'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'certificate-expired'],
    [{ code: 'CERT_NOT_YET_VALID' }, 'certificate-not-yet-valid'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate-self-signed'],
    [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'certificate-self-signed'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate-wrong-host'],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'certificate-untrusted'],
    [{ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, 'certificate-untrusted'],
    [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'tls-handshake'],
    [{ code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }, 'tls-handshake'],
    [
      {
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
      'tls-handshake',
    ],
    [{ code: 'ECONNRESET', syscall: 'read' }, 'unknown'],
    [{ code: 'EPIPE', syscall: 'write' }, 'unknown'],
    [{ code: 'ETIMEDOUT', syscall: 'read' }, 'unknown'],
    [{ code: 'EHOSTUNREACH', syscall: 'read' }, 'unknown'],
    [{ code: 'UND_ERR_SOCKET' }, 'unknown'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'unknown'],
    [{ code: 'UND_ERR_BODY_TIMEOUT' }, 'unknown'],
    [{ code: 'HPE_INVALID_CONSTANT' }, 'unknown'],
    [{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }, 'unknown'],
    [{ code: 'toString' }, 'unknown'],
    [{ code: '__proto__', syscall: 'connect' }, 'unknown'],
    [{ code: 5 }, 'unknown'],
    [{}, 'unknown'],
  ];
  for (const [cause, reason] of cases) {
    it(`${JSON.stringify(cause)}: ${reason}`, () => {
      assert.equal(reasonOf(fetchFailure(cause)), reason);
    });
  }

  it('is unreachable over several addresses only if each of them was', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const none = Object.assign(new Error('x'), { code: 'ENETUNREACH', syscall: 'connect' });
    const reset = Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' });
    const all = (...errors: Error[]): Error =>
      new TypeError('fetch failed', { cause: Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' }) });
    assert.equal(reasonOf(all(refused, none)), 'connection-refused');
    assert.equal(reasonOf(all(refused, reset)), 'unknown');
  });

  it('reads an error that carries its code itself, or deep inside', () => {
    assert.equal(reasonOf(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })), 'connection-refused');
    assert.equal(reasonOf(new Error('a', { cause: fetchFailure({ code: 'ENOTFOUND' }) })), 'name-not-resolved');
  });

  it('takes anything that can be thrown, cycles included', () => {
    const cycle: { cause?: unknown } = {};
    cycle.cause = cycle;
    const ring: { errors?: unknown[] } = {};
    ring.errors = [ring, ring];
    for (const thrown of [undefined, null, 'ECONNREFUSED', 5, {}, cycle, ring, { errors: [] }, { cause: null }, []]) {
      assert.equal(reasonOf(thrown), 'unknown');
    }
  });

  it('is always unknown in a worker', () => {
    for (const [cause] of cases) assert.equal(classifyFailure(fetchFailure(cause), 'web').kind, 'unknown');
  });

  it('passes on a code, and no message or other text', () => {
    const failure = classifyFailure(fetchFailure({ code: 'ECONNRESET', message: 'canary', secret: 'canary' }), 'node');
    assert.deepEqual(failure, { kind: 'unknown', code: 'ECONNRESET' });
    assert.deepEqual(classifyFailure(fetchFailure({ code: 'canary of the server' }), 'node'), {
      kind: 'unknown',
      code: undefined,
    });
  });
});
