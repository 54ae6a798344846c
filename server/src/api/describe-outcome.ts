import type { UnreachableReason } from './classify-failure.js';
import type { Answer } from './exchange.js';
import type { Obstacle, SubmitOutcome, UnknownReason } from './outcome.js';
import type { SubmissionFact } from './submission.js';

/** One English sentence or two: what happened, and what to do next where that is not obvious. Never holds a secret. */
export function describeOutcome(outcome: SubmitOutcome, host: string): string {
  switch (outcome.kind) {
    case 'created':
      return `Created: ${host} made the target group under id ${outcome.id}.`;
    case 'ready':
      return 'Ready: nothing is in the way of a submit. Nothing was sent.';
    case 'blocked':
      return `Blocked: ${describeObstacle(outcome.obstacle)} Nothing was sent.`;
    case 'rejected':
      return `Rejected: ${describeRejection(outcome.reason, outcome.answer, host)}`;
    case 'unauthorized':
      return outcome.reason === 'no-credentials'
        ? `Unauthorized: there are no credentials for ${host}. Nothing was sent.`
        : `Unauthorized: ${host} answered ${outcome.answer.status} and did nothing. Check the user, the password and what they may do.`;
    case 'unreachable':
      return `Unreachable: ${unreachable[outcome.reason](host)} Nothing was created.`;
    case 'cancelled':
      return 'Cancelled before anything was sent.';
    case 'unknown':
      return `Unknown: the request was sent, ${describeUnknown(outcome.reason, outcome.answer)} The group may or may not exist: look for its name at ${host} before you send it again.`;
  }
}

function describeRejection(reason: 'refused' | 'redirect', answer: Answer, host: string): string {
  if (reason === 'refused') {
    const wait = answer.retryAfter === undefined ? '' : ` It asks to wait (Retry-After: ${answer.retryAfter}).`;
    return `${host} answered ${answer.status} and created nothing.${wait}`;
  }
  const to = answer.redirect?.to;
  return `redirect refused: ${host} points to ${to ?? 'another address'}, and credentials go nowhere but to ${host}.`;
}

function describeObstacle(obstacle: Obstacle): string {
  switch (obstacle.reason) {
    case 'findings':
      return 'the definition has errors.';
    case 'other-hash':
      return 'the content is not the expected one (its SHA-256 differs).';
    case 'not-utf-8':
      return 'the file is not UTF-8 text.';
    case 'not-confirmed':
      return 'it was not confirmed.';
    case 'confirmation-used':
      return 'this confirmation was used before.';
    case 'changed':
      return `${obstacle.facts.map((fact) => factNames[fact]).join(' and ')} changed after it was confirmed.`;
  }
}

const factNames: Readonly<Record<SubmissionFact, string>> = {
  environment: 'the environment',
  origin: 'the address',
  user: 'the user',
  bodySha256: 'the content',
  documentVersion: 'the document',
};

const unreachable: Readonly<Record<UnreachableReason, (host: string) => string>> = {
  'name-not-resolved': (host) => `no address is known for the name ${host}.`,
  'connection-refused': (host) => `${host} refused the connection.`,
  'network-unreachable': (host) => `there is no way to ${host} on the network.`,
  'connect-timeout': (host) => `${host} did not take the connection in time.`,
  'proxy-refused': (host) => `the proxy refused to connect to ${host}.`,
  'certificate-expired': (host) => `the certificate of ${host} has expired.`,
  'certificate-not-yet-valid': (host) => `the certificate of ${host} is not valid yet; is the clock right?`,
  'certificate-self-signed': (host) => `the certificate of ${host} is self-signed, or its issuer is not trusted here.`,
  'certificate-wrong-host': (host) => `the certificate shown is for another host than ${host}.`,
  'certificate-untrusted': (host) => `the issuer of the certificate of ${host} is not trusted here.`,
  'tls-handshake': (host) => `no secure connection to ${host} came about (TLS).`,
};

function describeUnknown(reason: UnknownReason, answer: Answer | undefined): string {
  const status = answer ? ` (status ${answer.status})` : '';
  switch (reason) {
    case 'deadline':
      return `and the time was up before its answer was complete${status}.`;
    case 'cancelled':
      return `and it was cancelled before its answer was complete${status}.`;
    case 'connection-lost':
      return 'and the connection was lost before an answer came.';
    case 'answer-cut':
      return `and its answer broke off${status}.`;
    case 'answer-too-large':
      return `and its answer is larger than 5 MB${status}.`;
    case 'answer-unreadable':
      return `and its answer is not what the API sends${status}.`;
    case 'no-verdict':
      return `and its answer says neither yes nor no${status}.`;
  }
}
