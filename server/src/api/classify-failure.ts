/** Whose `fetch` threw: Node's says why in `error.cause`, a browser's or worker's never does. */
export type Runtime = 'node' | 'web';

/** Why the request surely never reached the API. */
export type UnreachableReason =
  | 'name-not-resolved'
  | 'connection-refused'
  | 'network-unreachable'
  | 'connect-timeout'
  | 'proxy-failed'
  | 'proxy-authentication'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-self-signed'
  | 'certificate-wrong-host'
  | 'certificate-untrusted'
  | 'tls-handshake';

/** `code` is the runtime's own name of the error (`ECONNRESET`), where it has one; never its message. */
export type Failure =
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason; readonly code: string | undefined }
  | { readonly kind: 'unknown'; readonly code: string | undefined };

/** The codes of errors that a transport of our own throws while a proxy has not yet opened the way to the host. */
export const proxyErrorCodes = { failed: 'ERR_PROXY_FAILED', authentication: 'ERR_PROXY_AUTHENTICATION' } as const;

/** Codes that occur only before a connection stands. */
const beforeConnection: Readonly<Record<string, UnreachableReason>> = {
  ENOTFOUND: 'name-not-resolved',
  EAI_AGAIN: 'name-not-resolved',
  EAI_FAIL: 'name-not-resolved',
  EAI_NODATA: 'name-not-resolved',
  EAI_NONAME: 'name-not-resolved',
  ECONNREFUSED: 'connection-refused',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  [proxyErrorCodes.failed]: 'proxy-failed',
  [proxyErrorCodes.authentication]: 'proxy-authentication',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-host',
  HOSTNAME_MISMATCH: 'certificate-wrong-host',
  CERT_CHAIN_TOO_LONG: 'certificate-untrusted',
  CERT_REJECTED: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-untrusted',
  CERT_SIGNATURE_FAILURE: 'certificate-untrusted',
  CERT_UNTRUSTED: 'certificate-untrusted',
  INVALID_CA: 'certificate-untrusted',
  INVALID_PURPOSE: 'certificate-untrusted',
  PATH_LENGTH_EXCEEDED: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: 'tls-handshake',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-handshake',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE': 'tls-handshake',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls-handshake',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-handshake',
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'tls-handshake',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-handshake',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-handshake',
};

/** Codes that a standing connection can end with too: they count only when the failing call was `connect`. */
const whileConnecting: Readonly<Record<string, UnreachableReason>> = {
  EADDRNOTAVAIL: 'network-unreachable',
  EHOSTDOWN: 'network-unreachable',
  EHOSTUNREACH: 'network-unreachable',
  ENETDOWN: 'network-unreachable',
  ENETUNREACH: 'network-unreachable',
  ETIMEDOUT: 'connect-timeout',
};

/** Node gives this end of a handshake no code of its own (`onConnectEnd` in its lib/_tls_wrap.js). */
const handshakeCutMessage = /^Client network socket disconnected before secure TLS connection was established$/;

const maximumDepth = 5;

/**
 * What a thrown `fetch` says about the request: `unreachable` only where it surely was not processed (CONTRACT), else
 * `unknown`. Looks at codes alone, never at a message that is passed on, which can hold a header's value. Never throws.
 */
export function classifyFailure(thrown: unknown, runtime: Runtime): Failure {
  const failure = classify(thrown, maximumDepth);
  return runtime === 'web' ? { kind: 'unknown', code: failure.code } : failure;
}

function classify(thrown: unknown, depth: number): Failure {
  if (typeof thrown !== 'object' || thrown === null || depth === 0) return { kind: 'unknown', code: undefined };
  const { cause, errors } = thrown as { cause?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return classifyAll(errors, depth - 1);
  const code = codeOf(thrown);
  const reason = reasonOf(thrown, code);
  if (reason) return { kind: 'unreachable', reason, code };
  if (cause === undefined) return { kind: 'unknown', code };
  const inner = classify(cause, depth - 1);
  return inner.kind === 'unknown' && inner.code === undefined ? { kind: 'unknown', code } : inner;
}

/** Several addresses of one host were tried (AggregateError): unreachable if each of them was. */
function classifyAll(errors: readonly unknown[], depth: number): Failure {
  const failures = errors.slice(0, 20).map((error) => classify(error, depth));
  const first = failures.find((failure) => failure.kind === 'unknown') ?? failures[0];
  return first ?? { kind: 'unknown', code: undefined };
}

function reasonOf(thrown: object, code: string | undefined): UnreachableReason | undefined {
  const { syscall, message } = thrown as { syscall?: unknown; message?: unknown };
  if (typeof message === 'string' && handshakeCutMessage.test(message)) return 'tls-handshake';
  if (code === undefined) return undefined;
  if (Object.hasOwn(beforeConnection, code)) return beforeConnection[code];
  return syscall === 'connect' && Object.hasOwn(whileConnecting, code) ? whileConnecting[code] : undefined;
}

function codeOf(thrown: object): string | undefined {
  const { code } = thrown as { code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_/]{2,60}$/.test(code) ? code : undefined;
}
