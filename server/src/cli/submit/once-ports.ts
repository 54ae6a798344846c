import { randomUUID } from 'node:crypto';
import { createSubmissionLedger, createSubmitLock, type HttpPorts, type OncePorts } from '../../api/index';
import { isGone, processPlace } from '../../state/is-gone';
import type { CliIo } from '../io';

const longestMilliseconds = 60_000;

/** The lock and the record of what was submitted, which all commands of this user share. */
export function createOncePorts(io: CliIo, http: HttpPorts, interrupt: AbortSignal): OncePorts {
  const { now } = io;
  const files = io.openState();
  // A minute after the overall deadline: the look at what became of the POST takes half of that.
  const staleAfterMilliseconds = () => (http.timeoutMilliseconds ?? longestMilliseconds) + 60_000;
  const options = {
    files,
    now,
    pid: process.pid,
    place: processPlace(),
    isGone,
    newToken: randomUUID,
    staleAfterMilliseconds,
  };
  return {
    http: (signal) => ({ ...http, signal }),
    now,
    lock: createSubmitLock(options),
    ledger: createSubmissionLedger(files),
    newId: randomUUID,
    during: (step, work) => {
      if (step !== 'looking-up') return work(interrupt);
      if (io.terminal.stderr) io.stderr('No verdict came back. Looking the name up, for half a minute at most …\n');
      // The interrupt that may have ended the POST is spent; the next one ends the looking.
      return work(io.takeInterrupt());
    },
    recordFailed: (error) => {
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      io.stderr(`submit: what became of it cannot be written down${code}; it stands as not known in the record.\n`);
    },
  };
}
