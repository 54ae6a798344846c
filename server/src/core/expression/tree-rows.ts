import type { Place } from '../document/node';
import { nodesOf, type ExpressionTree } from './expression-tree';

/** One line of an expression tree as a view draws it: flat, so that depth costs a reader no stack either. */
export interface TreeRow {
  /** 0 for the root. */
  readonly depth: number;
  /** The node's kind; undefined where the node names none. */
  readonly arity: string | undefined;
  readonly value: string | undefined;
  readonly type: string | undefined;
  /** In the decoded text. */
  readonly at: Place;
}

/**
 * The nodes of a tree in the order of the text, parents first.
 * @param limit most rows that are returned.
 */
export function toTreeRows(tree: ExpressionTree, limit = 1000): TreeRow[] {
  const rows: TreeRow[] = [];
  for (const { node, depth, arity, value, type } of nodesOf(tree)) {
    if (rows.length >= limit) break;
    rows.push({ depth, arity, value, type, at: { offset: node.offset, length: node.length } });
  }
  return rows;
}
