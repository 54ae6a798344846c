import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink, DocumentSymbol, FoldingRange, Position, SelectionRange } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import type { Finding } from '../rules/finding';
import type { DocumentSettings } from './document-settings';
import { folding } from './folding';
import { links } from './links';
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
}

export interface ReadingParts {
  readonly modelOf: (document: TextDocument) => Model;
  /** The findings at the levels of the settings. */
  readonly findingsOf: (document: TextDocument, settings: DocumentSettings | undefined) => readonly Finding[];
  /** URI of the shipped rule catalogue. */
  readonly rulePage: string | undefined;
}

export function createReadingAids({ modelOf, findingsOf, rulePage }: ReadingParts): ReadingAids {
  return {
    symbols: (document) => symbols(modelOf(document)),
    folding: (document, most) => folding(modelOf(document), most),
    selectionRanges: (document, positions) => selectionRanges(modelOf(document), positions),
    links: (document, settings) => links(modelOf(document), findingsOf(document, settings), rulePage),
  };
}
