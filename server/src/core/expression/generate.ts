import { readExpression, type SimpleExpression } from './simple-expression';

export type Generated =
  | { readonly kind: 'generated'; readonly expressionJson: string }
  /** `reason`: a sentence for the author, why no tree can be written. */
  | { readonly kind: 'refused'; readonly reason: string };

interface TreeNode {
  readonly arity: 'literal' | 'binary_operation' | 'object_dereference' | 'name';
  readonly value?: string;
  readonly type: string;
  readonly operands?: readonly TreeNode[];
}

/** The types of the profiles and their attributes; those of all others cannot be known from here (FACTS h). */
const knownTypes: ReadonlyMap<string, { readonly profile: string; readonly attribute: string }> = new Map(
  ['currentTxn.value', 'currentTxn.basketAmountSumNonDiscounted'].map((access) => [
    access,
    { profile: 'tx:object:primitive', attribute: 'real:object:primitive' },
  ]),
);

const refused = (reason: string): Generated => ({ kind: 'refused', reason });

/** The text of the `expressionJson` that says what an `expression` says, as the API stores it (FACTS h). */
export function generateExpressionJson(expression: string | boolean): Generated {
  const simple = readExpression(expression);
  if (!simple)
    return refused(
      'Only true and comparisons such as currentTxn.value>500 can be written as a tree; how the API encodes anything else is not documented.',
    );
  return generateFrom(simple);
}

/** As `generateExpressionJson`, for an expression that is read already. */
export function generateFrom(simple: SimpleExpression): Generated {
  if (simple.kind === 'constant') {
    if (!simple.value) return refused('No documented tree says false, so it is not known how the API encodes it.');
    return generated({ arity: 'literal', value: 'true', type: 'boolean:primitive' });
  }
  const { profile, attribute, operator, number } = simple;
  const access = `${profile}.${attribute}`;
  const types = knownTypes.get(access);
  if (!types)
    return refused(
      `The tree names the type of ${access}, which is not documented; known are ${[...knownTypes.keys()].join(' and ')}.`,
    );
  if (number.startsWith('-')) return refused(`How the API encodes the minus of ${number} in a tree is not documented.`);
  return generated({
    arity: 'binary_operation',
    value: operator,
    type: 'boolean:primitive',
    operands: [
      {
        arity: 'object_dereference',
        type: types.attribute,
        operands: [
          { arity: 'name', value: profile, type: types.profile },
          { arity: 'name', value: attribute, type: types.attribute },
        ],
      },
      { arity: 'literal', value: number, type: 'number:primitive' },
    ],
  });
}

function generated(root: TreeNode): Generated {
  return { kind: 'generated', expressionJson: JSON.stringify(root) };
}
