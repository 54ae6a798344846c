import { numberTextAt } from './number-text';
import { isJsonObject, parseJson } from './parse-json';
import { toPrintable } from './printable';

/** One entry of `errors`; the code as it came, undefined when there is none (FACTS d). */
export interface ApiError {
  readonly code: number | string | undefined;
  readonly message: string;
}

/** `{data, errors, warnings}`, the shape of every answer of the API (FACTS c), as far as a verdict needs it. */
export interface Envelope {
  /** `data.id` as it is written, so that an id beyond 2^53 keeps its digits; undefined when there is none. */
  readonly id: string | undefined;
  /** `data` is there and is `null`. */
  readonly isDataNull: boolean;
  /** Entries with code 0 are left out: they are no failure (FACTS d). Of very many the last says how many are not here. */
  readonly errors: readonly ApiError[];
  /** `errors` is absent, `null` or an array; anything else is no envelope of this API. */
  readonly areErrorsReadable: boolean;
}

const maximumErrors = 100;
const maximumMessageLength = 2000;

/** Reads an answer's body. Undefined when it is not a JSON object. Never throws, whatever the text. */
export function parseEnvelope(text: string): Envelope | undefined {
  const body = parseJson(text)?.value;
  if (!isJsonObject(body)) return undefined;
  const { data, errors } = body;
  const list: unknown[] = Array.isArray(errors) ? errors : [];
  return {
    id: isJsonObject(data) ? idOf(data, text) : undefined,
    isDataNull: data === null,
    errors: withinLimit(list.map(toApiError).filter((error) => error !== undefined)),
    areErrorsReadable: errors === undefined || errors === null || Array.isArray(errors),
  };
}

/** The first of them, and behind these how many are left out. */
function withinLimit(errors: readonly ApiError[]): readonly ApiError[] {
  const rest = errors.length - maximumErrors;
  if (rest <= 0) return errors;
  const message = `${rest} more ${rest === 1 ? 'error is' : 'errors are'} not shown.`;
  return [...errors.slice(0, maximumErrors), { code: undefined, message }];
}

function idOf(data: Record<string, unknown>, text: string): string | undefined {
  const { id } = data;
  if (typeof id === 'string' && id !== '') return toPrintable(id, 100);
  if (typeof id !== 'number') return undefined;
  return Number.isSafeInteger(id) ? `${id}` : toPrintable(numberTextAt(text, ['data', 'id']) ?? `${id}`, 100);
}

function toApiError(entry: unknown): ApiError | undefined {
  if (typeof entry === 'string') return { code: undefined, message: toPrintable(entry, maximumMessageLength) };
  if (!isJsonObject(entry)) return entry === null ? undefined : { code: undefined, message: '' };
  const code = codeOf(entry['code']);
  if (code === 0 || code === '0') return undefined;
  const message = entry['message'];
  return { code, message: typeof message === 'string' ? toPrintable(message, maximumMessageLength) : '' };
}

function codeOf(code: unknown): number | string | undefined {
  if (typeof code === 'number') return code;
  return typeof code === 'string' ? toPrintable(code, 100) : undefined;
}
