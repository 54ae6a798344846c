/** The commands of this version, in the order of the help, each with how it is used. */
export const usages = {
  check: 'targetgroup check [PATH...] [--format NAME] [--rule CODE=LEVEL]... [--max-warnings N] [--stdin-path NAME]',
  fix: 'targetgroup fix PATH... [--dry-run]',
  preview: 'targetgroup preview FILE [--out FILE.html] [--force]',
  submit: 'targetgroup submit FILE --host URL [--dry-run] [--yes] [--allow CODE]... [--expect-hash H] [--format NAME]',
  sandbox: 'targetgroup sandbox [--port N] [--fault NAME[@PLACE][:COUNT]]...',
} as const;

export type CommandName = keyof typeof usages;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(usages, name);

/** What `--help` prints, and what a wrong use is answered with. */
export const overview = `Checks, mends and submits target group definitions (*.targetgroup.json).

Usage:
${Object.values(usages)
  .map((usage) => `  ${usage}\n`)
  .join('')}  targetgroup COMMAND --help
  targetgroup --version
`;

const details: Readonly<Record<CommandName, string>> = {
  check: `Reports what is wrong with target group definitions.

  PATH               a file, whatever its name; a folder: all *.targetgroup.json in it that .gitignore
                     does not name; a glob; or - for standard input. Without one: the current folder.
  --format text      one finding a line: path:line:column: level code message (the default)
  --format json      one object, with the findings as the language server publishes them
  --format sarif     SARIF 2.1.0, with the rules and the fixes that lose nothing
  --format junit     JUnit XML: a suite for each file; errors are failures
  --format github    annotations, as commands of GitHub Actions
  --rule CODE=LEVEL  error, warning, information, hint or off for one rule; wins over .targetgrouprc.json
  --max-warnings N   fails with more than N warnings
  --stdin-path NAME  the path that standard input stands for

Exit status: 0 no error; 1 at least one error, or more warnings than N; 2 wrong use, or a file that
cannot be read (the others are checked all the same).
`,
  fix: `Mends in target group definitions what can be mended without loss and without a choice.

  PATH               as for check; - reads standard input and writes to standard output
  --dry-run          writes nothing, and prints the differences to standard output

A file is replaced as a whole or not at all, and only where something changes. What is left of errors is told
on standard error.

Exit status: 0 no error is left; 1 some are; 2 wrong use, or a file that cannot be read or written (the others
are fixed all the same).
`,
  preview: `Shows what a definition means: periods, values, targets and problems, and all of it in one sentence.

  FILE               the definition, or - for standard input
  --out FILE.html    writes a page that needs nothing else: to open, to print, to attach
  --force            replaces a page that is there already

Without --out the same is printed as Markdown.

Exit status: 0 shown, whatever its problems; 1 there is no definition in the file; 2 wrong use, or a file that cannot
be read or written.
`,
  submit: `Creates the target group of one definition: one POST, never repeated.

  FILE               the definition, or - for standard input; sent as it is, byte for byte
  --host URL         where to: https, or http on this machine (the sandbox)
  --dry-run          creates nothing: says whether anything is in the way, compares with the group that has the
                     name already, and prints the SHA-256 of what would be sent
  --yes              does not ask; needed when standard input is no terminal
  --allow CODE       lets findings of a rule through whose level .targetgrouprc.json has lowered
  --expect-hash H    refuses any other text than the one with this SHA-256
  --format text      the outcome in sentences (the default)
  --format json      the outcome as one object

Environment: TARGETGROUP_USERNAME and TARGETGROUP_PASSWORD (the plain password), or TARGETGROUP_KEY and
TARGETGROUP_SECRET; TARGETGROUP_TIMEOUT_SECONDS (at most 60); HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS.

An outcome that is not known is looked up by the group's name, for half a minute at most. What was submitted
is remembered in a folder of the user (XDG_STATE_HOME or ~/.local/state on Linux), without its content and
without a secret, so that two commands do not send the same at once; the editor keeps a record of its own.

Exit status: 0 created, or ready for it; 1 refused, here or there; 2 wrong use; 3 unknown: it was sent and no
verdict came back.
`,
  sandbox: `Runs an HTTP server on this machine that answers as the documented API does, until Ctrl+C.
Its address is the first line that it prints.

  --port N           the port to listen on (8765); 0 takes any free one
  --fault NAME       lets calls go wrong, each by one of the faults below, until it is ended. NAME@PLACE says
                     which calls (create, name-check, list, group, token, any), where it is not create or
                     the one place that the fault is about; NAME:COUNT how many of them

Programs of this machine control it while it runs: POST, GET and DELETE /__sandbox__/faults, with JSON such as
{"fault": "redirect-307@token:1", "to": "http://127.0.0.1:9999/"} (also "processed" and "milliseconds");
GET and DELETE /__sandbox__/requests say and forget what arrived.

Exit status: 0 ended; 2 wrong use, or a port that is taken.
`,
};

/** What `COMMAND --help` prints. */
export async function helpOf(name: CommandName): Promise<string> {
  const more = name === 'sandbox' ? (await import('./sandbox-faults')).faultsHelp() : '';
  return `Usage: ${usages[name]}\n\n${details[name]}${more}`;
}
