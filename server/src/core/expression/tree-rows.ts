import type { Node, Place } from '../document/node';
import { toExpressionNode, type ExpressionTree } from './expression-tree';
import { toCondition } from './to-condition';

/** One line of a condition as a view draws it: flat, so that depth costs a reader no stack either. */
export interface TreeRow {
  /** 0 for the root. */
  readonly depth: number;
  /** A condition as people write it, or the operator that joins those below it. */
  readonly text: string;
  /** In the decoded text. */
  readonly at: Place;
}

const most = { rows: 60, text: 200 };
const joining = /^(?:&&|\|\|)$/;

/**
 * The conditions of a tree in the order of the text, parents first. Operands of `&&` and `||` are rows of their own, all of
 * them in one list as long as the operator stays the same. Iterative: depth costs no stack.
 * @returns the first rows, and how many more there are.
 */
export function toTreeRows({ root, text }: ExpressionTree): { readonly rows: TreeRow[]; readonly omitted: number } {
  const rows: TreeRow[] = [];
  let omitted = 0;
  const pending: { readonly node: Node; readonly depth: number; readonly within?: string }[] = [];
  if (root) pending.push({ node: root, depth: 0 });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth, within } = next;
    const { arity, value = '', operands } = toExpressionNode(node, text);
    const isJoin = arity === 'binary_operation' && joining.test(value) && operands !== undefined;
    const isOwn = !isJoin || value !== within;
    if (isOwn && rows.length >= most.rows) omitted++;
    else if (isOwn) {
      const row = isJoin ? value : toCondition({ root: node, text, problems: [] }, most.text);
      rows.push({ depth, text: row, at: { offset: node.offset, length: node.length } });
    }
    const below = isJoin
      ? operands.items.map((item) => ({ node: item, depth: depth + Number(isOwn), within: value }))
      : [];
    pending.push(...below.reverse());
  }
  return { rows, omitted };
}
