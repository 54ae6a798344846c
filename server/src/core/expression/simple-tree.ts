import { toExpressionNode, type ExpressionNode, type ExpressionTree } from './expression-tree';
import { readComparison, readExpression, type SimpleExpression } from './simple-expression';

const booleanType = 'boolean:primitive';
const numberType = 'number:primitive';

/**
 * What a tree says, where it has the form that `true` and `profile.attribute OP number` are stored in (FACTS h);
 * undefined for every other tree. A type that is left out does no harm, one that says something else does.
 */
export function readSimpleTree({ root, text, problems }: ExpressionTree): SimpleExpression | undefined {
  if (!root || problems.length > 0) return undefined;
  const node = toExpressionNode(root, text);
  if (node.arity === 'literal') return readConstant(node);
  if (node.arity !== 'binary_operation') return undefined;
  const [access, literal] = operandsOf(node, text, ['object_dereference', 'literal']);
  if (!access || !literal || (literal.type ?? numberType) !== numberType) return undefined;
  const [profile, attribute] = operandsOf(access, text, ['name', 'name']);
  return readComparison({
    profile: profile?.value,
    attribute: attribute?.value,
    operator: node.value,
    number: literal.value,
  });
}

function readConstant({ value, type }: ExpressionNode): SimpleExpression | undefined {
  if (value === undefined || (type ?? booleanType) !== booleanType) return undefined;
  const expression = readExpression(value);
  return expression?.kind === 'constant' ? expression : undefined;
}

/** The operands; none where they are not of exactly these kinds. */
function operandsOf({ operands }: ExpressionNode, text: string, kinds: readonly string[]): readonly ExpressionNode[] {
  if (operands?.items.length !== kinds.length) return [];
  const nodes = operands.items.map((item) => toExpressionNode(item, text));
  return nodes.every(({ arity }, index) => arity === kinds[index]) ? nodes : [];
}
