import type { Diagnostic, DocumentLink, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Lets the code of each of our findings open its rule: the one sort of command link that this extension makes. It holds the
 * code of a rule and nothing else, whatever the document says.
 */
export function createRuleLinks(toUri: ToUri): Middleware {
  const link = (diagnostics: Diagnostic[]): Diagnostic[] => {
    for (const diagnostic of diagnostics) linkRule(diagnostic, toUri);
    return diagnostics;
  };
  return {
    handleDiagnostics: (uri, diagnostics, next) => {
      next(uri, link(diagnostics));
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      if (report && 'items' in report) link(report.items);
      return report;
    },
    provideWorkspaceDiagnostics: (resultIds, token, reporter, next) =>
      next(resultIds, token, (chunk) => {
        for (const report of chunk?.items ?? []) if ('items' in report) link(report.items);
        reporter(chunk);
      }),
    provideDocumentLinks: async (document, token, next) => {
      const links = (await next(document, token)) ?? [];
      for (const link of links) linkToRule(link, toUri);
      return links;
    },
  };
}

/** The same for one finding. */
export function linkRule(diagnostic: Diagnostic, toUri: ToUri): void {
  const code = ruleOf(diagnostic);
  if (code !== undefined) diagnostic.code = { value: code, target: toUri(ruleLink(code)) };
}

/** The link in a document from a finding: the server says of which rule. */
function linkToRule(link: DocumentLink & { readonly data?: unknown }, toUri: ToUri): void {
  if (isRule(link.data)) link.target = toUri(ruleLink(link.data));
}

/** `Uri.from` of VS Code. */
type ToUri = (parts: { scheme: string; path: string; query: string }) => Uri;

function ruleLink(code: string): Parameters<ToUri>[0] {
  return { scheme: 'command', path: 'targetgroup.showRule', query: JSON.stringify([code]) };
}

/** The rule that made a finding of ours; undefined for what others say, and for what is no code. */
export function ruleOf({ code, source }: Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return source === 'targetgroup' && isRule(value) ? value : undefined;
}

const isRule = (code: unknown): code is string => typeof code === 'string' && /^[a-z][a-z-]*$/.test(code);
