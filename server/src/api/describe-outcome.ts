import type { UnreachableReason } from './classify-failure';
import type { Answer } from './exchange';
import type { EarlierSubmit, Lookup, Obstacle, ReadCall, ReadFailure, SubmitOutcome, UnknownReason } from './outcome';
import { toPrintable } from './printable';
import type { SubmissionFact } from './submission';
import { inEnglish, type Translate } from './wording';

/**
 * One sentence or two: what happened, and what to do next where that is not obvious; in English, or as `t` translates
 * it. Never holds a secret.
 */
export function describeOutcome(outcome: SubmitOutcome, host: string, t: Translate = inEnglish): string {
  switch (outcome.kind) {
    case 'created':
      return describeCreated(outcome, host, t);
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
      return [
        t('Unknown: the request was sent, {0}', describeUnknown(outcome.reason, outcome.answer, t)),
        describeLookup(outcome.lookup, host, t),
      ].join(' ');
  }
}

type Created = Extract<SubmitOutcome, { readonly kind: 'created' }>;

function describeCreated({ id, isReconciled }: Created, host: string, t: Translate): string {
  if (!isReconciled) return t('Created: {0} made the target group under id {1}.', host, id ?? '');
  return id === undefined
    ? t('Created: the answer was lost, but {0} has the group now: its name was free just before.', host)
    : t('Created: the answer was lost, but {0} has the group now, under id {1}.', host, id);
}

/** What to do about a group of which nobody knows. */
function describeLookup(lookup: Lookup | undefined, host: string, t: Translate): string {
  switch (lookup) {
    case 'free':
      return t(
        'There is no group of its name at {0} yet, but it may still come: look again in some minutes before you send it again.',
        host,
      );
    case 'taken':
      return t('{0} has a group of its name, and it cannot be told whether it is this one: look at it there.', host);
    case 'no-answer':
      return t('Looking its name up at {0} gave no answer either: look again before you send it again.', host);
    case undefined:
      return t('The group may or may not exist: look for its name at {0} before you send it again.', host);
  }
}

type Unauthorized = Extract<SubmitOutcome, { readonly kind: 'unauthorized' }>;

function describeUnauthorized(outcome: Unauthorized, host: string, t: Translate): string {
  if (outcome.reason === 'no-credentials') {
    return t('Unauthorized: there are no credentials for {0}. Nothing was sent.', host);
  }
  if (outcome.reason === 'no-token') {
    return t(
      'Unauthorized: {0} gave no token for the key and secret (status {1}). Nothing was sent.',
      host,
      outcome.status,
    );
  }
  const { status } = outcome.answer;
  return t('Unauthorized: {0} answered {1} and did nothing. Check the sign-in and what it may do.', host, status);
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
    default:
      return describeEarlier(obstacle, t);
  }
}

type OtherObstacle = Extract<
  Obstacle,
  { readonly reason: 'name-taken' | 'in-flight' | 'sent-meanwhile' | 'unsettled' | 'no-record' | 'call' }
>;

function describeEarlier(obstacle: OtherObstacle, t: Translate): string {
  switch (obstacle.reason) {
    case 'name-taken': {
      const sentence = t('the organisation has a group "{0}" already.', toPrintable(obstacle.name, 200));
      return obstacle.earlier ? `${sentence} ${describeEarlierSubmit(obstacle.earlier, t)}` : sentence;
    }
    case 'in-flight':
      return t('this definition, or one of the same name, is being submitted to this host right now.');
    case 'sent-meanwhile':
      return t('it was submitted from elsewhere meanwhile. {0}', describeEarlierSubmit(obstacle.earlier, t));
    case 'unsettled':
      return t('an earlier submit may still come to something. {0}', describeEarlierSubmit(obstacle.earlier, t));
    case 'no-record':
      return t(
        'the record of submits cannot be read or written{0}.',
        obstacle.code === undefined ? '' : ` (${obstacle.code})`,
      );
    case 'call':
      return describeCall(obstacle, t);
  }
}

function describeCall({ call, status, redirect }: Extract<Obstacle, { reason: 'call' }>, t: Translate): string {
  const name = callName(call, t);
  if (redirect === undefined) return t('{0} was answered with status {1}, and not with what it is for.', name, status);
  return t('{0} was redirected to {1}, and no redirect is followed.', name, redirect.to ?? t('another address'));
}

/** When something of this content or name was submitted before, and what is known of it. */
export function describeEarlierSubmit(earlier: EarlierSubmit, t: Translate = inEnglish): string {
  const what = earlier.isSameContent ? t('Exactly this content') : t('A definition of this name');
  if (earlier.verdict !== 'created')
    return t('{0} was submitted at {1}; what came of it is not known.', what, earlier.time);
  return earlier.id === undefined
    ? t('{0} was created at {1}.', what, earlier.time)
    : t('{0} was created at {1}, under id {2}.', what, earlier.time, earlier.id);
}

function callName(call: ReadCall, t: Translate): string {
  switch (call) {
    case 'token':
      return t('the call for a token');
    case 'name-check':
      return t('the check of the name');
    case 'group-list':
      return t('the list of groups');
    case 'group':
      return t('the reading of the group');
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

function describeUnreachable(reason: UnreachableReason | ReadFailure, host: string, t: Translate): string {
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
    case 'no-answer-in-time':
      return t('{0} did not answer a question before the submit in time.', host);
    case 'connection-lost':
      return t('the connection to {0} was lost during a question before the submit.', host);
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
