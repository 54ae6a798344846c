import type { Range } from 'vscode-languageserver-types';
import {
  buildCreateRequest,
  confirm,
  exitStatuses,
  locateError,
  parseJson,
  send,
  sha256Hex,
  type ApiError,
  type CreateRequest,
  type SubmitOutcome,
} from '../api/index';
import { countOf } from './count-of';
import { usages } from './help';
import type { CliIo } from './io';
import { readCredentials, type Credentials } from './submit/credentials';
import { toJson, toText, type ReportedError, type SubmitReport } from './submit/submit-report';
import { readSubmitUse, readTimeout, type SubmitUse } from './submit/submit-use';
import { toLine } from './to-line';

/** What `submit` asks the engine about the text that would be sent. */
export interface SubmitEngine {
  /** The findings that stand in the way, and what the confirmation names. `path` is the file's, for its settings. */
  check(text: string, path: string): SubmitCheck;
  /** The ranges of JSON pointers in the text, in the order of the pointers; those of nothing are left out. */
  locate(text: string, pointers: readonly string[]): readonly Range[];
}

export interface SubmitCheck {
  readonly blocking: readonly BlockingFinding[];
  readonly summary: {
    readonly name: string;
    readonly periods: number;
    readonly targets: number;
    readonly values: number;
  };
}

export interface BlockingFinding {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** Its rule was lowered or switched off: `--allow` lets it through. */
  readonly isLowered: boolean;
}

const wrongUse = 2;

/**
 * `submit`: creates the target group of a file. `args` are those after the command's name. Gives the exit status of
 * CONTRACT. The report goes to standard output; questions, and what is wrong with the use, to standard error.
 */
export async function runSubmitCommand(args: readonly string[], io: CliIo, engine: SubmitEngine): Promise<number> {
  const use = readSubmitUse(args);
  if (typeof use === 'string') return refuseUse(io, use);
  const timeout = readTimeout(io.env['TARGETGROUP_TIMEOUT_SECONDS']);
  if (typeof timeout === 'string') return refuseUse(io, timeout);
  const credentials = readCredentials(io.env);
  if (credentials.kind === 'wrong-use') return refuseUse(io, credentials.problem);
  if (!use.isConfirmed && (use.file === '-' || !io.terminal.stdin)) {
    return refuseUse(io, '--yes is required when standard input is no terminal to ask on.');
  }
  const bytes = await readDefinition(use.file, io);
  if (typeof bytes === 'string') return refuseUse(io, bytes);
  const report = await submit({ use, io, engine, credentials, bytes, timeoutMilliseconds: timeout });
  io.stdout(use.format === 'json' ? toJson(report) : toText(report));
  return exitStatuses[report.outcome.kind];
}

interface Attempt {
  readonly use: SubmitUse;
  readonly io: CliIo;
  readonly engine: SubmitEngine;
  readonly credentials: Exclude<Credentials, { kind: 'wrong-use' }>;
  /** The bytes that would be sent. */
  readonly bytes: Uint8Array;
  readonly timeoutMilliseconds: number;
}

async function submit(attempt: Attempt): Promise<SubmitReport> {
  const { use, io, engine, credentials, bytes } = attempt;
  const hash = sha256Hex(bytes);
  const report = (outcome: SubmitOutcome, errors: readonly ReportedError[] = [], note?: string): SubmitReport => {
    return { file: use.file, host: use.endpoint.host, hash, outcome, errors, ...(note === undefined ? {} : { note }) };
  };
  const text = decode(bytes);
  if (text === undefined) return report(blocked('not-utf-8'));
  if (use.expectedHash !== undefined && use.expectedHash !== hash) return report(blocked('other-hash'));
  const { blocking, summary } = engine.check(text, use.file);
  const findings = blocking.filter(({ code, isLowered }) => !(isLowered && use.allowed.includes(code)));
  if (findings.length > 0)
    return report(blocked('findings'), findings.map(toReportedFinding), describeLowered(findings));
  if (credentials.kind === 'none') {
    return report({ kind: 'unauthorized', reason: 'no-credentials' }, [], credentials.note);
  }
  const { endpoint } = use;
  const { authentication } = credentials;
  const request = buildCreateRequest({ environment: endpoint.origin, endpoint, authentication, text });
  const signal = io.takeInterrupt();
  if (!use.isConfirmed) {
    io.stderr(describeRequest(request, summary, use.file));
    const isAgreed = isYes(await io.ask('Type yes to send it: ', signal));
    if (!isAgreed) return report(signal.aborted ? { kind: 'cancelled' } : blocked('not-confirmed'));
  }
  const { fetch, startTimer } = io;
  const ports = {
    fetch,
    startTimer,
    runtime: 'node',
    timeoutMilliseconds: attempt.timeoutMilliseconds,
    signal,
  } as const;
  const outcome = await send(request, confirm(request.facts), ports);
  return report(outcome, 'errors' in outcome ? toReportedErrors(outcome.errors, text, engine) : []);
}

/** The file's bytes less one byte order mark, or what is wrong with the file. */
async function readDefinition(file: string, io: CliIo): Promise<Uint8Array | string> {
  try {
    const bytes = await (file === '-' ? io.readStdin() : io.readFile(file));
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return hasMark ? bytes.subarray(3) : bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return `${file} cannot be read${code}.`;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function blocked(reason: 'findings' | 'other-hash' | 'not-utf-8' | 'not-confirmed'): SubmitOutcome {
  return { kind: 'blocked', obstacle: { reason } };
}

/** How to let through what was lowered, where that is all there is in the way. */
function describeLowered(findings: readonly BlockingFinding[]): string | undefined {
  if (!findings.every(({ isLowered }) => isLowered)) return undefined;
  const options = [...new Set(findings.map(({ code }) => `--allow ${code}`))].join(' ');
  return `The level of what is in the way was lowered: ${options} lets it through.`;
}

function toReportedFinding({ code, message, range }: BlockingFinding): ReportedError {
  return { code, message, range };
}

/** Each error with the first place in the file that it is about. */
function toReportedErrors(errors: readonly ApiError[], text: string, engine: SubmitEngine): ReportedError[] {
  const definition = parseJson(text)?.value;
  return errors.map((error) => {
    const pointers = locateError(error, definition).filter((pointer) => pointer !== '');
    const [range] = engine.locate(text, pointers);
    return { code: error.code ?? null, message: error.message, ...(range ? { range } : {}) };
  });
}

function describeRequest({ facts }: CreateRequest, summary: SubmitCheck['summary'], file: string): string {
  const { name, periods, targets, values } = summary;
  const counts = [countOf(periods, 'period'), countOf(targets, 'target'), countOf(values, 'value')].join(', ');
  const lines = [
    `Create the target group "${toLine(name, 200)}" (${counts})`,
    `  at      ${facts.origin} as ${facts.user}`,
    `  from    ${toLine(file)}`,
    `  SHA-256 ${facts.bodySha256}`,
  ];
  return `${lines.join('\n')}\n`;
}

function isYes(answer: string | undefined): boolean {
  return /^\s*y(?:es)?\s*$/i.test(answer ?? '');
}

function refuseUse(io: CliIo, problem: string): number {
  io.stderr(`submit: ${toLine(problem)}\nUsage: ${usages.submit}\n`);
  return wrongUse;
}
