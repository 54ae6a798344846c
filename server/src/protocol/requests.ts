import type { Diagnostic, DocumentUri, Range, TextEdit } from 'vscode-languageserver-types';

import type { Generator } from '../core/generate/generator';

export type * from '../core/generate/generator';
export type * from '../core/preview-model';

/** The custom requests between our client and the server. Everything else is plain LSP. */
export const requests = {
  /** client -> server; {@link PrepareSubmitParams} -> {@link PrepareSubmitResult}. */
  prepareSubmit: 'targetgroup/prepareSubmit',
  /** client -> server; {@link PreviewParams} -> `PreviewModel | null` (null: the document is not open). */
  preview: 'targetgroup/preview',
  /** client -> server; {@link LocateParams} -> {@link LocateResult}. */
  locate: 'targetgroup/locate',
  /** client -> server; {@link ByteOrderMarkParams} -> {@link ByteOrderMarkResult}. */
  byteOrderMark: 'targetgroup/byteOrderMark',
  /** client -> server; {@link GenerateParams} -> {@link GenerateResult}. */
  generate: 'targetgroup/generate',
  /** client -> server; `{}` -> {@link CheckWorkspaceResult}; cancelling it ends the check early. */
  checkWorkspace: 'targetgroup/checkWorkspace',
} as const;

export const notifications = {
  /** server -> client, to one that asked for {@link requests.byteOrderMark}: the levels of rules may be others now. */
  levelsChanged: 'targetgroup/levelsChanged',
} as const;

export interface PrepareSubmitParams {
  readonly uri: DocumentUri;
  /** The version that the author sees; the server answers `stale` for any other. */
  readonly version: number;
}

/** Body and findings of one snapshot: what was checked is what is sent. */
export type PrepareSubmitResult =
  | {
      readonly kind: 'prepared';
      readonly version: number;
      /** The document's own text without a byte order mark, to be sent as UTF-8. */
      readonly body: string;
      /** Findings that refuse the submit (CONTRACT, Rule levels); empty when nothing is in the way. */
      readonly blocking: readonly Diagnostic[];
      /** Codes of blocking findings whose rule the author lowered: the author may open them by name. */
      readonly lowered: readonly string[];
      /** How many findings remain that do not block. */
      readonly remaining: { readonly warnings: number; readonly informations: number; readonly hints: number };
      readonly summary: SubmissionSummary;
    }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'unknown-document' }
  /** Checking crashed: nothing may be sent. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What the confirmation names. Days as the API stores them (`YYYY-MM-DD`), absent where no period has one. */
export interface SubmissionSummary {
  readonly name: string;
  readonly periods: number;
  readonly targets: number;
  readonly values: number;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

export interface PreviewParams {
  readonly uri: DocumentUri;
}

/** One of the generators, for a document as the author sees it. */
export interface GenerateParams {
  /** Absent for a generator of kind `new`, which has none before it. */
  readonly document?: { readonly uri: DocumentUri; readonly version: number };
  readonly generator: Generator;
}

export type GenerateResult =
  | { readonly edits: readonly TextEdit[] }
  /** Of another definition, for the client to put somewhere. */
  | {
      readonly text: string;
      /** Of a `createBody`: the members of the answer that are left out. */
      readonly dropped?: readonly string[];
    }
  /** Nothing is made, and why: a whole sentence. */
  | { readonly reason: string };

/** Where the places of an API error are in the document as it stands now. */
export interface LocateParams {
  readonly uri: DocumentUri;
  /** Places of the error catalogue: JSON pointers, `*` stands for every element (`/targets/*`/`name`). */
  readonly pointers: readonly string[];
}

export interface LocateResult {
  /** Ranges of the members found; empty when none is there. */
  readonly ranges: readonly Range[];
}

/** A file that begins with a byte order mark, which the editor keeps out of the text. */
export interface ByteOrderMarkParams {
  readonly uri: DocumentUri;
}

export interface ByteOrderMarkResult {
  /** What is to be shown of it, at the level that applies to the file; empty where the rule is switched off. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the check of all definitions in the workspace looked at; the findings themselves are reported as diagnostics. */
export type CheckWorkspaceResult =
  | {
      readonly kind: 'checked';
      readonly files: number;
      /** Files over a limit of length: each has a finding that says so. */
      readonly tooLong: number;
      /** Files and folders that could not be read; the log names them. */
      readonly unreadable: number;
      /** The most files that are looked at, where there are more. */
      readonly cutShortAt?: number;
    }
  /** No files can be reached from there: a browser, or a window without a folder. */
  | { readonly kind: 'unavailable' };
