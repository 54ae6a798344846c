import type { Range } from 'vscode-languageserver-types';
import { describeOutcome, errorEntry, type SubmitOutcome } from '../../api/index';
import { toLine } from '../to-line';

export interface ReportedError {
  readonly code: number | string | null;
  readonly message: string;
  /** Zero-based, in UTF-16 units; absent when it is about no one place of the file. */
  readonly range?: Range;
}

/** What became of one submit, ready to be printed. */
export interface SubmitReport {
  /** As it was given. */
  readonly file: string;
  readonly host: string;
  /** Lower-case hex SHA-256 of the bytes that were, or would have been, sent. */
  readonly hash: string;
  readonly outcome: SubmitOutcome;
  readonly errors: readonly ReportedError[];
  /** More about the outcome, one sentence. */
  readonly note?: string;
}

/** The report for people: the verdict, then one line for each error, then what identifies the submit. */
export function toText(report: SubmitReport): string {
  const { outcome, errors, hash } = report;
  const answer = answerOf(outcome);
  const lines = [
    sentencesOf(report),
    ...errors.flatMap((error) => errorLines(report.file, error)),
    `SHA-256 ${hash}`,
    ...(answer?.requestId === undefined ? [] : [`Request ${answer.requestId}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The report for programs: one JSON object on one line. Members that are not known are absent. */
export function toJson(report: SubmitReport): string {
  const { outcome, hash, errors } = report;
  const answer = answerOf(outcome);
  const record = {
    outcome: outcome.kind,
    hash,
    id: outcome.kind === 'created' && outcome.id !== undefined ? toId(outcome.id) : undefined,
    reconciled: outcome.kind === 'created' && outcome.isReconciled ? true : undefined,
    status: answer?.status,
    requestId: answer?.requestId,
    message: sentencesOf(report),
    errors,
  };
  return `${JSON.stringify(record)}\n`;
}

function sentencesOf({ outcome, host, note }: SubmitReport): string {
  const sentence = describeOutcome(outcome, host);
  return note === undefined ? sentence : `${sentence} ${note}`;
}

function answerOf(outcome: SubmitOutcome) {
  return 'answer' in outcome ? outcome.answer : undefined;
}

/** A number as the API gives it; text where a JSON reader would lose digits. */
function toId(id: string): number | string {
  return `${Number(id)}` === id && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

function errorLines(file: string, { code, message, range }: ReportedError): string[] {
  const place = range ? `:${range.start.line + 1}:${range.start.character + 1}` : '';
  const entry = typeof code === 'number' || typeof code === 'string' ? errorEntry(code) : undefined;
  const line = [`${file}${place}:`, 'error', code, message].filter((part) => part !== null && part !== '').join(' ');
  return [toLine(line), ...(entry ? [`  ${entry.meaning} ${entry.advice}`] : [])];
}
