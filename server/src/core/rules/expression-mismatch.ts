import type { Node } from '../document/node';
import { endOf } from '../document/node';
import { encode, escapingStyleOf } from '../../json-string/encode';
import { generateFrom } from '../expression/generate';
import {
  expressionText,
  isSameExpression,
  readExpression,
  type SimpleExpression,
} from '../expression/simple-expression';
import { readSimpleTree } from '../expression/simple-tree';
import { expressionTreeOf } from './expression-json';
import { defineRule, type Fix } from './rule';

interface Data {
  readonly meant: SimpleExpression;
  /** The `expressionJson` that says something else. */
  readonly literal: Node;
}

export const expressionMismatch = defineRule<'part', Data>({
  code: 'expression-mismatch',
  levels: ['warning'],
  scope: 'part',
  parts: ['target'],
  title: 'expression and expressionJson say different things',
  why: 'The two hold one rule in two spellings, and it is not documented which of them counts where they differ; the API is not known to compare them.',
  source: 'In every documented tree that could be read the two agree (FACTS h)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expression": «expression-mismatch:"currentTxn.value>500"», "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\",\\"type\\":\\"boolean:primitive\\"}" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "expression": "true", "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\",\\"type\\":\\"boolean:primitive\\"}" }] }',
  },
  *check(target) {
    const expression = target.text('expression') ?? target.boolean('expression');
    const meant = expression && readExpression(expression.value);
    const json = meant && expressionTreeOf(target);
    const said = json && readSimpleTree(json.tree);
    if (!said || !json.tree.root || isSameExpression(meant, said)) return;
    yield {
      at: expression.node,
      message: `expression says ${shown(meant)}, but expressionJson says ${shown(said)}; both are expected to say the same.`,
      related: [{ at: json.at(json.tree.root), message: `This tree says ${shown(said)}.` }],
      data: { meant, literal: json.literal },
    };
  },
  fix: {
    title: 'write `expressionJson` anew from `expression`, where all of its tree is documented.',
    *propose({ data: { meant, literal } }, { text }): Iterable<Fix> {
      const generated = generateFrom(meant);
      if (generated.kind === 'refused') return;
      const style = escapingStyleOf(text.slice(literal.offset, endOf(literal)));
      const newText = encode(generated.expressionJson, style);
      yield {
        title: `Let expressionJson say ${shown(meant)}`,
        edits: [{ offset: literal.offset, length: literal.length, newText }],
      };
    },
  },
});

/** The expression without blanks, at most 80 characters of it. */
function shown(expression: SimpleExpression): string {
  const text = expressionText(expression);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
