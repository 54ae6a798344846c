import { endOf, memberOf, type ArrayNode, type Member, type Node } from '../document/node';
import { parse } from '../document/parse';
import type { SyntaxProblem } from '../document/syntax-problem';

/** The JSON inside an `expressionJson`, read. All places are offsets in the decoded text. */
export interface ExpressionTree {
  readonly text: string;
  /** Undefined for text without any value. */
  readonly root: Node | undefined;
  /** Where the text is not JSON; the tree is of use only where there is none. */
  readonly problems: readonly SyntaxProblem[];
}

/** One node of an expression tree, as far as it can be read (FACTS h). A member that is null counts as absent. */
export interface ExpressionNode {
  readonly node: Node;
  /** How deep it lies; 0 for the root. */
  readonly depth: number;
  /** The node's kind; undefined where it has none, or one that is no text. */
  readonly arity: string | undefined;
  /** What the node holds, as text: numbers and booleans as they are written; undefined for everything else. */
  readonly value: string | undefined;
  /** What `value`, `type` and `operands` are written as; undefined where absent. */
  readonly members: Readonly<Record<'arity' | 'value' | 'operands', Member | undefined>>;
  readonly type: string | undefined;
  /** Undefined where `operands` is absent or no list. */
  readonly operands: ArrayNode | undefined;
}

/** The node kinds that hold nodes and nothing else in their `operands`. */
const operatorKinds: ReadonlySet<string> = new Set(['binary_operation', 'object_dereference', 'method_call', 'group']);

/** The node kinds that trees which the API accepted or documented are made of, wherever they stand (FACTS h). */
export const provenKinds = ['literal', 'name', 'object_dereference', 'binary_operation', 'method_call'] as const;

/** Reads any text; never throws, however long it is or deeply nested. */
export function readExpressionTree(text: string): ExpressionTree {
  const { root, problems } = parse(text);
  return { text, root, problems };
}

/**
 * Every node of the tree in the order of the text, parents first: the root, and what stands in the `operands` of a node.
 * In those of a kind that is not known only objects count as nodes. Iterative: depth costs no stack.
 */
export function* nodesOf({ root, text }: ExpressionTree): Generator<ExpressionNode> {
  const pending = root ? [{ node: root, depth: 0 }] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const node = toExpressionNode(next.node, text, next.depth);
    yield node;
    const items = node.operands?.items ?? [];
    const isOperator = operatorKinds.has(node.arity ?? '');
    for (let index = items.length - 1; index >= 0; index--) {
      const item = items[index];
      if (item && (isOperator || item.kind === 'object')) pending.push({ node: item, depth: next.depth + 1 });
    }
  }
}

/** A node with what its members say; a value that is no object has no members. */
export function toExpressionNode(node: Node, text: string, depth = 0): ExpressionNode {
  const member = (name: string) => {
    const found = node.kind === 'object' ? memberOf(node, name) : undefined;
    return found?.value?.kind === 'null' ? undefined : found;
  };
  const members = { arity: member('arity'), value: member('value'), operands: member('operands') };
  const operands = members.operands?.value;
  return {
    node,
    depth,
    arity: textOf(members.arity?.value),
    value: scalarOf(members.value?.value, text),
    members,
    type: textOf(member('type')?.value),
    operands: operands?.kind === 'array' ? operands : undefined,
  };
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

function scalarOf(node: Node | undefined, text: string): string | undefined {
  if (node?.kind === 'number' || node?.kind === 'boolean') return text.slice(node.offset, endOf(node));
  return textOf(node);
}
