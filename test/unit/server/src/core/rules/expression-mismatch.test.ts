import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { documentOf, expectDiagnostics } from '../../../../../support/diagnose';
import { binary, dereference, literal, spend } from '../../../../../support/expression-trees';
import { expectFixes } from '../../../../../support/fixes';
import { table } from '../../../../../support/table';

const escaped = (tree: unknown) => JSON.stringify(JSON.stringify(tree));
/** @param expression raw text. @param expressionJson a tree, or the string as the document has it. */
const rule = (expression: string, expressionJson: unknown) =>
  group({
    targets: list(
      target({
        expression,
        expressionJson: typeof expressionJson === 'string' ? expressionJson : escaped(expressionJson),
      }),
    ),
  });
const wrong = (expression: string) => `«expression-mismatch:${expression}»`;
const always = literal('true');
const big = spend('>', '500');

describe('expression-mismatch', () => {
  table({
    'is silent about true and its tree': rule('"true"', always),
    'is silent about a boolean and its tree': rule('true', always),
    'is silent about false and its tree': rule('"false"', literal('false')),
    'is silent about a comparison and its tree': rule('"currentTxn.value>500"', big),
    'does not count blanks': rule('" currentTxn.value \\n >  500 "', big),
    'does not count zeros at the end': rule('"currentTxn.value>500.00"', big),
    'takes = for ==': rule('"currentTxn.value=500"', spend('==', '500')),
    'takes == for =': rule('"currentTxn.value==500"', spend('=', '500')),
    'reads escapes on both sides': rule('"currentTxn.value\\u003e500"', escaped(big).replaceAll('>', '\\u003e')),
    'reports another number': rule(wrong('"currentTxn.value>501"'), big),
    'reports another number behind the point': rule(wrong('"currentTxn.value>500.5"'), big),
    'reports another operator': rule(wrong('"currentTxn.value>=500"'), big),
    'reports another attribute': rule(wrong('"currentTxn.basketAmountSumNonDiscounted>500"'), big),
    'reports another profile': rule(wrong('"currentLineItem.value>500"'), big),
    'reports a condition where the tree has none': rule(wrong('"currentTxn.value>500"'), always),
    'reports a condition in the tree alone': rule(wrong('"true"'), big),
    'reports a condition beside a boolean': rule(wrong('true'), big),
    'reports true and false': rule(wrong('false'), always),
    'is silent about an operator beyond the proven': rule('"currentTxn.value!=500"', big),
    'is silent about two conditions': rule('"currentTxn.value>500&&currentTxn.value<900"', big),
    'is silent about a tree of another form': rule(
      '"true"',
      binary('>', literal('500', 'number:primitive'), dereference('a', 'b')),
    ),
    'is silent about a tree of another kind': rule(
      '"true"',
      String.raw`"{\"arity\":«expression-json-node:\"not\"»,\"operands\":[]}"`,
    ),
    'is silent about a tree that is none': rule('"true"', String.raw`"«expression-json-shape:{»}"`),
    'is silent about what is no JSON': rule('"true"', '"«expression-json-syntax:x»"'),
    'is silent without expressionJson': rule('"currentTxn.value>500"', 'null'),
    'is silent without expression': rule('null', big),
    'is silent about an empty expression': rule('""', big),
    'is silent about a wrong type': rule('«schema-type:5»', big),
    'is silent about a wrong type of the tree': rule('"currentTxn.value>1"', '«schema-type:true»'),
    'is silent while the expression is half typed': `{ "name": "Spring", "targets": [{ "name": "Spend", "expressionJson": ${escaped(always)}, "expression": «json-syntax:"currentTxn.value>1» }] }`,
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "expression": ${wrong('false')}, "expressionJson": ${escaped(always)}, "name": "Spend" }] }`,
  });

  it('says what both say and points at the tree', () => {
    const text = rule(wrong('" currentTxn.value = 5 "'), String.raw`"\n${escaped(big).slice(1)}`);
    const [finding] = expectDiagnostics(text);
    assert.equal(
      finding?.message,
      'expression says currentTxn.value==5, but expressionJson says currentTxn.value>500; both are expected to say the same.',
    );
    const [related] = finding.relatedInformation ?? [];
    assert.equal(related?.message, 'This tree says currentTxn.value>500.');
    const document = documentOf(text.replace(/«[a-z-]+:|»/g, ''));
    assert.equal(document.getText(related.location.range), escaped(big).slice(1, -1));
  });

  it('cuts what is long', () => {
    const [whole] = expectDiagnostics(rule(wrong(`"currentTxn.value>1${'0'.repeat(62)}"`), always));
    assert.equal(
      whole?.message,
      `expression says currentTxn.value>1${'0'.repeat(62)}, but expressionJson says true; both are expected to say the same.`,
    );
    for (const zeros of [63, 1000]) {
      const [finding] = expectDiagnostics(rule(wrong(`"currentTxn.value>1${'0'.repeat(zeros)}"`), always));
      assert.equal(
        finding?.message,
        `expression says currentTxn.value>1${'0'.repeat(61)}…, but expressionJson says true; both are expected to say the same.`,
      );
    }
  });

  const title = (expression: string) => [`Let expressionJson say ${expression}`];

  it('writes the tree anew, in the escapes of the string, and nothing else', () => {
    const fix = (expression: string, expressionJson: unknown, said: string) =>
      expectFixes(rule(expression, expressionJson), 'expression-mismatch', title(said))[0];
    assert.equal(
      fix('"currentTxn.value > 500"', always, 'currentTxn.value>500'),
      rule('"currentTxn.value > 500"', big),
    );
    assert.equal(fix('true', big, 'true'), rule('true', always));
    const byNumber = (tree: unknown) =>
      `"${JSON.stringify(tree).replaceAll('"', '\\u0022').replaceAll('>', '\\u003E')}"`;
    assert.equal(
      fix('"currentTxn.value>1.0"', byNumber(big), 'currentTxn.value>1.0'),
      rule('"currentTxn.value>1.0"', byNumber(spend('>', '1.0'))),
    );
  });

  it('has no fix where the tree is not documented', () => {
    for (const expression of ['false', '"currentTxn.points>5"', '"currentTxn.value>-5"'])
      expectFixes(rule(expression, always), 'expression-mismatch', []);
  });
});
