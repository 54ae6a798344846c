import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';

export type Level = 'error' | 'warning' | 'information' | 'hint';

/** The level that a severity stands for; an absent one is an error, as LSP leaves it to us. */
export function levelOf(severity: DiagnosticSeverity | undefined): Level {
  switch (severity) {
    case DiagnosticSeverity.Warning:
      return 'warning';
    case DiagnosticSeverity.Information:
      return 'information';
    case DiagnosticSeverity.Hint:
      return 'hint';
    case DiagnosticSeverity.Error:
    case undefined:
      return 'error';
  }
}

/** Plain text; the protocol also knows Markdown, which the engine does not write. */
export const messageOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);
