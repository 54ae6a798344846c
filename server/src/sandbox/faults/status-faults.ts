import { failure, refusal, toWire } from '../answer';
import { errorCatalogue, errorCodes } from '../error-catalogue';
import { defineFault, type Fault } from './fault';

/** Statuses without the API's envelope, as a gateway in between answers them; with what else belongs to them. */
const statuses: readonly [status: number, meaning: string, headers?: Readonly<Record<string, string>>][] = [
  [400, 'bad request'],
  [401, 'not authenticated', { 'www-authenticate': 'Basic' }],
  [403, 'no access'],
  [404, 'not found'],
  [405, 'method not allowed'],
  [408, 'request timeout', { connection: 'close' }],
  [413, 'content too large'],
  [415, 'wrong Content-Type'],
  [421, 'misdirected request'],
  [425, 'too early'],
  [429, 'too many requests, Retry-After 7', { 'retry-after': '7' }],
  [461, 'one of those that the API documents'],
  [498, 'token expired'],
  [500, 'internal error'],
  [502, 'bad gateway'],
  [503, 'not available, Retry-After 7', { 'retry-after': '7' }],
  [504, 'gateway timeout'],
  [521, 'server down'],
];

const redirects = [301, 302, 303, 307, 308];

/** Statuses other than those of a success, redirects, and the documented errors. */
export const statusFaults: readonly Fault[] = [
  ...statuses.map(([status, meaning, headers = {}]) =>
    defineFault({
      name: `status-${status}`,
      sentence: `Nothing is done, and the answer is ${status} (${meaning}) without the API's envelope.`,
      isProcessed: false,
      answer: () => ({
        status,
        headers: { 'content-type': 'text/html', ...headers },
        body: Buffer.from(`<h1>${status}</h1>`),
      }),
    }),
  ),
  ...[500, 503].map((status) =>
    defineFault({
      name: `status-${status}-error`,
      sentence: `Nothing is done, and the answer is ${status} with an error in the API's envelope.`,
      isProcessed: false,
      answer: () => toWire(refusal(status, 'Something went wrong')),
    }),
  ),
  ...redirects.map((status) =>
    defineFault({
      name: `redirect-${status}`,
      sentence: `Nothing is done, and the answer is ${status}, a redirect to another host.`,
      isProcessed: false,
      answer: (_usual, to) => ({ status, headers: { location: to }, body: Buffer.alloc(0) }),
    }),
  ),
  ...errorCodes.map((code) =>
    defineFault({
      name: `code-${code}`,
      sentence: `Nothing is done, and the answer is the documented error "${errorCatalogue[code]}"`,
      isProcessed: false,
      answer: () => toWire(failure(code)),
    }),
  ),
];
