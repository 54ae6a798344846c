import type { CreateRequest } from './build-request';
import { sha256Hex } from './digest';
import { exchange, type HttpPorts } from './exchange';
import type { SubmitOutcome } from './outcome';
import { readResponse } from './read-response';
import type { Confirmation, SubmissionFact } from './submission';

/**
 * Creates the target group: one POST, never repeated, never redirected. Refuses (`blocked`) unless what would be sent is
 * what was confirmed, to whom and by whom; a confirmation is good for one call. `cancelled` only if the signal fired
 * before `fetch` was called; after that nothing but the API's answer says what became of the group. Never throws.
 */
export async function send(
  request: CreateRequest,
  confirmation: Confirmation,
  ports: HttpPorts,
): Promise<SubmitOutcome> {
  const facts = changedFacts(request, confirmation);
  if (facts.length > 0) return { kind: 'blocked', obstacle: { reason: 'changed', facts } };
  if (ports.signal?.aborted) return { kind: 'cancelled' };
  if (!confirmation.spend()) return { kind: 'blocked', obstacle: { reason: 'confirmation-used' } };
  const result = await exchange(request, ports);
  switch (result.kind) {
    case 'not-started':
      return { kind: 'cancelled' };
    case 'stopped':
      return { kind: 'unknown', reason: result.by, answer: undefined, code: undefined };
    case 'failed':
      return result.failure.kind === 'unreachable'
        ? result.failure
        : { kind: 'unknown', reason: 'connection-lost', answer: undefined, code: result.failure.code };
    case 'answered':
      return readResponse(result.answer);
  }
}

/** Compares the confirmation with the request itself, not with what the request says about itself. */
function changedFacts(request: CreateRequest, confirmation: Confirmation): SubmissionFact[] {
  return confirmation.changedFacts({
    ...request.facts,
    origin: new URL(request.url).origin,
    user: request.authentication?.user ?? '',
    bodySha256: sha256Hex(request.body),
  });
}
