import type { Authentication } from './authentication';
import { sha256Hex, utf8 } from './digest';
import type { Endpoint } from './endpoint';
import type { HttpRequest } from './exchange';
import type { SubmissionFacts } from './submission';

export interface CreateRequestInput {
  /** The environment's name; see `SubmissionFacts`. */
  readonly environment: string;
  readonly endpoint: Endpoint;
  readonly authentication: Authentication;
  /** The definition, without a byte order mark; it goes out as its UTF-8, character for character. */
  readonly text: string;
  readonly documentVersion?: number;
}

/** The request that creates a target group, and the facts about it that have to be confirmed before it is sent. */
export interface CreateRequest extends HttpRequest {
  readonly method: 'POST';
  readonly body: Uint8Array<ArrayBuffer>;
  readonly facts: SubmissionFacts;
}

/** `POST {origin}/v3/targetGroups` (FACTS f). The value holds no secret but the private members of `authentication`. */
export function buildCreateRequest(input: CreateRequestInput): CreateRequest {
  const body = utf8(input.text);
  return {
    method: 'POST',
    url: `${input.endpoint.origin}/v3/targetGroups`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    authentication: input.authentication,
    facts: {
      environment: input.environment,
      origin: input.endpoint.origin,
      user: input.authentication.user,
      bodySha256: sha256Hex(body),
      documentVersion: input.documentVersion,
    },
  };
}
