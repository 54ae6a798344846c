import { type ErrorCode, errorCatalogue, statusOf } from './error-catalogue';
import { type Json, type JsonObject, toObject } from './json-value';
import { writeJson } from './write-json';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined for an answer without a body. */
  readonly body?: JsonObject;
}

/** An answer as it goes over the wire; its length is said when it does. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The envelope of a success (FACTS c). */
export function success(status: number, data: Json): Answer {
  return { status, body: toObject({ data, errors: null, warnings: null }) };
}

/** A documented failure: one error with its code and status, as the samples have it (FACTS d). */
export function failure(code: ErrorCode): Answer {
  return failureWith(statusOf(code), { code, message: errorCatalogue[code] });
}

/** A failure for which only the HTTP status is documented: the error has a message of our own and no code. */
export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { ...failureWith(status, { message }), headers };
}

/** The envelope of a failure with one error of any shape. */
export function failureWith(status: number, error: Readonly<Record<string, Json>>): Answer {
  return { status, body: toObject({ data: null, errors: [toObject(error)], warnings: null }) };
}

export function toWire({ status, headers = {}, body }: Answer): WireAnswer {
  const text = body === undefined ? '' : writeJson(body);
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' };
  return { status, headers: { ...headers, ...type }, body: new TextEncoder().encode(text) };
}
