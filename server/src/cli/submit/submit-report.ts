import {
  describeEarlierSubmit,
  describeOutcome,
  errorEntry,
  type SubmitOutcome,
  describeLive,
  type LiveComparison,
} from '../../api/index';
import { toLine } from '../to-line';
import type { AttemptResult, ReportedError } from './attempt';

/** What became of one submit, ready to be printed. */
export interface SubmitReport extends AttemptResult {
  /** As it was given. */
  readonly file: string;
  readonly host: string;
  /** Lower-case hex SHA-256 of the bytes that were, or would have been, sent. */
  readonly hash: string;
  readonly isDryRun: boolean;
}

/** The report for people: the verdict, then one line for each error, then what identifies the submit. */
export function toText(report: SubmitReport): string {
  const { outcome, errors, hash, host, earlier, live } = report;
  const answer = answerOf(outcome);
  const lines = [
    sentencesOf(report),
    ...errors.flatMap((error) => errorLines(report.file, error)),
    ...(live === undefined ? [] : describeLive(live, host).map((line) => toLine(line))),
    ...(earlier === undefined ? [] : [toLine(describeEarlierSubmit(earlier))]),
    `SHA-256 ${hash}`,
    ...(answer?.requestId === undefined ? [] : [`Request ${answer.requestId}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The report for programs: one JSON object on one line. Members that are not known are absent. */
export function toJson(report: SubmitReport): string {
  const { outcome, hash, errors, file, host, name, isDryRun, earlier, live } = report;
  const answer = answerOf(outcome);
  const record = {
    outcome: outcome.kind,
    hash,
    id: outcome.kind === 'created' && outcome.id !== undefined ? toId(outcome.id) : undefined,
    ...lookUpOf(outcome),
    status: answer?.status,
    requestId: answer?.requestId,
    message: sentencesOf(report),
    errors,
    file,
    host,
    name,
    dryRun: isDryRun || undefined,
    earlier,
    live: live && toRecord(live),
  };
  return `${JSON.stringify(record)}\n`;
}

/** `reconciled` where the name was looked up: whether that settled it; `lookup`, what it gave where it did not. */
function lookUpOf(outcome: SubmitOutcome): object {
  if (outcome.kind === 'created') return outcome.isReconciled ? { reconciled: true } : {};
  return outcome.kind === 'unknown' && outcome.lookup ? { reconciled: false, lookup: outcome.lookup } : {};
}

function toRecord(live: LiveComparison): object {
  if (live.kind === 'compared') return { id: toId(live.id), differences: live.differences };
  return { problem: live.kind };
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
