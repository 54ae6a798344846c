import type { HttpPorts, StateFiles } from '../api/index';

/** What a command gets from the process that runs it; the edge makes it, tests make their own. */
export interface CliIo {
  /** The absolute folder in which relative paths begin. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes the text as it is; line ends are the caller's. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Which streams are a terminal. */
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** The bytes of a file; rejects as Node's `readFile` does. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** All of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Asks on the terminal and gives the line; undefined when the input ended or the signal fired before one came. */
  readonly ask: (question: string, signal: AbortSignal) => Promise<string | undefined>;
  /** From the call on, the first Ctrl+C fires the signal instead of ending the process; the second ends it. */
  readonly takeInterrupt: () => AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The files in which the commands of this user remember what they submitted; the editor has its own. */
  readonly openState: () => StateFiles;
  readonly fetch: HttpPorts['fetch'];
  readonly startTimer: HttpPorts['startTimer'];
}
