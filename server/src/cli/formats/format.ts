import type { DiagnosticWithFix } from '../../core/index';

export interface CheckedFile {
  /** As given, with `/` as separator. */
  readonly path: string;
  /** `file:`, or `untitled:` for standard input that stands for no file. */
  readonly uri: string;
  /** The text begins with U+FEFF, which positions on the first line count. */
  readonly hasByteOrderMark: boolean;
  /** In the order of the text; with their fixes only where the format wants them. */
  readonly findings: readonly DiagnosticWithFix[];
}

/** Something that could not be checked. */
export interface Unchecked {
  readonly path: string;
  /** One sentence, the path included. */
  readonly message: string;
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
  /** Computing fixes takes time. */
  readonly wantsFixes?: true;
  readonly begin: string;
  readonly file: (checked: CheckedFile) => string;
  /** For what cannot be checked; standard error tells it too. */
  readonly problem?: (unchecked: Unchecked) => string;
  readonly end: (summary: Summary) => string;
}

export interface FormatOptions {
  readonly colours: boolean;
  /** Absolute: what paths are relative to where the format wants such. */
  readonly folder: string;
}
