import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { group, list, target } from '../../../../../support/definition-text';
import { expectDiagnostics } from '../../../../../support/diagnose';
import { spend } from '../../../../../support/expression-trees';
import { table } from '../../../../../support/table';

/** @param text the decoded text, markers and all. */
const json = (text: string) =>
  group({ targets: list(target({ expressionJson: `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` })) });

const one = '{"arity":"literal","value":"1"}';
const both = (left: string, right: string) => `{"arity":"binary_operation","operands":[${left},${right}]}`;
const odd = (kind: string) => `{"arity":«expression-json-node:"${kind}"»}`;

describe('expression-json-node', () => {
  table({
    'is silent about the kinds of documented trees': json(JSON.stringify(spend('>', '500'))),
    'is silent about a call': json(`{"arity":"method_call","operands":[${one}]}`),
    'reports another kind at the root': json(odd('conjunction')),
    'reports another kind below': json(both(one, odd('negation'))),
    'reports a group below the root': json(both(one, odd('group'))),
    'leaves a group at the root to expression-json-shape': json(
      '{"arity":«expression-json-shape:"group"»,"operands":[{"arity":"x"}]}',
    ),
    'reports each kind once': json(both(odd('a'), both('{"arity":"a"}', odd('b')))),
    'takes case and blanks as they are': json(both(odd('Literal'), odd(' literal'))),
    'reports an empty kind': json(odd('')),
    'leaves a kind that is no text to expression-json-shape': json('{"arity":«expression-json-shape:5»}'),
    'is not taken in by names that every object has': json(both(odd('constructor'), odd('__proto__'))),
    'leaves what is no JSON to expression-json-syntax': json('{"arity":"x"«expression-json-syntax:,»}'),
    'reports each string by itself': group({
      trackingType: '"UNIFIED"',
      combinationType: '"ALL"',
      targets: list(
        target({ name: '"A"', expressionJson: String.raw`"{\"arity\":«expression-json-node:\"x\"»}"` }),
        target({ name: '"B"', expressionJson: String.raw`"{\"arity\":«expression-json-node:\u0022x\u0022»}"` }),
      ),
    }),
  });

  it('is worth knowing, no more', () => {
    const [finding] = expectDiagnostics(json(odd('conjunction')));
    assert.equal(finding?.severity, DiagnosticSeverity.Information);
    assert.equal(
      finding.message,
      '"conjunction" is not a node kind of any documented tree; known are literal, name, object_dereference, binary_operation and method_call.',
    );
  });

  it('says of a group what it is known from', () => {
    assert.equal(
      expectDiagnostics(json(both(one, odd('group'))))[0]?.message,
      '"group" is not a node kind of any documented tree that could be read; known are literal, name, object_dereference, binary_operation and method_call.',
    );
  });
});
