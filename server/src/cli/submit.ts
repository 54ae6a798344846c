import { exitStatuses, sha256Hex } from '../api/index';
import { usages } from './help';
import type { CliIo } from './io';
import { attemptSubmit } from './submit/attempt';
import { readCredentials } from './submit/credentials';
import type { SubmitEngine } from './submit/submit-check';
import { toJson, toText } from './submit/submit-report';
import { readSubmitUse, readTimeout } from './submit/submit-use';
import { toLine } from './to-line';

const wrongUse = 2;

/**
 * `submit`: creates the target group of a file, or says what is in the way of it. `args` are those after the command's
 * name. Gives the exit status of CONTRACT. The report goes to standard output; questions, and what is wrong with the
 * use, to standard error.
 */
export async function runSubmitCommand(args: readonly string[], io: CliIo, engine: SubmitEngine): Promise<number> {
  const use = readSubmitUse(args);
  if (typeof use === 'string') return refuseUse(io, use);
  const timeout = readTimeout(io.env['TARGETGROUP_TIMEOUT_SECONDS']);
  if (typeof timeout === 'string') return refuseUse(io, timeout);
  const credentials = readCredentials(io.env);
  if (credentials.kind === 'wrong-use') return refuseUse(io, credentials.problem);
  if (!use.isConfirmed && !use.isDryRun && (use.file === '-' || !io.terminal.stdin)) {
    return refuseUse(io, '--yes is required when standard input is no terminal to ask on.');
  }
  const bytes = await readDefinition(use.file, io);
  if (typeof bytes === 'string') return refuseUse(io, bytes);
  const hash = sha256Hex(bytes);
  const result = await attemptSubmit({ use, io, engine, credentials, bytes, hash, timeoutMilliseconds: timeout });
  const report = { ...result, file: use.file, host: use.endpoint.host, hash, isDryRun: use.isDryRun };
  io.stdout(use.format === 'json' ? toJson(report) : toText(report));
  return exitStatuses[report.outcome.kind];
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

function refuseUse(io: CliIo, problem: string): number {
  io.stderr(`submit: ${toLine(problem)}\nUsage: ${usages.submit}\n`);
  return wrongUse;
}
