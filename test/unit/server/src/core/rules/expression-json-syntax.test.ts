import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { diagnose, documentOf, expectDiagnostics, summarise } from '../../../../../support/diagnose';
import { spend } from '../../../../../support/expression-trees';
import { anySpelling } from '../../../../../support/json-literals';
import { table } from '../../../../../support/table';
import { runs } from '../../../../../support/runs';

/** @param literal the string as the document has it, or anything else. */
const holding = (literal: string) => group({ targets: list(target({ expressionJson: literal })) });
/** @param text the decoded text, markers and all. */
const json = (text: string) => holding(`"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);

const tree = JSON.stringify(spend('>', '500'));

describe('expression-json-syntax', () => {
  table({
    'is silent about a tree': json(tree),
    'is silent about a tree over several lines': holding(
      String.raw`"\n{\n  \"arity\":\"literal\",\n  \"value\":\"true\"\n}"`,
    ),
    'is silent about a tree in other escapes': holding(
      String.raw`"\u007b\u0022arity\u0022:\u0022literal\u0022,\u0022value\u0022:\u00221\u0022\u007D"`,
    ),
    'is silent about null': holding('null'),
    'is silent about a wrong type': holding('«schema-type:5»'),
    'is silent about a tree that is no text': holding('«schema-type:{ "arity": "literal", "value": "true" }»'),
    'is silent about half pairs': json(String.raw`{"arity":"literal","value":"\ud83d"}`),
    'is silent about half pairs as they are decoded': holding(
      String.raw`"{\"arity\":\"literal\",\"value\":\"\ud83d\"}"`,
    ),
    'is silent about __proto__ and repeated keys': json(
      '{"__proto__":{"arity":1},"arity":"x","arity":"literal","value":"true"}',
    ),
    'is silent about huge numbers': json('{"arity":"literal","value":1e999}'),
    'reports an empty text': holding('«expression-json-syntax:""»'),
    'reports a blank text': holding('«expression-json-syntax:" \\n\\u0020"»'),
    'reports a missing comma, on what stands behind it': json(
      '{"arity":"literal" «expression-json-syntax:"value"»:"true"}',
    ),
    'reports the first place alone': json('{«expression-json-syntax:arity»:literal,value:true}'),
    'reports text that is no JSON at all': json('«expression-json-syntax:currentTxn.value>500»'),
    'reports single quotes': json("{«expression-json-syntax:'arity'»:'literal'}"),
    'reports a trailing comma': json('{"arity":"literal","value":"true"«expression-json-syntax:,»}'),
    'reports a comment': json('{"arity":"literal"«expression-json-syntax:/* 1 */»,"value":"true"}'),
    'reports what stands behind the tree': json('{"arity":"literal","value":"true"}«expression-json-syntax:}»'),
    'reports an end too soon, on the last word': json('{"arity":"literal","value":«expression-json-syntax:"true"»'),
    'reports a bad escape': json(String.raw`{"arity":"lit«expression-json-syntax:\x»eral"}`),
    'reports a bad escape with a whole emoji': json(String.raw`{"arity":"lit«expression-json-syntax:\😀»eral"}`),
    'reports a line break inside a text': holding(String.raw`"{\"arity\":«expression-json-syntax:\"lit»\neral\"}"`),
    'reports places behind escapes of all widths': holding(
      String.raw`"\u007b\n\t\u0022😀\u0022:1,«expression-json-syntax:\u0065n\u0064»}"`,
    ),
    'reads the last of repeated members': group({
      targets: `[{ "name": "Spend", "targetEntity": "TRANSACTION", "targetType": "SALES", "enrolmentMethod": "IMPORT", "defaultValues": [{ "defaultValue": 1 }], "expressionJson": "x", «duplicate-key:"expressionJson"»: "«expression-json-syntax:y»" }]`,
    }),
    'looks at every target': group({
      trackingType: '"UNIFIED"',
      combinationType: '"ALL"',
      targets: list(
        target({ name: '"A"', expressionJson: '"«expression-json-syntax:x»"' }),
        target({ name: '"B"', expressionJson: '"«expression-json-syntax:y»"' }),
      ),
    }),
    'is silent where the string is half typed': `{ "name": "Spring", "targets": [{ "name": "Spend", "expressionJson": «json-syntax:"{ }»] }`,
    'is silent where the quotes inside have no backslash': `{ "name": "Spring", "targets": [{ "expressionJson": «json-syntax:"{"arity":"literal"}"», "name": "Spend" }] }`,
    'is silent where another string follows': `{ "name": "Spring", "targets": [{ "expressionJson": "{" «json-syntax:"active"»: true, "name": "Spend" }] }`,
    'is silent where the last but one string is torn': `{ "name": "Spring", "targets": [{ "expressionJson": "{" «json-syntax:"name"»: "Spend" }] }`,
    'reports the last but one': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "expressionJson": "«expression-json-syntax:{»", "name": «json-syntax:tr» }] }`,
    'is silent where the last string is torn by a quote': `{ "name": "Spring", "targets": [{ "name": "Spend", "expressionJson": "{" «json-syntax:arity» }] }`,
    'goes on while something else is half typed': `{ "name": "Spring", "active": «json-syntax:tr», "targets": [{ "name": "Spend", "expressionJson": "{«expression-json-syntax:,»}", "description": "x" }] }`,
  });

  const messages: readonly [string, string][] = [
    ['«expression-json-syntax:""»', 'expressionJson is empty; the JSON text of an expression tree is expected.'],
    ['«expression-json-syntax:" "»', 'expressionJson is blank; the JSON text of an expression tree is expected.'],
    [
      '"{«expression-json-syntax:a»:1}"',
      'The text of expressionJson is not JSON: The key a has no double quotes around it.',
    ],
    [
      '"{} «expression-json-syntax:x y»"',
      'The text of expressionJson is not JSON: "x y" stands behind the end of the JSON; nothing may follow it.',
    ],
    ['"«expression-json-syntax:,»"', 'The text of expressionJson is not JSON: "," is not expected here; "{" is.'],
  ];
  for (const [literal, message] of messages) {
    it(`says "${message}"`, () => {
      assert.equal(expectDiagnostics(holding(literal))[0]?.message, message);
    });
  }

  it('points at the bracket that is not closed', () => {
    const [finding] = expectDiagnostics(json('{"arity":[«expression-json-syntax:1»'));
    const [related] = finding?.relatedInformation ?? [];
    assert.ok(finding && related);
    assert.equal(related.message, 'The array begins here.');
    const { line, character } = finding.range.start;
    assert.deepEqual(related.location.range, { start: { line, character: character - 1 }, end: { line, character } });
  });

  it('reports every place inside the string, whatever is in it', () => {
    const anyText = fc.oneof(
      fc.json(),
      fc.string({
        unit: fc.constantFrom(
          ...Array.from('{}[]:,"\\ut/* \n1e+arity😀'),
          '\uD83D',
          '"arity":',
          '"literal"',
          '"operands":[',
        ),
      }),
      fc
        .tuple(fc.nat(tree.length), fc.nat(3), fc.string({ maxLength: 2 }))
        .map(([at, gone, more]) => tree.slice(0, at) + more + tree.slice(at + gone)),
    );
    const before = holding('""').indexOf('"expressionJson": ') + '"expressionJson": '.length;
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), anySpelling(text))),
        ([text, literal]) => {
          const document = holding(literal);
          const findings = diagnose(document);
          for (const { range } of findings) {
            const start = documentOf(document).offsetAt(range.start);
            const end = documentOf(document).offsetAt(range.end);
            assert.ok(
              start >= before && start < end && end <= before + literal.length,
              summarise(document, findings).join(),
            );
          }
          const isSyntax = findings.some(({ code }) => code === 'expression-json-syntax');
          assert.equal(isSyntax, !isJson(text), literal);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
