import type { Place } from './node';

/** A replacement of `length` UTF-16 code units at `offset`; no two edits of one list overlap. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly newText: string;
}

export interface SyntaxFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One place where the text is not strict JSON. */
export interface SyntaxProblem extends Place {
  readonly code: 'json-syntax' | 'json-comment' | 'json-trailing-comma';
  readonly message: string;
  readonly fix?: SyntaxFix;
  readonly related?: { readonly place: Place; readonly message: string };
}
