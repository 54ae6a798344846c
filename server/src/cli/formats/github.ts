import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import { toLine } from '../to-line';
import { levelOf, messageOf, type Level } from './diagnostic';
import type { CheckedFile, Format, FormatOptions } from './format';

/**
 * Workflow commands of GitHub Actions, one a line, which become annotations of the files. Paths are relative to the
 * checked out repository where it is known, as annotations need them.
 */
export function createGithubFormat({ folder }: Pick<FormatOptions, 'folder'>): Format {
  return {
    begin: '',
    file: (checked) => {
      const file = pathIn(folder, checked);
      return checked.findings.map(({ diagnostic }) => toCommand(file, diagnostic)).join('');
    },
    problem: ({ message }) => `::error title=targetgroup::${toData(message)}\n`,
    end: () => '',
  };
}

function toCommand(file: string, diagnostic: Diagnostic): string {
  const { start, end } = diagnostic.range;
  const properties = {
    file,
    line: start.line + 1,
    col: start.character + 1,
    endLine: end.line + 1,
    // GitHub takes no columns from what goes over several lines.
    ...(start.line === end.line ? { endColumn: end.character + 1 } : {}),
    title: String(diagnostic.code),
  };
  const shown = Object.entries(properties).map(([name, value]) => `${name}=${toProperty(String(value))}`);
  return `::${commandOf[levelOf(diagnostic.severity)]} ${shown.join(',')}::${toData(messageOf(diagnostic))}\n`;
}

const commandOf: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function pathIn(folder: string, { path: given, uri }: CheckedFile): string {
  if (!uri.startsWith('file:')) return given;
  return path.relative(folder, fileURLToPath(uri)).replaceAll(path.sep, '/');
}

/** As GitHub's own toolkit escapes; what it would not escape and a terminal would obey is shown. */
const toData = (text: string): string =>
  toLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'), Infinity);
const toProperty = (text: string): string => toData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
