import { type ErrorCode, errorCatalogue } from './error-catalogue';
import { type Json, type JsonObject, toObject } from './json-value';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined for an answer without a body. */
  readonly body?: JsonObject;
}

/** The envelope of a success (FACTS c). */
export function success(status: number, data: Json): Answer {
  return { status, body: toObject({ data, errors: null, warnings: null }) };
}

/** A documented failure: one error with its code, as the samples have it, and HTTP 400 (FACTS d). */
export function failure(code: ErrorCode): Answer {
  return { status: 400, body: failed(toObject({ code, message: errorCatalogue[code] })) };
}

/** A failure for which only the HTTP status is documented: the error has a message of our own and no code. */
export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: failed(toObject({ message })) };
}

function failed(error: JsonObject): JsonObject {
  return toObject({ data: null, errors: [error], warnings: null });
}
