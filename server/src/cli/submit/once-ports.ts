import { randomUUID } from 'node:crypto';
import { createSubmissionLedger, createSubmitLock, type HttpPorts, type OncePorts } from '../../api/index';
import type { CliIo } from '../io';

/** A minute more than the deadline of the POST and the look at what became of it can take. */
const staleAfterMilliseconds = 150_000;

/** The lock and the record of what was submitted, which all commands of this user share. */
export function createOncePorts(io: CliIo, http: HttpPorts): OncePorts {
  const { now } = io;
  const files = io.openState();
  const options = { files, now, pid: process.pid, newToken: randomUUID, staleAfterMilliseconds };
  return {
    http,
    now,
    lock: createSubmitLock(options),
    ledger: createSubmissionLedger(files),
    newId: randomUUID,
    lookingUp: () => {
      if (io.terminal.stderr) io.stderr('No verdict came back. Looking the name up, for half a minute at most …\n');
      // The interrupt that may have ended the POST is spent; the next one ends the looking.
      return io.takeInterrupt();
    },
    recordFailed: (error) => {
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      io.stderr(`submit: what became of it cannot be written down${code}; it stands as not known in the record.\n`);
    },
  };
}
