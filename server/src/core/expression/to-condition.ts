import type { Node } from '../document/node';
import { toExpressionNode, type ExpressionNode, type ExpressionTree } from './expression-tree';

/** What is still to be written: words, and nodes in place of theirs. */
type Piece = string | { readonly node: Node; readonly isRoot: boolean };

const unreadable = '?';

/**
 * The tree as a condition that people can read: `currentTxn.value > 500`. Operations inside others stand in brackets,
 * kinds that are not known in the form of a call, and `?` for what cannot be read. Iterative: depth costs no stack.
 * @param limit most UTF-16 units that are returned; a longer condition ends in `…`.
 */
export function toCondition({ root, text }: ExpressionTree, limit = 2000): string {
  let condition = '';
  const pending: Piece[] = [root ? { node: root, isRoot: true } : unreadable];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (condition.length > limit) break;
    if (typeof next === 'string') condition += next;
    else pending.push(...piecesOf(toExpressionNode(next.node, text), next.isRoot, limit).reverse());
  }
  if (condition.length <= limit) return condition;
  return `${condition.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function piecesOf(node: ExpressionNode, isRoot: boolean, limit: number): Piece[] {
  // Each operand writes at least one unit, so more of them than the limit are never shown.
  const operands = (node.operands?.items.slice(0, limit + 1) ?? []).map((item) => ({ node: item, isRoot: false }));
  switch (node.arity) {
    case 'literal':
      return [literalText(node)];
    case 'name':
      return [node.value ?? unreadable];
    case 'object_dereference':
      return access(operands);
    case 'binary_operation':
      return operation(node, operands, isRoot);
    case 'method_call':
      return [...access(operands), ...bracketed(operands.slice(2))];
    default:
      return [node.arity ?? node.value ?? unreadable, ...bracketed(operands)];
  }
}

function access([object = unreadable, member = unreadable]: readonly Piece[]): Piece[] {
  return [object, '.', member];
}

function operation({ value }: ExpressionNode, operands: readonly Piece[], isRoot: boolean): Piece[] {
  const [left = unreadable, right = unreadable] = operands;
  const pieces: Piece[] = [left, ` ${value ?? unreadable} `, right];
  return isRoot ? pieces : ['(', ...pieces, ')'];
}

function literalText({ value, type }: ExpressionNode): string {
  if (value === undefined) return unreadable;
  return type?.startsWith('string') ? JSON.stringify(value) : value;
}

function bracketed(pieces: readonly Piece[]): Piece[] {
  return ['(', ...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece])), ')'];
}
