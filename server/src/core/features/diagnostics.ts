import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { ruleLines } from '../../generated/rule-lines.generated';
import type { Model } from '../document/model';
import type { Finding } from '../rules/finding';
import type { Level } from '../rules/rule';

/** The `source` of every diagnostic. */
export const source = 'targetgroup';

export const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * A finding as LSP tells it.
 * @param rulePage URI of the shipped rule catalogue (server/RULES.md); undefined where none is shipped: no link then.
 */
export function toDiagnostic(finding: Finding, model: Model, rulePage: string | undefined): Diagnostic {
  const { code, level, at, message, related } = finding;
  const line = ruleLines[code];
  return {
    range: model.rangeOf(at),
    severity: severities[level],
    code,
    ...(rulePage !== undefined && line !== undefined
      ? { codeDescription: { href: `${rulePage}#L${line}` } }
      : undefined),
    source,
    message,
    ...(related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: place.location ?? { uri: model.uri, range: model.rangeOf(place.at) },
            message: place.message,
          })),
        }
      : undefined),
  };
}
