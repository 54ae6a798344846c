import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { endOf, type Node, type Place } from './node';
import type { InSlices } from './in-slices';
import { parse, type ParseResult } from './parse';
import { parseInSlices } from './parse-in-slices';
import type { SyntaxProblem } from './syntax-problem';
import { changeBetween } from './change';
import type { Look } from './lookahead';
import { updateTree } from './update-tree';

/**
 * One snapshot of a document, read. Made once per version (see cache.ts); everything else reads it. Its tree belongs to it
 * until the model of the next version takes it over.
 */
export interface Model {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Undefined for text without any value. */
  readonly root: Node | undefined;
  readonly syntax: readonly SyntaxProblem[];
  /** How deep objects and arrays are nested; of a tree that was updated and is not deep, how deep at most. */
  readonly depth: number;
  readonly hasByteOrderMark: boolean;
  /** True when the text is JSON apart from comments and trailing commas: what is missing or counted can be judged. */
  readonly isWhole: boolean;
  /** How far the text was read ahead for repairs. */
  readonly looks: readonly Look[];
  /** LSP range (zero-based lines, UTF-16 characters) of a place. */
  readonly rangeOf: (place: Place) => Range;
  /** Offset of an LSP position, clamped to the text. */
  readonly offsetAt: TextDocument['offsetAt'];
}

/** Deeper trees are always read anew: of a tree that was updated only a bound of the depth is known. */
const shallow = 32;

/**
 * Reads the document as it is now; later changes of it do not reach the model.
 * @param before the model of an earlier version, whose tree the new one may take over: it is of no use afterwards.
 */
export function createModel(document: TextDocument, before?: Model): Model {
  const text = document.getText();
  return toModel(document, text, document.version, updated(before, text) ?? parse(text, startOf(text)));
}

/** The same in slices; the text is that of the document at the call. */
export function beginModel(document: TextDocument, before: Model | undefined): InSlices<Model> {
  const text = document.getText();
  const { version } = document;
  const known = updated(before, text);
  const read = known ? () => known : parseInSlices(text, startOf(text));
  return (isOver) => {
    const result = read(isOver);
    return result && toModel(document, text, version, result);
  };
}

const startOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

function toModel(document: TextDocument, text: string, version: number, result: ParseResult): Model {
  const { root, problems, depth, looks } = result;
  const { uri } = document;
  let snapshot: TextDocument | undefined;
  // The document knows where its lines begin without reading it again, as long as it is at this version.
  const lines = () =>
    document.version === version
      ? document
      : (snapshot ??= TextDocument.create(uri, document.languageId, version, text));
  return {
    looks,
    uri,
    version,
    text,
    root,
    syntax: problems,
    depth,
    hasByteOrderMark: startOf(text) > 0,
    isWhole: problems.every(({ code }) => code !== 'json-syntax'),
    rangeOf: (place) => ({ start: lines().positionAt(place.offset), end: lines().positionAt(endOf(place)) }),
    offsetAt: (position) => lines().offsetAt(position),
  };
}

/** The tree of an earlier version, brought up to date; undefined where the text is to be read as a whole. */
function updated(before: Model | undefined, text: string): ParseResult | undefined {
  if (!before || before.depth > shallow) return undefined;
  const { root, syntax: problems, depth, looks, text: old } = before;
  return updateTree({ root, problems, depth, looks, text: old }, text, changeBetween(old, text));
}
