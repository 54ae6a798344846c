import { binary, dereference, literal, name } from '../expression-trees';
import type { Random } from './random';
import { leaf, text, type Leaf } from './tree';

export interface Expressions {
  readonly expression?: Leaf;
  readonly expressionJson?: Leaf;
}

/** `expression` and `expressionJson` that agree, or of which only one is understood, or which are not both there. */
export function anyExpressions(random: Random): Expressions {
  const { spoken, tree } = random.pick([constant, constant, comparison, opaque])(random);
  const written = random.pick([() => JSON.stringify(tree), () => `\n${JSON.stringify(tree, null, 2)}`])();
  const all = { expression: spoken, expressionJson: text(written) };
  return random.pick([all, all, all, { expression: spoken }, {}]);
}

interface Said {
  readonly spoken: Leaf;
  readonly tree: unknown;
}

function constant(random: Random): Said {
  const value = String(!random.once(6));
  return { spoken: random.pick([leaf(value), text(value), text(` ${value}`)]), tree: literal(value) };
}

function comparison(random: Random): Said {
  const [profile, attribute] = random.pick([
    ['currentTxn', 'value'],
    ['currentLineItem', 'quantity'],
  ] as const);
  const operator = random.pick(['>', '<', '>=', '<=', '==']);
  const spoken = operator === '==' && random.once(2) ? '=' : operator;
  const number = random.pick(['500', '0', '-2', '12345678901234567890', '2.5']);
  const zeros = number.includes('.') ? random.pick(['', '00']) : random.pick(['', '.0']);
  const blank = random.pick(['', ' ', '  ']);
  return {
    spoken: text(`${profile}.${attribute}${blank}${spoken}${blank}${number}${zeros}`),
    tree: binary(operator, dereference(profile, attribute), literal(number, 'number:primitive')),
  };
}

/** Both in forms that nothing is known of but that they exist: nothing can be compared. */
function opaque(random: Random): Said {
  const call = { arity: 'method_call', type: 'boolean:primitive', operands: [name('a'), name('b'), literal('true')] };
  return {
    spoken: text(random.pick(['currentTxn.value>5 && currentTxn.value<9', 'isEmpty(currentEvent.code)', '2*3>5'])),
    tree: random.pick<unknown>([call, literal('x', 'string:object:primitive'), name('currentTxn')]),
  };
}
