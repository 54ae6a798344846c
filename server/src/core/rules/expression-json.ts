import { endOf, memberOf, type Member, type Node, type Place } from '../document/node';
import { remember } from '../document/remember';
import { decode, type DecodedText } from '../../json-string/decode';
import { readExpressionTree, type ExpressionTree } from '../expression/expression-tree';
import type { Part } from './part';

/** The `expressionJson` of a target, read. */
export interface ExpressionJson {
  /** The string in the document. */
  readonly literal: Node;
  readonly tree: ExpressionTree;
  /** Where something in the decoded text is written; the whole string for a place without length. */
  readonly at: (place: Place) => Place;
}

const treeOf = remember(readExpressionTree, { entries: 32, longest: 10_000 });

/** Four rules read the same string; a string that changes is another node, so what was read of it stays right. */
const known = new WeakMap<Node, ExpressionJson>();

/** The `expressionJson` of a target, JSON or not; undefined where there is no text that was read completely. */
export function expressionJsonOf(target: Part): ExpressionJson | undefined {
  const found = target.text('expressionJson');
  const member = memberOf(target.node, 'expressionJson');
  if (!found || !member || !isWholeString(member)) return undefined;
  const read = known.get(found.node) ?? readExpressionJson(found.node, found.value, target);
  known.set(found.node, read);
  return read;
}

/** As `expressionJsonOf`, for what is JSON alone. */
export function expressionTreeOf(target: Part): ExpressionJson | undefined {
  const read = expressionJsonOf(target);
  return read?.tree.problems.length === 0 ? read : undefined;
}

/**
 * False where no comma follows: then most likely a quote inside the string has no backslash, and what seems to be the
 * string is its beginning alone.
 */
function isWholeString(member: Member): boolean {
  const { members, commas, broken } = member.parent;
  const next = members[members.indexOf(member) + 1];
  return next ? commas.some((comma) => endOf(member) <= comma && comma < next.offset) : !broken;
}

function readExpressionJson(literal: Node, text: string, target: Part): ExpressionJson {
  const written = target.written(literal);
  let decoded: DecodedText | undefined;
  return {
    literal,
    tree: treeOf(text),
    at({ offset, length }) {
      if (length === 0) return literal;
      decoded ??= decode(written, 0);
      const start = decoded.toSource(offset);
      return { offset: literal.offset + start, length: decoded.toSource(offset + length) - start };
    },
  };
}
