import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { diagnose, documentOf, summarise } from '../../../../../support/diagnose';
import { repeat } from '../../../../../support/json-literals';

const megabyte = 1024 * 1024;
const one = '{"arity":"literal","value":"1"}';
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + one + close.repeat(depth);
const operation = '{"arity":"binary_operation","operands":[';

/** Decoded texts, and the codes they are expected to carry. */
const texts: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  '10,000 nodes deep': [nested(operation, `,${one}]}`, 10_000), []],
  '10,000 nodes deep, the innermost misshaped': [
    nested(operation, `,${one}]}`, 10_000).replace(one, '{"arity":"literal"}'),
    ['expression-json-shape'],
  ],
  '10,000 lists deep': ['['.repeat(10_000) + ']'.repeat(10_000), ['expression-json-shape']],
  '10,000 lists deep, none closed': ['['.repeat(10_000), ['expression-json-syntax']],
  '10,000 objects deep, none closed': ['{"a":'.repeat(10_000), ['expression-json-syntax']],
  'a megabyte of operands': [`{"arity":"method_call","operands":[${repeat(`${one},`, megabyte)}${one}]}`, []],
  'a megabyte of nodes without arity': [
    `{"arity":"x","operands":[${repeat('{},', megabyte)}{}]}`,
    ['expression-json-shape', 'expression-json-node'],
  ],
  'a megabyte of quotes': ['"'.repeat(megabyte), ['expression-json-syntax']],
  'a megabyte of backslashes': ['\\'.repeat(megabyte), ['expression-json-syntax']],
  'a megabyte of blanks': [' '.repeat(megabyte), ['expression-json-syntax']],
  'a megabyte of zeros': [`{"arity":"literal","value":"${'0'.repeat(megabyte)}"}`, []],
  'a megabyte of half pairs': [`{"arity":"literal","value":"${'\uD83D'.repeat(megabyte)}"}`, []],
  'a megabyte of comments': ['/**/'.repeat(megabyte / 4), ['expression-json-syntax']],
  'a megabyte of commas': [','.repeat(megabyte), ['expression-json-syntax']],
};

describe('the rules of expressionJson', () => {
  for (const [what, [text, codes]] of Object.entries(texts)) {
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
