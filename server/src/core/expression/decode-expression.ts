import { readExpressionTree } from './expression-tree';
import { toCondition } from './to-condition';
import { toTreeRows } from './tree-rows';

const most = { condition: 300, rows: 40, expression: 100_000 };

/** An expression for readers: as a condition, and its tree line by line. */
export interface DecodedExpression {
  readonly condition: string;
  /** Parents first; `depth` 0 is the root. */
  readonly rows: readonly { readonly depth: number; readonly text: string }[];
}

/** Decodes the text of an `expressionJson`; undefined for what is no JSON object. Never throws; what is too long is cut. */
export function decodeExpression(text: string): DecodedExpression | undefined {
  const tree = readExpressionTree(text.slice(0, most.expression));
  if (tree.root?.kind !== 'object' || tree.problems.length > 0) return undefined;
  const rows = toTreeRows(tree, most.rows).map(({ depth, arity, value, type }) => ({
    depth,
    text: [(arity ?? '?').slice(0, 60), value?.slice(0, 60), type?.slice(0, 60)]
      .filter((part) => part !== undefined)
      .join(' '),
  }));
  return { condition: toCondition(tree, most.condition), rows };
}
