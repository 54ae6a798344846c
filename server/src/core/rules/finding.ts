import type { Location } from 'vscode-languageserver-types';
import type { Place } from '../document/node';
import type { Fix, Level } from './rule';

/** One thing to tell the author, with the repairs it has; places are offsets, messages are ready to show. */
export interface Finding {
  readonly code: string;
  readonly level: Level;
  /** No node: see `placeOf`. */
  readonly at: Place;
  readonly message: string;
  /** True where nobody can set the level, whatever its rule says: a root that is no object. */
  readonly isFixed?: true;
  /** True where it refuses a submit at every level: what would be sent is no definition. */
  readonly isRefused?: true;
  readonly related: readonly RelatedPlace[];
  /** Computes the fixes; called only when an author asks for them. Empty where there is no safe repair. */
  readonly fixes: () => readonly Fix[];
  /** The same before each was judged by the text that it leaves behind; absent where there is nothing to judge. */
  readonly unjudged?: () => readonly Fix[];
}

/** A second place that matters: of the same text by offset, of another document by its URI. */
export type RelatedPlace = { readonly message: string } & (
  { readonly at: Place; readonly location?: never } | { readonly location: Location }
);

/** A place as it is now: nodes move with the text, what was found at them does not. */
export const placeOf = ({ offset, length }: Place): Place => ({ offset, length });

export const noFixes = (): readonly Fix[] => [];
