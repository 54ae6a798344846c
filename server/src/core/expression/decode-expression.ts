import { readExpressionTree } from './expression-tree';
import { toCondition } from './to-condition';
import { toTreeRows } from './tree-rows';

const most = { condition: 1000, expression: 100_000 };

/** An expression for readers: as a condition, and the conditions that it joins, line by line. */
export type DecodedExpression = ReturnType<typeof toTreeRows> & { readonly condition: string };

/** Decodes the text of an `expressionJson`; undefined for what is no JSON object. Never throws; what is too long is cut. */
export function decodeExpression(text: string): DecodedExpression | undefined {
  const tree = readExpressionTree(text.slice(0, most.expression));
  if (tree.root?.kind !== 'object' || tree.problems.length > 0) return undefined;
  return { condition: toCondition(tree, most.condition), ...toTreeRows(tree) };
}
