import path from 'node:path';
import { version } from '../generated/version.generated';
import { rulePageNear } from '../node/rule-page';
import { helpOf, isCommandName, overview, type CommandName } from './help';
import type { CliIo } from './io';
import { toLine } from './to-line';

const wrongUse = 2;

/** Runs what the arguments ask for (those behind the program's name) and gives the exit status. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const [name = '', ...rest] = args;
  if (isCommandName(name)) {
    if (!asksForHelp(rest)) return commands[name](rest, io);
    io.stdout(await helpOf(name));
    return 0;
  }
  if (isHelp(name) || name === '--version') {
    io.stdout(isHelp(name) ? overview : `${version}\n`);
    return 0;
  }
  const problem = name === '' ? 'a command is expected' : `there is no command "${toLine(name, 100)}"`;
  io.stderr(`targetgroup: ${problem}.\n\n${overview}`);
  return wrongUse;
}

/** Behind `--` everything is a path. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? undefined : end).some(isHelp);
}

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h';

/** Each is loaded when it is first used. */
const commands: Readonly<Record<CommandName, (args: readonly string[], io: CliIo) => Promise<number>>> = {
  check: async (args, io) => (await import('./check')).runCheckCommand(args, io, rulePageNear(__dirname)),
  fix: async (args, io) => (await import('./fix')).runFixCommand(args, io),
  preview: async (args, io) => (await import('./preview')).runPreviewCommand(args, io, path.join(__dirname, 'preview')),
  submit: async (args, io) => {
    const [{ runSubmitCommand }, { createSubmitEngine }] = [await import('./submit'), await import('./submit-engine')];
    return runSubmitCommand(args, io, createSubmitEngine(io));
  },
  sandbox: async (args, io) => (await import('./sandbox')).runSandboxCommand(args, io),
};
