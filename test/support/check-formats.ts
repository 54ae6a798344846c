import type { Diagnostic } from 'vscode-languageserver-types';
import { runCheckCommand } from '../../server/src/cli/check';
import type { CliIo } from '../../server/src/cli/io';
import { createRecordedIo } from './cli-io';

/** Runs `check` in memory; files are read from the folder that `given` names. */
export async function runCheck(args: readonly string[], given: Partial<CliIo>, rulePage?: string) {
  const { io, stdout, stderr } = createRecordedIo(given);
  const status = await runCheckCommand(args, io, rulePage);
  return { status, stdout: stdout(), stderr: stderr() };
}

/** What the `json` format says of the same files: to hold the other formats to it. */
export async function diagnosticsOf(paths: readonly string[], given: Partial<CliIo>) {
  const { stdout } = await runCheck(['--format=json', '--', ...paths], given);
  return (JSON.parse(stdout) as { files: { path: string; diagnostics: Diagnostic[] }[] }).files;
}

/** Names that are orders to a terminal, a build or a reader of URIs, as far as the platform has them. */
export const hostileNames =
  process.platform === 'win32'
    ? ['%0A,;=!.json', 'a b#ü.json']
    : [
        'line\nbreak\r.json',
        'esc\u001b[31m.json',
        '%0A::set-output.json',
        '::error file=x,line=1::y.json',
        '##[group]x.json',
        '##vso[task.complete]x.json',
        'a:b,c%.json',
        'a b#?ü😀.json',
        '<&"\'>.json',
        '\u202egpj.json',
        'https:x.json',
      ];

/** A body with findings of every level, fixes and related places, whose texts are hostile too. */
export const hostileBody =
  '{"name": " a ",\n "::error::x": 1, "\\u001b[31m##[group]%0A<&>": 1, "x](command:y)": 2, "\uffff]]>": 3,\r\n' +
  ' "active": false, "totalPeriods": "1", "trackingType": "Default", "active": "true",\r' +
  ' "periods": [{"startDate": "2027-02-01", "endDate": "2027-01-01", "periodStatus": "LIVE", "refCode": "r"},]}';
