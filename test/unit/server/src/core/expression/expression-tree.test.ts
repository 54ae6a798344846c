import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { endOf } from '../../../../../../server/src/core/document/node';
import { nodesOf, readExpressionTree } from '../../../../../../server/src/core/expression/expression-tree';
import { toCondition } from '../../../../../../server/src/core/expression/to-condition';
import { toTreeRows } from '../../../../../../server/src/core/expression/tree-rows';
import { binary, dereference, literal, name, spend } from '../../../../../support/expression-trees';

const conditionOf = (tree: unknown, limit?: number): string =>
  toCondition(readExpressionTree(JSON.stringify(tree)), limit);

describe('an expression tree', () => {
  it('is read node by node, in the order of the text', () => {
    const text = JSON.stringify(spend('>', '500'));
    const nodes = [...nodesOf(readExpressionTree(text))];
    assert.deepEqual(
      nodes.map(({ depth, arity, value, type }) => [depth, arity, value, type]),
      [
        [0, 'binary_operation', '>', 'boolean:primitive'],
        [1, 'object_dereference', undefined, 'real:object:primitive'],
        [2, 'name', 'currentTxn', 'tx:object:primitive'],
        [2, 'name', 'value', 'real:object:primitive'],
        [1, 'literal', '500', 'number:primitive'],
      ],
    );
    assert.deepEqual(
      nodes.map(({ node }) => (JSON.parse(text.slice(node.offset, endOf(node))) as { arity: string }).arity),
      nodes.map(({ arity }) => arity),
    );
  });

  it('tolerates what it does not know', () => {
    const tree = {
      arity: 'logical',
      operands: [literal('true'), 5, 'x', { odd: true }, null],
      more: [{ arity: 'no node' }],
    };
    const arities = [...nodesOf(readExpressionTree(JSON.stringify(tree)))].map(({ arity, node }) => arity ?? node.kind);
    assert.deepEqual(arities, ['logical', 'literal', 'object']);
  });

  it('counts null as absent and takes the last of repeated keys', () => {
    const [node] = nodesOf(readExpressionTree('{"arity":"a","arity":"literal","value":null,"type":"x","__proto__":1}'));
    assert.deepEqual([node?.arity, node?.value, node?.type], ['literal', undefined, 'x']);
    assert.equal(node?.members.value, undefined);
  });

  const conditions: readonly [string, unknown, string][] = [
    ['a constant', literal('true'), 'true'],
    ['a comparison', spend('>', '500'), 'currentTxn.value > 500'],
    [
      'operations inside one another',
      binary('&&', spend('>', '5'), spend('<', '9')),
      '(currentTxn.value > 5) && (currentTxn.value < 9)',
    ],
    [
      'a text',
      binary('==', dereference('currentTxn', 'type'), literal('a "b"', 'string:object:primitive')),
      'currentTxn.type == "a \\"b\\""',
    ],
    ['an enum value', literal('EEnum__A', 'enum:string:object:primitive'), 'EEnum__A'],
    [
      'a call',
      { arity: 'method_call', operands: [name('currentLineItem'), name('doesItemMatch'), literal('1'), literal('2')] },
      'currentLineItem.doesItemMatch(1, 2)',
    ],
    ['a kind that is not known', { arity: 'not', operands: [literal('true')] }, 'not(true)'],
    ['a group', { arity: 'group', operands: [{ value: 'x' }, literal('1')] }, 'group(x(), 1)'],
    [
      'numbers and booleans in place of texts',
      binary('==', { arity: 'literal', value: 1.5 }, { arity: 'literal', value: false }),
      '1.5 == false',
    ],
    ['what is missing', binary('>', { arity: 'object_dereference' }, { arity: 'literal' }), '?.? > ?'],
    ['no tree', [], '?()'],
  ];
  for (const [what, tree, condition] of conditions) {
    it(`is a readable condition: ${what}`, () => {
      assert.equal(conditionOf(tree), condition);
    });
  }

  it('is ? where there is no text', () => {
    assert.equal(toCondition(readExpressionTree('')), '?');
  });

  it('is cut where it is long, never through a surrogate pair', () => {
    assert.equal(conditionOf(literal('abcdef'), 6), 'abcdef');
    assert.equal(conditionOf(literal('abcdefg'), 6), 'abcde…');
    assert.equal(conditionOf(literal('abcd😀e'), 6), 'abcd…');
    assert.equal(conditionOf(spend('>', '500'), 10), 'currentTx…');
    const wide = { arity: 'many', operands: Array.from({ length: 5000 }, () => literal('1')) };
    assert.equal(conditionOf(wide).length, 2000);
  });

  it('nested 10,000 deep costs no stack', () => {
    const depth = 10_000;
    const text = `${'{"arity":"binary_operation","value":"+","operands":['.repeat(depth)}1${',2]}'.repeat(depth)}`;
    const tree = readExpressionTree(text);
    assert.deepEqual(tree.problems, []);
    assert.deepEqual(
      toTreeRows(tree).rows.map(({ text: row }) => row.length),
      [200],
    );
    assert.ok(toCondition(tree, 1e6).startsWith('((((('));
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('{}[]:,"arity ')) })),
        (text) => {
          const tree = readExpressionTree(text);
          for (const { at } of toTreeRows(tree).rows) assert.ok(at.offset >= 0 && endOf(at) <= text.length);
          assert.ok(toCondition(tree, 50).length <= 50);
        },
      ),
    );
  });
});

describe('the conditions of an expression tree', () => {
  const rowsOf = (tree: unknown) => {
    const text = JSON.stringify(tree);
    const { rows, omitted } = toTreeRows(readExpressionTree(text));
    for (const { at } of rows) assert.doesNotThrow(() => JSON.parse(text.slice(at.offset, endOf(at))) as unknown);
    return [...rows.map(({ depth, text: row }) => `${'  '.repeat(depth)}${row}`), ...(omitted > 0 ? [omitted] : [])];
  };
  const [over, under] = [spend('>', '5'), spend('<', '9')];

  it('one is a row of its own, whatever it is made of', () => {
    assert.deepEqual(rowsOf(over), ['currentTxn.value > 5']);
    assert.deepEqual(rowsOf({ arity: 'not', operands: [over] }), ['not((currentTxn.value > 5))']);
    assert.deepEqual(rowsOf(binary('+', literal('1'), literal('2'))), ['1 + 2']);
  });

  it('several stand below what joins them, in one list as long as it is the same', () => {
    const both = binary('&&', binary('&&', over, under), over);
    assert.deepEqual(rowsOf(binary('||', both, under)), [
      '||',
      '  &&',
      '    currentTxn.value > 5',
      '    currentTxn.value < 9',
      '    currentTxn.value > 5',
      '  currentTxn.value < 9',
    ]);
  });

  it('many are counted', () => {
    let tree: object = over;
    for (let index = 0; index < 90; index++) tree = binary(index % 2 === 0 ? '&&' : '||', under, tree);
    const rows = rowsOf(tree);
    assert.deepEqual([rows.length, rows.at(-1)], [61, 181 - 60]);
  });

  it('an operator without operands is a condition that cannot be read', () => {
    assert.deepEqual(rowsOf({ arity: 'binary_operation', value: '&&' }), ['? && ?']);
    assert.deepEqual(toTreeRows(readExpressionTree('')), { rows: [], omitted: 0 });
  });
});
