import { pathToFileURL } from 'node:url';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { DiagnosticWithFix } from '../../core/index';
import { version } from '../../generated/version.generated';
import { levelOf, messageOf } from './diagnostic';
import type { CheckedFile, Format, FormatOptions, Unchecked } from './format';
import { toSafeJson } from './safe-json';
import { ruleIndexes, sarifLevels, sarifRules } from './sarif-rules';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Paths below the folder are relative to this name, which whoever reads the log resolves. */
const root = '%SRCROOT%';

/**
 * SARIF 2.1.0: one run with every rule, and the findings with the fixes that are lossless. Regions are one-based, in UTF-16
 * units, and do not count a byte order mark.
 */
export function createSarifFormat({ folder }: Pick<FormatOptions, 'folder'>): Format {
  const locate = createLocator(folder);
  const notifications: object[] = [];
  let isFirst = true;
  const driver = { name: 'targetgroup', version, semanticVersion: version, rules: sarifRules };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [root]: { description: { text: 'The folder in which the check was run.' } } },
  };
  return {
    wantsFixes: true,
    begin: `{"$schema":${toSafeJson(schema)},"version":"2.1.0","runs":[${toSafeJson(run).slice(0, -1)},"results":[`,
    file: (checked) => {
      const results = checked.findings.map((finding) => toSafeJson(toResult(finding, checked, locate)));
      const text = `${isFirst || results.length === 0 ? '' : ','}${results.join(',')}`;
      isFirst &&= results.length === 0;
      return text;
    },
    problem: (unchecked) => {
      notifications.push(toNotification(unchecked));
      return '';
    },
    end: () => {
      const invocation = {
        executionSuccessful: notifications.length === 0,
        toolExecutionNotifications: notifications,
      };
      return `],"invocations":${toSafeJson([invocation])}}]}\n`;
    },
  };
}

type Locate = (uri: string, region?: object) => object;

/** Makes `physicalLocation`s: below the folder by a relative reference, elsewhere by the whole URI. */
function createLocator(folder: string): Locate {
  const base = `${pathToFileURL(folder).href.replace(/\/$/, '')}/`;
  return (uri, region) => {
    const artifactLocation = uri.startsWith(base)
      ? { uri: toReference(uri.slice(base.length)), uriBaseId: root }
      : { uri };
    return { artifactLocation, ...(region ? { region } : {}) };
  };
}

/** A colon in the first part would make a scheme of it. */
const toReference = (relative: string): string => (/^[^/]*:/.test(relative) ? `./${relative}` : relative);

function toResult({ diagnostic, fix }: DiagnosticWithFix, checked: CheckedFile, locate: Locate): object {
  const { uri, hasByteOrderMark } = checked;
  const regionOf = (range: Range) => toRegion(range, hasByteOrderMark);
  const code = String(diagnostic.code);
  const level = levelOf(diagnostic.severity);
  return {
    ruleId: code,
    ruleIndex: ruleIndexes.get(code),
    level: sarifLevels[level],
    message: { text: toPlainText(messageOf(diagnostic)) },
    locations: [{ physicalLocation: locate(uri, regionOf(diagnostic.range)) }],
    ...toRelated(diagnostic, checked, locate),
    ...(fix ? { fixes: [toFix(fix, checked, locate)] } : {}),
    properties: { level },
  };
}

function toRelated(
  { relatedInformation = [] }: Diagnostic,
  { uri, hasByteOrderMark }: CheckedFile,
  locate: Locate,
): { readonly relatedLocations?: readonly object[] } {
  if (relatedInformation.length === 0) return {};
  return {
    relatedLocations: relatedInformation.map(({ location, message }, index) => ({
      id: index + 1,
      physicalLocation: locate(location.uri, toRegion(location.range, hasByteOrderMark && location.uri === uri)),
      message: { text: toPlainText(message) },
    })),
  };
}

function toFix(
  { title, edits }: NonNullable<DiagnosticWithFix['fix']>,
  { uri, hasByteOrderMark }: CheckedFile,
  locate: Locate,
): object {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion:
      hasByteOrderMark && isFirstUnit(range) ? { byteOffset: 0, byteLength: 3 } : toRegion(range, hasByteOrderMark),
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  }));
  return { description: { text: title }, artifactChanges: [{ ...locate(uri), replacements }] };
}

/** In a text with a byte order mark: the mark, which no text region of SARIF can hold. */
const isFirstUnit = ({ start, end }: Range): boolean =>
  start.line === 0 && start.character === 0 && end.line === 0 && end.character === 1;

function toRegion({ start, end }: Range, hasByteOrderMark: boolean): object {
  const columnOf = ({ line, character }: Range['start']) =>
    character + 1 - (hasByteOrderMark && line === 0 && character > 0 ? 1 : 0);
  return { startLine: start.line + 1, startColumn: columnOf(start), endLine: end.line + 1, endColumn: columnOf(end) };
}

function toNotification({ message }: Unchecked): object {
  return { level: 'error', message: { text: toPlainText(message) } };
}

/** SARIF reads `[text](target)` in a message as a link; text of a definition is to be none. */
const toPlainText = (text: string): string => text.replaceAll('](', '] (');
