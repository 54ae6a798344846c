import type { Diagnostic } from 'vscode-languageserver-types';

export interface CheckedFile {
  /** As given, with `/` as separator. */
  readonly path: string;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}

/** How the result of a check is written to standard output, piece by piece as it comes. */
export interface Format {
  readonly begin: string;
  /** `index` counts the files before this one. */
  readonly file: (checked: CheckedFile, index: number) => string;
  readonly end: (summary: Summary) => string;
}

export interface FormatOptions {
  readonly colours: boolean;
}
