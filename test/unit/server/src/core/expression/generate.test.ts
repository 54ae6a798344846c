import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { generateExpressionJson } from '../../../../../../server/src/core/expression/generate';
import { readExpressionTree } from '../../../../../../server/src/core/expression/expression-tree';
import { isSameExpression, readExpression } from '../../../../../../server/src/core/expression/simple-expression';
import { readSimpleTree } from '../../../../../../server/src/core/expression/simple-tree';
import { spend } from '../../../../../support/expression-trees';
import { root } from '../../../../../support/repository';

interface Rule {
  readonly expression: string | boolean;
  readonly expressionJson?: string;
}

function acceptedRules(): Rule[] {
  const folder = path.join(root, 'test/fixtures/accepted');
  return readdirSync(folder).flatMap((file) => {
    const body = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { targets: Rule[] };
    return body.targets.filter(({ expressionJson }) => expressionJson !== undefined);
  });
}

describe('generating expressionJson', () => {
  it('writes what the accepted bodies hold', () => {
    const rules = acceptedRules();
    assert.ok(rules.length > 10);
    for (const { expression, expressionJson } of rules) {
      const generated = generateExpressionJson(expression);
      assert.equal(generated.kind, 'generated', String(expression));
      assert.deepEqual(JSON.parse(generated.expressionJson), JSON.parse(expressionJson ?? ''));
    }
  });

  it('keeps the documented order of members, without blanks', () => {
    assert.deepEqual(generateExpressionJson('currentTxn.value > 500'), {
      kind: 'generated',
      expressionJson: JSON.stringify(spend('>', '500')),
    });
    assert.deepEqual(generateExpressionJson(true), {
      kind: 'generated',
      expressionJson: '{"arity":"literal","value":"true","type":"boolean:primitive"}',
    });
  });

  for (const attribute of ['value', 'basketAmountSumNonDiscounted'])
    for (const operator of ['>', '<', '>=', '<=', '==', '='])
      it(`says in the tree what currentTxn.${attribute} ${operator} 12.50 says`, () => {
        const expression = `currentTxn.${attribute} ${operator} 12.50`;
        const generated = generateExpressionJson(expression);
        assert.equal(generated.kind, 'generated');
        const said = readSimpleTree(readExpressionTree(generated.expressionJson));
        const meant = readExpression(expression);
        assert.ok(said && meant && isSameExpression(said, meant));
      });

  const refused: readonly [string | boolean, RegExp][] = [
    [false, /says false/],
    ['false', /says false/],
    ['currentTxn.points>5', /type of currentTxn\.points, which is not documented; known are currentTxn\.value and/],
    ['currentLineItem.value>5', /type of currentLineItem\.value/],
    ['currentTxn.value>-5', /the minus of -5/],
    ['currentTxn.value>5&&currentTxn.value<9', /^Only true and comparisons/],
    ['currentTxn.value!=5', /^Only true and comparisons/],
    ['', /^Only true and comparisons/],
  ];
  for (const [expression, reason] of refused) {
    it(`is refused with the reason for ${JSON.stringify(expression)}`, () => {
      const generated = generateExpressionJson(expression);
      assert.equal(generated.kind, 'refused');
      assert.match(generated.reason, reason);
    });
  }
});
