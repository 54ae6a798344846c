import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createDrift } from '../../../../../../client/src/extension/infrastructure/drift';
import type { Edit, Span } from '../../../../../../client/src/extension/infrastructure/drift';

const span = (startLine: number, start: number, endLine: number, end: number): Span => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
});
const edit = (range: Span, text: string): Edit => ({ range, text });

describe('the drift of places', () => {
  const place = span(2, 4, 2, 9);
  const cases: { readonly name: string; readonly edit: Edit; readonly expected: Span }[] = [
    { name: 'an edit behind it', edit: edit(span(3, 0, 3, 5), 'x\ny'), expected: place },
    { name: 'lines inserted before it', edit: edit(span(0, 3, 0, 3), 'a\r\nb\n'), expected: span(4, 4, 4, 9) },
    { name: 'lines removed before it', edit: edit(span(0, 3, 1, 2), ''), expected: span(1, 4, 1, 9) },
    { name: 'text inserted before it in its line', edit: edit(span(2, 1, 2, 1), 'abc'), expected: span(2, 7, 2, 12) },
    {
      name: 'a line break inserted before it in its line',
      edit: edit(span(2, 2, 2, 2), '\n  '),
      expected: span(3, 4, 3, 9),
    },
    { name: 'its line joined to the one before', edit: edit(span(1, 6, 2, 0), ''), expected: span(1, 10, 1, 15) },
    { name: 'text inserted inside it', edit: edit(span(2, 6, 2, 6), 'abc'), expected: span(2, 4, 2, 12) },
    { name: 'its whole line removed', edit: edit(span(2, 0, 3, 0), ''), expected: span(2, 0, 2, 0) },
  ];
  for (const { name, edit: one, expected } of cases) {
    it(name, () => {
      const drift = createDrift();
      drift.record(8, [one]);
      assert.deepEqual(drift.now(place, 7), expected);
      assert.deepEqual(drift.now(place, 8), place, 'a place of the version after it has not moved');
    });
  }

  const back: Readonly<Record<string, readonly [Edit, Span['start'], Span['start']]>> = {
    'text inserted before it': [edit(span(2, 1, 2, 1), 'abc'), { line: 2, character: 9 }, { line: 2, character: 6 }],
    'lines inserted before it': [
      edit(span(0, 3, 0, 3), 'a\r\nb\n'),
      { line: 4, character: 4 },
      { line: 2, character: 4 },
    ],
    'lines removed before it': [edit(span(0, 3, 1, 2), ''), { line: 1, character: 4 }, { line: 2, character: 4 }],
    'what was typed is where it was typed': [
      edit(span(2, 4, 2, 4), 'abc'),
      { line: 2, character: 6 },
      { line: 2, character: 4 },
    ],
    'an edit behind it': [edit(span(3, 0, 3, 5), 'x\ny'), { line: 2, character: 6 }, { line: 2, character: 6 }],
    'a line joined to the one before': [
      edit(span(1, 6, 2, 0), ''),
      { line: 1, character: 10 },
      { line: 2, character: 4 },
    ],
  };
  for (const [name, [one, at, expected]] of Object.entries(back)) {
    it(`back to where it was: ${name}`, () => {
      const drift = createDrift();
      drift.record(8, [one]);
      assert.deepEqual(drift.before(at, 7), expected);
      assert.deepEqual(drift.before(at, 8), at);
      drift.forget();
      assert.deepEqual(drift.before(at, 7), at);
    });
  }

  it('forgets what nobody asks for any more', () => {
    const drift = createDrift();
    for (const version of [8, 9]) drift.record(version, [edit(span(0, 0, 0, 0), '\n')]);
    drift.forgetBefore(8);
    assert.deepEqual(drift.now(place, 8), span(3, 4, 3, 9));
    assert.deepEqual(drift.now(place, 7), span(3, 4, 3, 9));
  });

  it('leads to the same text after any edits elsewhere', () => {
    const text = fc.stringMatching(/^[ab\n]{0,12}$/);
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat(), text), { maxLength: 6 }),
        (...given) => {
          const [before, after, edits] = given;
          const mark = '<<the\nplace>>';
          const document = TextDocument.create('file:///x', 'targetgroup', 1, before + mark + after);
          const range = {
            start: document.positionAt(before.length),
            end: document.positionAt(before.length + mark.length),
          };
          const drift = createDrift();
          for (const [index, [isAfter, from, to, by]] of edits.entries()) {
            const at = document.getText().indexOf(mark);
            const [low, high] = isAfter ? [at + mark.length + 1, document.getText().length] : [0, at];
            if (low > high) continue;
            const [one, other] = [low + (from % (high - low + 1)), low + (to % (high - low + 1))];
            const place = {
              start: document.positionAt(Math.min(one, other)),
              end: document.positionAt(Math.max(one, other)),
            };
            drift.record(index + 2, [{ range: place, text: by }]);
            TextDocument.update(document, [{ range: place, text: by }], index + 2);
          }
          assert.equal(document.getText(drift.now(range, 1)), mark);
        },
      ),
    );
  });
});
