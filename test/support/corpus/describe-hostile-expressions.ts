import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../definition-text';
import { diagnose, documentOf, summarise } from '../diagnose';
import { repeat } from '../json-literals';

const one = '{"arity":"literal","value":"1"}';
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + one + close.repeat(depth);
const operation = '{"arity":"binary_operation","operands":[';

/** Decoded texts, the longest about `length` long, and the codes they are expected to carry. */
const textsOf = (length: number): Readonly<Record<string, readonly [string, readonly string[]]>> => ({
  '10,000 nodes deep': [nested(operation, `,${one}]}`, 10_000), []],
  '10,000 nodes deep, the innermost misshaped': [
    nested(operation, `,${one}]}`, 10_000).replace(one, '{"arity":"literal"}'),
    ['expression-json-shape'],
  ],
  '10,000 lists deep': ['['.repeat(10_000) + ']'.repeat(10_000), ['expression-json-shape']],
  '10,000 lists deep, none closed': ['['.repeat(10_000), ['expression-json-syntax']],
  '10,000 objects deep, none closed': ['{"a":'.repeat(10_000), ['expression-json-syntax']],
  operands: [`{"arity":"method_call","operands":[${repeat(`${one},`, length)}${one}]}`, []],
  'nodes without arity': [
    `{"arity":"x","operands":[${repeat('{},', length)}{}]}`,
    ['expression-json-shape', 'expression-json-node'],
  ],
  quotes: ['"'.repeat(length), ['expression-json-syntax']],
  backslashes: ['\\'.repeat(length), ['expression-json-syntax']],
  blanks: [' '.repeat(length), ['expression-json-syntax']],
  zeros: [`{"arity":"literal","value":"${'0'.repeat(length)}"}`, []],
  'half pairs': [`{"arity":"literal","value":"${'\uD83D'.repeat(length)}"}`, []],
  comments: ['/**/'.repeat(length / 4), ['expression-json-syntax']],
  commas: [','.repeat(length), ['expression-json-syntax']],
});

/** The tests of hostile texts in `expressionJson`. */
export function describeHostileExpressions({ length }: { readonly length: number }): void {
  describe(`the rules of expressionJson, with texts ${length} long`, () => {
    for (const [what, [text, codes]] of Object.entries(textsOf(length))) {
      it(`take ${what}`, () => {
        const literal = JSON.stringify(text);
        const document = group({
          targets: list(target({ expression: '"currentTxn.value>5"', expressionJson: literal })),
        });
        const findings = diagnose(document);
        assert.deepEqual(findings.map(({ code }) => code).sort(), [...codes].sort());
        const start = document.indexOf(literal);
        for (const { range } of findings) {
          const from = documentOf(document).offsetAt(range.start);
          const to = documentOf(document).offsetAt(range.end);
          assert.ok(
            start <= from && from < to && to <= start + literal.length,
            summarise(document, findings)[0]?.slice(0, 200),
          );
        }
      });
    }
  });
}
