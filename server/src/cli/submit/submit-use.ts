import { parseArgs } from 'node:util';
import { argumentProblem } from '../argument-problem';
import { catalogue, levelProblem } from '../../core/index';
import { describeUnusableAddress, parseEndpoint, type Endpoint } from '../../api/index';

/** What `submit` is asked to do. */
export interface SubmitUse {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly endpoint: Endpoint;
  /** Nothing is created; what is in the way of it is told. */
  readonly isDryRun: boolean;
  /** `--yes`: confirmed beforehand. */
  readonly isConfirmed: boolean;
  /** Codes of lowered rules whose findings are let through. */
  readonly allowed: readonly string[];
  readonly expectedHash: string | undefined;
  readonly format: 'text' | 'json';
}

/** Reads the arguments after the command's name. A text says what is wrong with them; of their values it repeats rule codes alone. */
export function readSubmitUse(args: readonly string[]): SubmitUse | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { host, allow = [], 'expect-hash': expectedHash, format = 'text', ...flags } = parsed.values;
  const [file, ...more] = parsed.positionals;
  if (file === undefined || more.length > 0) return `expected one FILE, and ${parsed.positionals.length} are given.`;
  if (host === undefined) return '--host URL is missing.';
  const address = parseEndpoint(host);
  if (address.kind === 'invalid') return `--host: ${describeUnusableAddress(address.reason)}`;
  if (!isFormat(format)) return '--format is neither text nor json.';
  const wrong = problemOfHash(expectedHash) ?? problemOfAllowed(allow);
  if (wrong !== undefined) return wrong;
  const agreed = { isDryRun: flags['dry-run'] === true, isConfirmed: flags.yes === true };
  return { file, endpoint: address.endpoint, ...agreed, allowed: allow, expectedHash, format };
}

function problemOfHash(hash: string | undefined): string | undefined {
  if (hash === undefined || /^[0-9a-f]{64}$/.test(hash)) return undefined;
  return '--expect-hash is not a SHA-256: expected are 64 hexadecimal digits in lower case.';
}

function problemOfAllowed(codes: readonly string[]): string | undefined {
  const unknown = codes.find((code) => !isRule(code));
  return unknown === undefined ? undefined : `--allow: ${levelProblem(unknown, 'off') ?? ''}`;
}

const isRule = (code: string): boolean => catalogue.some((entry) => entry.code === code);

function isFormat(text: string): text is SubmitUse['format'] {
  return text === 'text' || text === 'json';
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        host: { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        allow: { type: 'string', multiple: true },
        'expect-hash': { type: 'string' },
        format: { type: 'string' },
      },
    });
  } catch (error) {
    return argumentProblem(error);
  }
}

const longestTimeoutSeconds = 60;

/**
 * The overall deadline in milliseconds from `TARGETGROUP_TIMEOUT_SECONDS`, which can only shorten it; a text says what
 * is wrong with it. Not set or empty: 60 seconds.
 */
export function readTimeout(seconds: string | undefined): number | string {
  if (seconds === undefined || seconds === '') return longestTimeoutSeconds * 1000;
  const isPositive = /^\d{1,9}(?:\.\d{1,9})?$/.test(seconds) && Number(seconds) > 0;
  if (!isPositive) return 'TARGETGROUP_TIMEOUT_SECONDS is not a number of seconds above 0.';
  return Math.min(Number(seconds), longestTimeoutSeconds) * 1000;
}
