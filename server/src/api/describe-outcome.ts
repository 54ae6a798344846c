import type { UnreachableReason } from './classify-failure';
import type { Answer } from './exchange';
import type { Obstacle, SubmitOutcome, UnknownReason } from './outcome';
import type { SubmissionFact } from './submission';
import { inEnglish, type Translate } from './wording';

/**
 * One sentence or two: what happened, and what to do next where that is not obvious; in English, or as `t` translates
 * it. Never holds a secret.
 */
export function describeOutcome(outcome: SubmitOutcome, host: string, t: Translate = inEnglish): string {
  switch (outcome.kind) {
    case 'created':
      return t('Created: {0} made the target group under id {1}.', host, outcome.id);
    case 'ready':
      return t('Ready: nothing is in the way of a submit. Nothing was sent.');
    case 'blocked':
      return t('Blocked: {0} Nothing was sent.', describeObstacle(outcome.obstacle, t));
    case 'rejected':
      return t('Rejected: {0}', describeRejection(outcome.reason, outcome.answer, host, t));
    case 'unauthorized':
      return describeUnauthorized(outcome, host, t);
    case 'unreachable':
      return t('Unreachable: {0} Nothing was created.', describeUnreachable(outcome.reason, host, t));
    case 'cancelled':
      return t('Cancelled before anything was sent.');
    case 'unknown':
      return t(
        'Unknown: the request was sent, {0} The group may or may not exist: look for its name at {1} before you send it again.',
        describeUnknown(outcome.reason, outcome.answer, t),
        host,
      );
  }
}

type Unauthorized = Extract<SubmitOutcome, { readonly kind: 'unauthorized' }>;

function describeUnauthorized(outcome: Unauthorized, host: string, t: Translate): string {
  if (outcome.reason === 'no-credentials') {
    return t('Unauthorized: there are no credentials for {0}. Nothing was sent.', host);
  }
  const { status } = outcome.answer;
  return t(
    'Unauthorized: {0} answered {1} and did nothing. Check the user, the password and what they may do.',
    host,
    status,
  );
}

function describeRejection(reason: 'refused' | 'redirect', answer: Answer, host: string, t: Translate): string {
  if (reason === 'refused') {
    const sentence = t('{0} answered {1} and created nothing.', host, answer.status);
    if (answer.retryAfter === undefined) return sentence;
    return `${sentence} ${t('It asks to wait (Retry-After: {0}).', answer.retryAfter)}`;
  }
  const to = answer.redirect?.to ?? t('another address');
  if (to === host)
    return t('redirect refused: {0} points to another address of its own, and a request goes to one alone.', host);
  return t('redirect refused: {0} points to {1}, and credentials go nowhere but to {0}.', host, to);
}

function describeObstacle(obstacle: Obstacle, t: Translate): string {
  switch (obstacle.reason) {
    case 'findings':
      return t('the definition has errors.');
    case 'other-hash':
      return t('the content is not the expected one (its SHA-256 differs).');
    case 'not-utf-8':
      return t('the file is not UTF-8 text.');
    case 'not-confirmed':
      return t('it was not confirmed.');
    case 'confirmation-used':
      return t('this confirmation was used before.');
    case 'changed':
      return t('this changed after it was confirmed: {0}.', obstacle.facts.map((fact) => nameOf(fact, t)).join(', '));
  }
}

function nameOf(fact: SubmissionFact, t: Translate): string {
  switch (fact) {
    case 'environment':
      return t('the environment');
    case 'origin':
      return t('the address');
    case 'user':
      return t('the user');
    case 'bodySha256':
      return t('the content');
    case 'documentVersion':
      return t('the document');
  }
}

function describeUnreachable(reason: UnreachableReason, host: string, t: Translate): string {
  switch (reason) {
    case 'name-not-resolved':
      return t('no address is known for the name {0}.', host);
    case 'connection-refused':
      return t('{0} refused the connection.', host);
    case 'network-unreachable':
      return t('there is no way to {0} on the network.', host);
    case 'connect-timeout':
      return t('{0} did not take the connection in time.', host);
    case 'proxy-failed':
      return t('the proxy gave no connection to {0}.', host);
    case 'proxy-authentication':
      return t('the proxy wants a user and password before it connects to {0}.', host);
    case 'tls-handshake':
      return t('no secure connection to {0} came about (TLS).', host);
    default:
      return describeCertificate(reason, host, t);
  }
}

type CertificateReason = Extract<UnreachableReason, `certificate-${string}`>;

function describeCertificate(reason: CertificateReason, host: string, t: Translate): string {
  switch (reason) {
    case 'certificate-expired':
      return t('the certificate of {0} has expired.', host);
    case 'certificate-not-yet-valid':
      return t('the certificate of {0} is not valid yet; is the clock right?', host);
    case 'certificate-self-signed':
      return t('the certificate of {0} is self-signed, or its issuer is not trusted here.', host);
    case 'certificate-wrong-host':
      return t('the certificate shown is for another host than {0}.', host);
    case 'certificate-untrusted':
      return t('the issuer of the certificate of {0} is not trusted here.', host);
  }
}

function describeUnknown(reason: UnknownReason, answer: Answer | undefined, t: Translate): string {
  const status = answer ? ` (${t('status {0}', answer.status)})` : '';
  switch (reason) {
    case 'deadline':
      return t('and the time was up before its answer was complete{0}.', status);
    case 'cancelled':
      return t('and it was cancelled before its answer was complete{0}.', status);
    case 'connection-lost':
      return t('and the connection was lost before an answer came.');
    case 'answer-cut':
      return t('and its answer broke off{0}.', status);
    case 'answer-too-large':
      return t('and its answer is larger than 5 MB{0}.', status);
    case 'answer-unreadable':
      return t('and its answer is not what the API sends{0}.', status);
    case 'no-verdict':
      return t('and its answer says neither yes nor no{0}.', status);
  }
}
