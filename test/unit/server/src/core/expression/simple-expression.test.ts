import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readExpressionTree } from '../../../../../../server/src/core/expression/expression-tree';
import {
  expressionText,
  isSameExpression,
  readExpression,
  type SimpleExpression,
} from '../../../../../../server/src/core/expression/simple-expression';
import { readSimpleTree } from '../../../../../../server/src/core/expression/simple-tree';
import { binary, dereference, literal, name, spend } from '../../../../../support/expression-trees';

const shown = (expression: SimpleExpression | undefined) => expression && expressionText(expression);

describe('an expression of the proven forms', () => {
  const read: readonly [string | boolean, string | undefined][] = [
    [true, 'true'],
    [false, 'false'],
    ['true', 'true'],
    [' \n false\t', 'false'],
    ['currentTxn.value>500', 'currentTxn.value>500'],
    [' currentTxn . value \n >= \t 500.50 ', 'currentTxn.value>=500.50'],
    ['currentTxn.value=5', 'currentTxn.value==5'],
    ['currentTxn.value==5', 'currentTxn.value==5'],
    ['currentTxn.value<=-5', 'currentTxn.value<=-5'],
    ['_a.$b1<0', '_a.$b1<0'],
    ['', undefined],
    ['TRUE', undefined],
    ['value>5', undefined],
    ['a.b.c>5', undefined],
    ['a.b!=5', undefined],
    ['a.b=>5', undefined],
    ['a.b>5.', undefined],
    ['a.b>.5', undefined],
    ['a.b>1e3', undefined],
    ['a.b>+5', undefined],
    ['a.b>5 0', undefined],
    ['a.b>- 5', undefined],
    ['a.b>c', undefined],
    ['a.b>"5"', undefined],
    ['5<a.b', undefined],
    ['(a.b>5)', undefined],
    ['a.b>5&&a.b<9', undefined],
    ['a.1b>5', undefined],
    ['__proto__', undefined],
    ['a.b constructor 5', undefined],
  ];
  for (const [text, expected] of read) {
    it(`${JSON.stringify(text)} is ${expected ?? 'none'}`, () => {
      assert.equal(shown(readExpression(text)), expected);
    });
  }

  const compared: readonly [string, string, boolean][] = [
    ['true', ' true ', true],
    ['true', 'false', false],
    ['true', 'a.b>1', false],
    ['a.b>1', 'true', false],
    ['a.b>1', 'a.b > 1', true],
    ['a.b=1', 'a.b==1', true],
    ['a.b>1', 'a.b>=1', false],
    ['a.b>1', 'a.c>1', false],
    ['a.b>1', 'c.b>1', false],
    ['a.b>1', 'A.b>1', false],
    ['a.b>500', 'a.b>500.00', true],
    ['a.b>500.10', 'a.b>500.1', true],
    ['a.b>0500', 'a.b>500', true],
    ['a.b>500', 'a.b>5', false],
    ['a.b>5.01', 'a.b>5.1', false],
    ['a.b>-0', 'a.b>0.0', true],
    ['a.b>-5', 'a.b>5', false],
    ['a.b>90071992547409931', 'a.b>90071992547409930', false],
  ];
  for (const [left, right, expected] of compared) {
    it(`${left} and ${right} say ${expected ? 'the same' : 'different things'}`, () => {
      const a = readExpression(left);
      const b = readExpression(right);
      assert.ok(a && b);
      assert.equal(isSameExpression(a, b), expected);
      assert.equal(isSameExpression(b, a), expected);
    });
  }

  it('takes a megabyte of anything', () => {
    for (const piece of [' ', '0', 'a', 'a.', '>', '=', '.0']) {
      assert.equal(readExpression(`a.b>${piece.repeat(2 ** 20)}x`), undefined);
      assert.equal(readExpression(`a${piece.repeat(2 ** 20)}`), undefined);
    }
    const zeros = '0'.repeat(2 ** 20);
    const [a, b] = [`a.b>1.${zeros}1${zeros}`, `a.b>1.${zeros}1`].map(readExpression);
    assert.ok(a && b && isSameExpression(a, b));
  });
});

describe('a tree of the proven forms', () => {
  const trees: readonly [string, unknown, string | undefined][] = [
    ['true', literal('true'), 'true'],
    ['false', literal('false'), 'false'],
    ['a boolean in place of its text', { arity: 'literal', value: true }, 'true'],
    ['a comparison', spend('>', '500'), 'currentTxn.value>500'],
    ['blanks in its texts', spend(' = ', ' 500.0 '), 'currentTxn.value==500.0'],
    ['a number in place of its text', binary('<', dereference('a', 'b'), { arity: 'literal', value: 1.5 }), 'a.b<1.5'],
    [
      'no types',
      {
        arity: 'binary_operation',
        value: '>',
        operands: [
          {
            arity: 'object_dereference',
            operands: [
              { arity: 'name', value: 'a' },
              { arity: 'name', value: 'b' },
            ],
          },
          { arity: 'literal', value: '1' },
        ],
      },
      'a.b>1',
    ],
    ['the text "true"', literal('true', 'string:object:primitive'), undefined],
    ['a number alone', literal('5', 'number:primitive'), undefined],
    ['a comparison inside a literal', literal('a.b>5'), undefined],
    ['a literal without value', { arity: 'literal' }, undefined],
    ['a name alone', name('true'), undefined],
    ['an operator that is not proven', spend('!=', '5'), undefined],
    ['the text "500"', binary('>', dereference('a', 'b'), literal('500', 'string:object:primitive')), undefined],
    ['a name in place of the number', binary('>', dereference('a', 'b'), name('500')), undefined],
    ['the sides swapped', binary('<', literal('500', 'number:primitive'), dereference('a', 'b')), undefined],
    [
      'literals in place of names',
      binary(
        '>',
        { arity: 'object_dereference', operands: [literal('a'), literal('b')] },
        literal('5', 'number:primitive'),
      ),
      undefined,
    ],
    ['a profile that is no name', binary('>', dereference('a b', 'c'), literal('5', 'number:primitive')), undefined],
    ['an attribute that is no name', binary('>', dereference('a', 'b.c'), literal('5', 'number:primitive')), undefined],
    ['a name on the left', binary('>', name('a'), literal('5', 'number:primitive')), undefined],
    [
      'three operands',
      {
        arity: 'binary_operation',
        value: '>',
        operands: [dereference('a', 'b'), literal('5', 'number:primitive'), literal('5', 'number:primitive')],
      },
      undefined,
    ],
    ['one operand', { arity: 'binary_operation', value: '>', operands: [dereference('a', 'b')] }, undefined],
    ['another kind', { ...spend('>', '5'), arity: 'comparison' }, undefined],
    ['a list', [literal('true')], undefined],
  ];
  for (const [what, tree, expected] of trees) {
    it(`${what}: ${expected ?? 'not understood'}`, () => {
      assert.equal(shown(readSimpleTree(readExpressionTree(JSON.stringify(tree)))), expected);
    });
  }

  it('is not understood where its text is not JSON', () => {
    assert.equal(readSimpleTree(readExpressionTree('{"arity":"literal","value":"true"} x')), undefined);
    assert.equal(readSimpleTree(readExpressionTree('')), undefined);
  });
});
