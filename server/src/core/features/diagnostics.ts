import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { ruleLines } from '../../generated/rule-lines.generated';
import type { Model } from '../document/model';
import { catalogue } from '../rules/catalogue';
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

const ruleCodes = catalogue.map(({ code }) => code);

/** The address of a rule's part of the shipped catalogue; undefined where none is shipped, and for what is no rule. */
export function ruleHref(code: string, rulePage: string | undefined): string | undefined {
  const line = ruleLines[ruleCodes.indexOf(code)];
  return rulePage === undefined || line === undefined ? undefined : `${rulePage}#L${line}`;
}

/**
 * A finding as LSP tells it.
 * @param rulePage URI of the shipped rule catalogue (server/RULES.md); undefined where none is shipped: no link then.
 */
export function toDiagnostic(finding: Finding, model: Model, rulePage: string | undefined): Diagnostic {
  const { code, level, at, message, related } = finding;
  const href = ruleHref(code, rulePage);
  return {
    range: model.rangeOf(at),
    severity: severities[level],
    code,
    ...(href === undefined ? undefined : { codeDescription: { href } }),
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
