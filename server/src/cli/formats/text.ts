import type { Diagnostic } from 'vscode-languageserver-types';
import type { Format, FormatOptions } from './format';
import { levelOf, messageOf, type Level } from './diagnostic';
import { toLine } from '../to-line';

/** `path:line:column: level code message`, one finding a line, one-based, columns in UTF-16 units. */
export function createTextFormat({ colours }: Pick<FormatOptions, 'colours'>): Format {
  const paint = colours ? (level: Level, text: string) => `\u001b[${colourOf[level]}m${text}\u001b[0m` : asItIs;
  const lineOf = (path: string, diagnostic: Diagnostic) => {
    const { start } = diagnostic.range;
    const level = levelOf(diagnostic.severity);
    const place = `${path}:${start.line + 1}:${start.character + 1}`;
    return `${place}: ${paint(level, level)} ${String(diagnostic.code)} ${toLine(messageOf(diagnostic))}\n`;
  };
  return {
    begin: '',
    file: ({ path, findings }) => {
      const shown = toLine(path, Infinity);
      return findings.map(({ diagnostic }) => lineOf(shown, diagnostic)).join('');
    },
    end: () => '',
  };
}

/** Red, yellow, blue, grey. */
const colourOf: Readonly<Record<Level, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

const asItIs = (_level: Level, text: string) => text;
