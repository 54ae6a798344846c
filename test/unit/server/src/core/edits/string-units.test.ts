import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { StringNode } from '../../../../../../server/src/core/document/node';
import { parse } from '../../../../../../server/src/core/document/parse';
import { applyEdits } from '../../../../../../server/src/core/edits/apply-edits';
import { offsetOfUnit, replaceUnits, trimEnds } from '../../../../../../server/src/core/edits/string-units';

function literal(text: string): StringNode {
  const { root } = parse(text);
  assert.ok(root?.kind === 'string');
  return root;
}

/** Any way to write a text in JSON: each unit plain, as a short escape, or as \uXXXX. */
const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'é',
        ' ',
        '😀',
        '\u2028',
        '\\"',
        '\\\\',
        '\\/',
        '\\n',
        '\\t',
        '\\u0020',
        '\\u00e9',
        '\\ud83d',
        '\\uDE00',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `"${parts.join('')}"`);

describe('string units', () => {
  it('lie where they are written', () => {
    fc.assert(
      fc.property(written, (text) => {
        const node = literal(text);
        for (let unit = 0; unit < node.value.length; unit++) {
          const piece = text.slice(offsetOfUnit(text, node, unit), offsetOfUnit(text, node, unit + 1));
          assert.equal(JSON.parse(`"${piece}"`), node.value[unit]);
        }
        assert.equal(offsetOfUnit(text, node, node.value.length), text.length - 1);
      }),
    );
  });

  it('are replaced, and the rest keeps its spelling', () => {
    const cases = fc.record({ text: written, start: fc.nat(12), length: fc.nat(12), other: fc.string() });
    fc.assert(
      fc.property(cases, ({ text, start, length, other }) => {
        const node = literal(text);
        const from = Math.min(start, node.value.length);
        const to = Math.min(from + length, node.value.length);
        const after = applyEdits(text, [replaceUnits(text, node, from, to, other)]);
        assert.equal(JSON.parse(after), node.value.slice(0, from) + other + node.value.slice(to));
        assert.ok(after.startsWith(text.slice(0, offsetOfUnit(text, node, from))));
        assert.ok(after.endsWith(text.slice(offsetOfUnit(text, node, to))));
      }),
    );
  });

  it('are trimmed at both ends and nowhere else', () => {
    fc.assert(
      fc.property(written, (text) => {
        const node = literal(text);
        if (node.value.trim() === '') return;
        const after = applyEdits(text, trimEnds(text, node));
        assert.equal(JSON.parse(after), node.value.trim());
        assert.ok(text.includes(after.slice(1, -1)));
      }),
    );
  });
});
