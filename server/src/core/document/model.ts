import type { Position, Range } from 'vscode-languageserver-types';
import { DocumentText } from './document-text';
import { contentOf, type TextDocument } from './text-document';
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
  readonly content: DocumentText;
  /** The content as one string, made when it is asked for: where a part will do, the content's `slice` costs less. */
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
  readonly offsetAt: (position: Position) => number;
}

/** Deeper trees are always read anew: of a tree that was updated only a bound of the depth is known. */
const shallow = 32;

/** What a model is of. */
type Snapshot = Pick<Model, 'uri' | 'version' | 'content'>;

const snapshotOf = (document: TextDocument): Snapshot => {
  const { uri, version } = document;
  return { uri, version, content: contentOf(document) };
};

/**
 * Reads the document as it is now; later changes of it do not reach the model.
 * @param before the model of an earlier version, whose tree the new one may take over: it is of no use afterwards.
 */
export function createModel(document: TextDocument, before?: Model): Model {
  const of = snapshotOf(document);
  return toModel(of, updated(before, of.content) ?? readWhole(of.content));
}

/** Reads a text that is no document. */
export function modelOfText(text: string, uri = ''): Model {
  const content = DocumentText.of(text);
  return toModel({ uri, version: 0, content }, readWhole(content));
}

/** As `createModel`, in slices; the text is that of the document at the call. */
export function beginModel(document: TextDocument, before: Model | undefined): InSlices<Model> {
  const of = snapshotOf(document);
  const known = updated(before, of.content);
  const read = known ? () => known : parseInSlices(of.content.toString(), startOf(of.content));
  return (isOver) => {
    const result = read(isOver);
    return result && toModel(of, result);
  };
}

const readWhole = (content: DocumentText): ParseResult => parse(content.toString(), startOf(content));

/** Behind a byte order mark. */
const startOf = (content: DocumentText): number => (content.slice(0, 1) === '\uFEFF' ? 1 : 0);

function toModel(of: Snapshot, { root, problems, depth, looks }: ParseResult): Model {
  const { content } = of;
  return {
    ...of,
    get text() {
      return content.toString();
    },
    looks,
    root,
    syntax: problems,
    depth,
    hasByteOrderMark: startOf(content) > 0,
    isWhole: problems.every(({ code }) => code !== 'json-syntax'),
    rangeOf: (place) => ({ start: content.positionAt(place.offset), end: content.positionAt(endOf(place)) }),
    offsetAt: (position) => content.offsetAt(position),
  };
}

/** The tree of an earlier version, brought up to date; undefined where the text is to be read as a whole. */
function updated(before: Model | undefined, content: DocumentText): ParseResult | undefined {
  if (!before || before.depth > shallow) return undefined;
  const { root, syntax: problems, depth, looks, content: old } = before;
  return updateTree({ root, problems, depth, looks, content: old }, content, changeBetween(old, content));
}
