import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { spend } from '../../../../../support/expression-trees';
import { table } from '../../../../../support/table';

/** @param text the decoded text, markers and all. */
const json = (text: string) =>
  group({ targets: list(target({ expressionJson: `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` })) });

const brace = '«expression-json-shape:{»';
const call = (...operands: string[]) => `{"arity":"method_call","operands":[${operands.join(',')}]}`;
const one = '{"arity":"literal","value":"1"}';

describe('expression-json-shape', () => {
  table({
    'is silent about a literal': json(one),
    'is silent about a comparison': json(JSON.stringify(spend('<', '1000'))),
    'is silent about a call': json(call('{"arity":"name","value":"a"}', '{"arity":"name","value":"b"}', one, one)),
    'is silent about a literal whose value is no text': json('{"arity":"literal","value":5}'),
    'is silent about an empty value': json('{"arity":"literal","value":""}'),
    'is silent about nodes without type': json('{"arity":"name","value":"currentTxn"}'),
    'is silent about a call with any number of operands': json(call()),
    'leaves other kinds to expression-json-node': json('{"arity":«expression-json-node:"negation"»}'),
    'leaves what is no JSON to expression-json-syntax': json('{"arity":"literal"«expression-json-syntax:,»}'),
    'reports a number': json('«expression-json-shape:5»'),
    'reports a text': json('«expression-json-shape:"true"»'),
    'reports null': json('«expression-json-shape:null»'),
    'reports a list': json(`«expression-json-shape:[${one}]»`),
    'reports an empty object': json(`${brace}}`),
    'reports a node without arity': json(`${brace}"value":"true","type":"boolean:primitive"}`),
    'reads keys as they are written': json(`${brace}"Arity":"literal","value":"true"}`),
    'counts null as absent': json(`${brace}"arity":null}`),
    'reports an arity that is no text': json('{"arity":«expression-json-shape:5»,"value":"true"}'),
    'reports a literal without value': json(`${brace}"arity":"literal"}`),
    'reports a literal whose value is null': json(`${brace}"arity":"literal","value":null}`),
    'reports a name without value': json(`${brace}"arity":"name"}`),
    'reports a group at the root, and nothing of what it holds': json(
      '{"arity":«expression-json-shape:"group"»,"operands":[{"value":"a"},{"arity":"group","operands":[]}]}',
    ),
    'leaves a group below to expression-json-node': json(
      call(`{"arity":«expression-json-node:"group"»,"operands":[]}`),
    ),
    'reports an operation without operands': json(`${brace}"arity":"binary_operation","value":">"}`),
    'reports one operand': json(`{"arity":"binary_operation",«expression-json-shape:"operands"»:[${one}]}`),
    'reports three operands': json(
      `{"arity":"binary_operation",«expression-json-shape:"operands"»:[${one},${one},${one}]}`,
    ),
    'reports a list that is none': json(`{"arity":"object_dereference","operands":«expression-json-shape:{"a":1}»}`),
    'reports no operand at all': json(`{"arity":"object_dereference",«expression-json-shape:"operands"»:[]}`),
    'reports an operand that is no node': json(
      `{"arity":"binary_operation","operands":[${one},«expression-json-shape:"1"»]}`,
    ),
    'reports an operand that is null': json(
      `{"arity":"binary_operation","operands":[«expression-json-shape:null»,${one}]}`,
    ),
    'reports the first of several alone': json(
      `{"arity":"binary_operation","operands":[${brace}"arity":"name"},{"arity":"literal"}]}`,
    ),
    'looks into calls': json(call(one, `${brace}"arity":"literal"}`)),
    'looks into kinds that are not known, at objects alone': json(
      `{"arity":«expression-json-node:"and"»,"operands":["x",5,${one},${brace}"value":"x"}]}`,
    ),
    'looks at operands alone': json('{"arity":"literal","value":"true","note":{"arity":"literal"}}'),
    'reads the last of repeated keys': json(`{"arity":5,"arity":"literal","value":"true"}`),
    'has nothing to do with __proto__': json(`${brace}"__proto__":{"arity":"literal","value":"true"}}`),
    'marks the escape of a brace': group({
      targets: list(target({ expressionJson: String.raw`"\n«expression-json-shape:\u007b»\u007d"` })),
    }),
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "name": "Spend", "expressionJson": "${brace}}" }] }`,
  });

  const messages: readonly [string, string][] = [
    ['«expression-json-shape:[]»', 'expressionJson holds an array; a node is expected, an object with an arity.'],
    [
      `{"arity":"binary_operation","operands":[${one},«expression-json-shape:5»]}`,
      'This operand is the number 5; a node is expected, an object with an arity.',
    ],
    [`${brace}}`, 'This node has no arity; every node of an expression tree names its kind.'],
    ['{"arity":«expression-json-shape:true»}', 'arity is true; the name of a node kind is expected.'],
    [
      '{"arity":«expression-json-shape:"group"»}',
      'The root is a group, which the API prints for a rule that it could not read; a literal or an operation is expected.',
    ],
    [`${brace}"arity":"name"}`, 'This name has no value; a text is expected.'],
    [`${brace}"arity":"object_dereference"}`, 'This object_dereference has no operands; exactly 2 are expected.'],
    [
      '{"arity":"binary_operation","operands":«expression-json-shape:"x"»}',
      'operands is the text "x"; a list of exactly 2 nodes is expected.',
    ],
    [
      `{"arity":"binary_operation",«expression-json-shape:"operands"»:[${one}]}`,
      'This binary_operation has 1 operand; exactly 2 are expected.',
    ],
  ];
  for (const [text, message] of messages) {
    it(`says "${message}"`, () => {
      assert.equal(expectDiagnostics(json(text))[0]?.message, message);
    });
  }
});
