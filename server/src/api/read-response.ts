import { parseEnvelope, type Envelope } from './envelope';
import type { Answer, Ending } from './exchange';
import type { SubmitOutcome, UnknownReason } from './outcome';

type Verdict = Extract<SubmitOutcome, { kind: 'created' | 'rejected' | 'unauthorized' | 'unknown' }>;

/**
 * What the answer to the POST says about the group (CONTRACT, "The POST was started"). A status that alone is a verdict
 * stays one when its body is broken; where the body decides, a broken one means `unknown`.
 */
export function readResponse(answer: Answer): Verdict {
  const envelope = answer.ending === 'complete' ? parseEnvelope(answer.text) : undefined;
  const errors = envelope?.errors ?? [];
  if (answer.redirect) return { kind: 'rejected', reason: 'redirect', errors: [], answer };
  switch (kindOf(answer.status)) {
    case 'success':
      return readSuccess(answer, envelope);
    case 'unauthorized':
      return { kind: 'unauthorized', reason: 'refused', errors, answer };
    case 'refused':
      return { kind: 'rejected', reason: 'refused', errors, answer };
    case 'failure':
      return isRejection(envelope)
        ? { kind: 'rejected', reason: 'refused', errors, answer }
        : unknown(answer, envelope);
  }
}

function kindOf(status: number): 'success' | 'unauthorized' | 'refused' | 'failure' {
  if (status >= 200 && status < 300) return 'success';
  if (status === 401 || status === 403) return 'unauthorized';
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'failure';
}

function readSuccess(answer: Answer, envelope: Envelope | undefined): Verdict {
  if (!envelope) return unknown(answer, envelope);
  const { id, errors } = envelope;
  if (isRejection(envelope)) return { kind: 'rejected', reason: 'refused', errors, answer };
  const isCreated = id !== undefined && errors.length === 0 && envelope.areErrorsReadable;
  return isCreated ? { kind: 'created', id, answer, isReconciled: false } : unknown(answer, envelope);
}

function isRejection(envelope: Envelope | undefined): boolean {
  return envelope?.isDataNull === true && envelope.errors.length > 0;
}

function unknown(answer: Answer, envelope: Envelope | undefined): Verdict {
  const reason = envelope ? 'no-verdict' : reasons[answer.ending];
  return { kind: 'unknown', reason, answer, code: undefined };
}

const reasons: Readonly<Record<Ending, UnknownReason>> = {
  complete: 'answer-unreadable',
  cut: 'answer-cut',
  'too-large': 'answer-too-large',
  deadline: 'deadline',
  cancelled: 'cancelled',
};
