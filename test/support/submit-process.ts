// The `submit` command as a process of its own, with an engine that finds nothing: for what only a process can show.
import { createProcessIo } from '../../server/src/cli/process-io';
import { runSubmitCommand } from '../../server/src/cli/submit';

const summary = { name: 'Spring', periods: 0, targets: 0, values: 0 };
const engine = { check: () => ({ blocking: [], summary }), locate: () => [] };
void runSubmitCommand(process.argv.slice(2), createProcessIo(), engine).then((status) => {
  process.exitCode = status;
});
