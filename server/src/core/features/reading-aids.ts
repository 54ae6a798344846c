import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-types';
import type { TextDocument } from '../document/text-document';
import type { Model } from '../document/model';
import type { Finding } from '../rules/finding';
import { codeLens } from './code-lens';
import type { DocumentSettings } from './document-settings';
import { folding } from './folding';
import { groupSymbols } from './group-symbols';
import { inlayHints } from './inlay-hints';
import { links } from './links';
import { definition, highlights, references } from './navigation';
import { rename, renameable, type Renaming } from './rename';
import { selectionRanges } from './selection-ranges';
import { symbols } from './symbols';

/** What helps an author to read a definition and to find the way in it. */
export interface ReadingAids {
  /** The outline; empty for text without an object. */
  symbols(document: TextDocument): DocumentSymbol[];
  /** Objects, lists and comments over several lines; the outer ones where there are more than `most`. */
  folding(document: TextDocument, most?: number): FoldingRange[];
  /** One chain of growing ranges for each position. */
  selectionRanges(document: TextDocument, positions: readonly Position[]): SelectionRange[];
  /** To the documentation, and from findings to the pages of their rules; these carry the rule's code as `data`. */
  links(document: TextDocument, settings?: DocumentSettings): DocumentLink[];
  /** Lengths of periods, periods of default values, and the number of periods where `totalPeriods` says another. */
  inlayHints(document: TextDocument, range: Range): InlayHint[];
  /** How many periods, targets and problems; one lens, or none for text without an object. */
  codeLens(document: TextDocument, settings?: DocumentSettings): CodeLens[];
  /** From a default value to its period, and from a period to its values; empty elsewhere. */
  definition(document: TextDocument, position: Position): Location[];
  /** The default values of a period, asked at it or at one of them, behind the period where that is wanted too. */
  references(document: TextDocument, position: Position, withPeriod: boolean): Location[];
  /** A period and its default values; empty elsewhere. */
  highlights(document: TextDocument, position: Position): DocumentHighlight[];
  /** The `refCode` at the position; undefined where there is none. */
  renameable(
    document: TextDocument,
    position: Position,
  ): { readonly range: Range; readonly placeholder: string } | undefined;
  rename(document: TextDocument, position: Position, newName: string): Renaming;
  /** The group and its targets by their names. */
  groupSymbols(document: TextDocument): SymbolInformation[];
}

export interface ReadingParts {
  readonly modelOf: (document: TextDocument) => Model;
  /** The findings at the levels of the settings. */
  readonly findingsOf: (document: TextDocument, settings: DocumentSettings | undefined) => readonly Finding[];
  /** URI of the shipped rule catalogue. */
  readonly rulePage: string | undefined;
}

export function createReadingAids({ modelOf, findingsOf, rulePage }: ReadingParts): ReadingAids {
  const at = (document: TextDocument, position: Position) => modelOf(document).offsetAt(position);
  return {
    symbols: (document) => symbols(modelOf(document)),
    folding: (document, most) => folding(modelOf(document), most),
    selectionRanges: (document, positions) => selectionRanges(modelOf(document), positions),
    links: (document, settings) => links(modelOf(document), findingsOf(document, settings), rulePage),
    inlayHints: (document, range) => inlayHints(modelOf(document), range),
    codeLens: (document, settings) => codeLens(modelOf(document), findingsOf(document, settings)),
    definition: (document, position) => definition(modelOf(document), at(document, position)),
    references: (document, position, withPeriod) => references(modelOf(document), at(document, position), withPeriod),
    highlights: (document, position) => highlights(modelOf(document), at(document, position)),
    renameable: (document, position) => renameable(modelOf(document), at(document, position)),
    rename: (document, position, newName) => rename(modelOf(document), at(document, position), newName),
    groupSymbols: (document) => groupSymbols(modelOf(document)),
  };
}
