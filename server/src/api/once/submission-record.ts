import type { SubmitOutcome } from '../outcome';
import { isJsonObject, parseJson } from '../parse-json';
import { parseTime } from '../time';

/** One submit, as it is remembered: no body, no secret. */
export interface SubmissionRecord {
  readonly id: string;
  /** ISO 8601, UTC: when the POST was about to be started. */
  readonly time: string;
  readonly environment: string;
  readonly origin: string;
  readonly host: string;
  /** Of the group. */
  readonly name: string;
  /** Lower-case hex SHA-256 of what was sent. */
  readonly hash: string;
  /** The definition's URI or path. */
  readonly file: string;
  /** When the POST was started by the API's own clock, where it told; ISO 8601. */
  readonly startedAt: string;
  /** `pending`: the POST was about to be started, and nothing came after; then nobody knows. */
  readonly verdict: SubmitOutcome['kind'] | 'pending';
  /** Of the group, where it was created and told. */
  readonly groupId?: string;
  readonly isReconciled?: boolean;
  /** By the name of each part (`periods 3 P3`) a short hash of it: what changed between two submits of a file. */
  readonly parts: Readonly<Record<string, string>>;
  /** Tills, stores and programmes that the definition names, each as `preferredTillId 75050875`. */
  readonly ids: readonly string[];
}

const verdicts: Readonly<Record<SubmissionRecord['verdict'], true>> = {
  pending: true,
  created: true,
  ready: true,
  blocked: true,
  rejected: true,
  unauthorized: true,
  unreachable: true,
  cancelled: true,
  unknown: true,
};

export function writeRecord(record: SubmissionRecord): string {
  return `${JSON.stringify({ version: 1, ...record })}\n`;
}

/** `undefined` when the text is no record of this version. */
export function readRecord(text: string): SubmissionRecord | undefined {
  const value = parseJson(text)?.value;
  if (!isJsonObject(value) || value['version'] !== 1) return undefined;
  const textAt = (name: keyof SubmissionRecord): string => (isText(value[name]) ? value[name] : '');
  const { verdict, groupId, parts, ids } = value;
  if (!isVerdict(verdict) || textAt('id') === '' || Number.isNaN(parseTime(textAt('time')))) return undefined;
  return {
    id: textAt('id'),
    time: textAt('time'),
    environment: textAt('environment'),
    origin: textAt('origin'),
    host: textAt('host'),
    name: textAt('name'),
    hash: textAt('hash'),
    file: textAt('file'),
    startedAt: Number.isNaN(parseTime(textAt('startedAt'))) ? textAt('time') : textAt('startedAt'),
    verdict,
    ...(isText(groupId) ? { groupId } : {}),
    ...(value['isReconciled'] === true ? { isReconciled: true } : {}),
    parts: isJsonObject(parts) ? textsOf(parts) : {},
    ids: Array.isArray(ids) ? ids.filter(isText) : [],
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isVerdict(value: unknown): value is SubmissionRecord['verdict'] {
  return isText(value) && Object.hasOwn(verdicts, value);
}

function textsOf(object: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(object).flatMap(([name, value]) => (isText(value) ? [[name, value]] : [])));
}
