import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { endOf, type Node, type Place } from './node';
import { parse } from './parse';
import type { SyntaxProblem } from './syntax-problem';

/** One snapshot of a document, read. Made once per version (see cache.ts); everything else reads it and changes nothing. */
export interface Model {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Undefined for text without any value. */
  readonly root: Node | undefined;
  readonly syntax: readonly SyntaxProblem[];
  /** How deep objects and arrays are nested. */
  readonly depth: number;
  readonly hasByteOrderMark: boolean;
  /** True when the text is JSON apart from comments and trailing commas: what is missing or counted can be judged. */
  readonly isWhole: boolean;
  /** LSP range (zero-based lines, UTF-16 characters) of a place. */
  readonly rangeOf: (place: Place) => Range;
  /** Offset of an LSP position, clamped to the text. */
  readonly offsetAt: TextDocument['offsetAt'];
}

/** Reads the document as it is now; later changes of it do not reach the model. */
export function createModel(document: TextDocument): Model {
  const text = document.getText();
  const snapshot = TextDocument.create(document.uri, document.languageId, document.version, text);
  const hasByteOrderMark = text.startsWith('\uFEFF');
  const { root, problems, depth } = parse(text, hasByteOrderMark ? 1 : 0);
  return {
    uri: document.uri,
    version: document.version,
    text,
    root,
    syntax: problems,
    depth,
    hasByteOrderMark,
    isWhole: problems.every(({ code }) => code !== 'json-syntax'),
    rangeOf: (place) => ({ start: snapshot.positionAt(place.offset), end: snapshot.positionAt(endOf(place)) }),
    offsetAt: (position) => snapshot.offsetAt(position),
  };
}
