import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { literalChange, sideTextOf } from '../../../../../../../client/src/extension/features/expression/side-text';
import { changeBetween } from '../../../../../../../server/src/json-string/change';
import { isJsonString } from '../../../../../../../server/src/json-string/edit-literal';
import { anyLiteral } from '../../../../../../support/json-literals';
import { anyUnits, applied } from '../../../../../../support/text-changes';

/** What an editor can show, as the author types it. */
const typed = anyUnits.map((text) => text.replace(/\r\n?|\uFEFF/g, '\n').replace(/\p{Surrogate}/gu, '?'));

describe('the text of a side editor', () => {
  it('is what an editor makes of the decoded text', () => {
    assert.equal(sideTextOf(String.raw`"\uFEFF{\r\n1\r2\n\ud83d}"`), '{\n1\n2\n\uFFFD}');
    assert.equal(sideTextOf(String.raw`"a\uFEFF\ud83d\ude00"`), 'a\uFEFF😀');
  });

  it('is written back where it was changed, and nowhere else', () => {
    fc.assert(
      fc.property(anyLiteral, typed, fc.nat(), fc.nat(), (spellings, inserted, from, count) => {
        const literal = `"${spellings.join('')}"`;
        const shown = sideTextOf(literal);
        const start = from % (shown.length + 1);
        // An editor neither cuts a pair nor joins two halves.
        const after = shown.slice(0, start) + inserted + shown.slice(Math.min(shown.length, start + (count % 4)));
        const change = changeBetween(shown, after);
        if (!change || /\p{Surrogate}/u.test(after)) return;
        const { offset, length, newText } = literalChange(literal, change);
        const written = applied(literal, { offset, length, newText });
        assert.ok(isJsonString(written), written);
        assert.equal(sideTextOf(written), after);
      }),
    );
  });

  it('keeps the line breaks that there are, and writes new ones alike', () => {
    const literal = String.raw`"{\r\n}\n"`;
    assert.deepEqual(literalChange(literal, { offset: 3, length: 0, newText: '\n' }), {
      offset: 7,
      length: 0,
      newText: String.raw`\r\n`,
    });
    assert.deepEqual(literalChange(String.raw`"\r\na"`, { offset: 0, length: 1, newText: '' }), {
      offset: 1,
      length: 4,
      newText: '',
    });
  });
});
