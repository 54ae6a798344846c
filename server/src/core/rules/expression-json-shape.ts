import type { Node, Place } from '../document/node';
import { nodesOf, type ExpressionNode } from '../expression/expression-tree';
import { expressionTreeOf } from './expression-json';
import { defineRule } from './rule';
import { counted, described } from './wording';

interface Misshape {
  /** In the decoded text. */
  readonly at: Place;
  readonly message: string;
}

export const expressionJsonShape = defineRule<'part', undefined>({
  code: 'expression-json-shape',
  levels: ['warning'],
  scope: 'part',
  parts: ['target'],
  title: 'expressionJson holds JSON, but no expression tree',
  why: 'Every documented tree has the kinds, values and operands that are missing here; one without them is most likely read as another rule than meant, or not at all. A group at the root is what the API prints for a rule that it could not read.',
  source: '714 nodes of documented trees (FACTS h)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expressionJson": "«expression-json-shape:{»\\"arity\\":\\"literal\\"}" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\"}" }] }',
  },
  *check(target) {
    const json = expressionTreeOf(target);
    if (!json) return;
    for (const node of nodesOf(json.tree)) {
      const misshape = misshapeOf(node);
      if (!misshape) continue;
      yield { at: json.at(misshape.at), message: misshape.message };
      return;
    }
  },
});

function misshapeOf(node: ExpressionNode): Misshape | undefined {
  if (node.arity === undefined) return nameless(node);
  switch (node.arity) {
    case 'group':
      return node.depth === 0 ? rootGroup(node) : undefined;
    case 'binary_operation':
    case 'object_dereference':
      return node.operands?.items.length === 2 ? undefined : wrongOperands(node, node.arity);
    case 'literal':
    case 'name':
      return node.members.value ? undefined : missing(node, `This ${node.arity} has no value; a text is expected.`);
    default:
      return undefined;
  }
}

function nameless({ node, depth, members }: ExpressionNode): Misshape {
  if (node.kind !== 'object') {
    const what = depth === 0 ? 'expressionJson holds' : 'This operand is';
    return { at: node, message: `${what} ${described(node)}; a node is expected, an object with an arity.` };
  }
  const arity = members.arity?.value;
  if (arity) return { at: arity, message: `arity is ${described(arity)}; the name of a node kind is expected.` };
  return { at: brace(node), message: 'This node has no arity; every node of an expression tree names its kind.' };
}

function rootGroup({ node, members }: ExpressionNode): Misshape {
  const message =
    'The root is a group, which the API prints for a rule that it could not read; a literal or an operation is expected.';
  return { at: members.arity?.value ?? node, message };
}

function wrongOperands(node: ExpressionNode, arity: string): Misshape {
  const { operands } = node.members;
  if (!operands?.value) return missing(node, `This ${arity} has no operands; exactly 2 are expected.`);
  const { value } = operands;
  if (value.kind !== 'array')
    return { at: value, message: `operands is ${described(value)}; a list of exactly 2 nodes is expected.` };
  const count = counted(value.items.length, 'operand');
  return { at: operands.key, message: `This ${arity} has ${count}; exactly 2 are expected.` };
}

const missing = ({ node }: ExpressionNode, message: string): Misshape => ({ at: brace(node), message });
const brace = (node: Node): Place => ({ offset: node.offset, length: 1 });
