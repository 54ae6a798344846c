import type { Diagnostic } from 'vscode-languageserver-types';
import { toPrintable } from '../../api/printable';
import { levelOf, messageOf } from './diagnostic';
import type { CheckedFile, Format, Unchecked } from './format';

/**
 * JUnit XML: a suite for each file, a case for each finding. Errors are failures, so that the verdict is that of the exit
 * status; other findings are told in the output of a case that passes. A file without findings is a case that passes.
 */
export function createJunitFormat(): Format {
  return {
    begin: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="targetgroup check">\n',
    file: toSuite,
    problem: toFailedSuite,
    end: () => '</testsuites>\n',
  };
}

function toSuite({ path, findings }: CheckedFile): string {
  const failures = findings.filter(({ diagnostic }) => levelOf(diagnostic.severity) === 'error').length;
  const cases = findings.map(({ diagnostic }) => toCase(path, diagnostic));
  const all = cases.length > 0 ? cases : [`<testcase${attributes({ name: 'check', classname: path })}/>`];
  return suite({ name: path, tests: all.length, failures, errors: 0 }, all);
}

function toCase(path: string, diagnostic: Diagnostic): string {
  const { range, code, severity } = diagnostic;
  const level = levelOf(severity);
  const message = messageOf(diagnostic);
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const line = toXml(`${path}:${place}: ${level} ${String(code)} ${message}`);
  const told =
    level === 'error'
      ? `<failure${attributes({ message, type: String(code) })}>${line}</failure>`
      : `<system-out>${line}</system-out>`;
  return `<testcase${attributes({ name: `${place} ${String(code)}: ${message}`, classname: path })}>${told}</testcase>`;
}

function toFailedSuite({ path, message }: Unchecked): string {
  const told = `<error${attributes({ message, type: 'unreadable' })}/>`;
  const only = `<testcase${attributes({ name: 'check', classname: path })}>${told}</testcase>`;
  return suite({ name: path, tests: 1, failures: 0, errors: 1 }, [only]);
}

function suite(counts: Readonly<Record<string, string | number>>, cases: readonly string[]): string {
  return `  <testsuite${attributes(counts)}>\n${cases.map((each) => `    ${each}\n`).join('')}  </testsuite>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${toXml(String(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of an element or attribute. What XML 1.0 cannot hold, and what a terminal or a build would obey, is shown. */
function toXml(text: string): string {
  return toPrintable(text, Infinity)
    .replace(/[\ufffe\uffff]/g, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
    .replace(/#(?=#)/g, '&#35;');
}
