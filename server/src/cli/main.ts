import { createProcessIo } from './process-io';
import { run } from './run';

const args = process.argv.slice(2);
let isOutputLost = false;

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Who closes the pipe has read enough: the work is done all the same, and its status counts.
  if (code !== 'EPIPE') isOutputLost = true;
});
process.stderr.on('error', () => {
  // There is no place left to say it.
  isOutputLost = true;
});
process.on('exit', () => {
  // A submit's status says what became of the group, whoever read its report.
  if (isOutputLost && args[0] !== 'submit') process.exitCode = 2;
});

run(args, createProcessIo()).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`targetgroup: this is a bug: ${error instanceof Error ? String(error.stack) : 'unknown'}\n`);
    process.exitCode = 2;
  },
);
