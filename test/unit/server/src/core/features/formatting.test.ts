import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { createTargetGroupService } from '../../../../../../server/src/core/index';
import { TextWindow } from '../../../../../../server/src/core/document/text-window';
import { Tokenizer } from '../../../../../../server/src/core/document/tokenizer';
import { acceptedBodies } from '../../../../../support/accepted-bodies';
import { documentOf } from '../../../../../support/diagnose';
import { runs } from '../../../../../support/runs';

const style = { tabSize: 2, insertSpaces: true };

function format(text: string, options = style, range?: Range): string {
  const document = documentOf(text);
  return TextDocument.applyEdits(document, createTargetGroupService().format(document, options, range));
}

/** Every token as it is written, comments too, whatever the text. */
function tokensIn(text: string): string[] {
  const tokens: string[] = [];
  const reader = new Tokenizer(new TextWindow(text), 0);
  while (reader.next() !== 'end') tokens.push(text.slice(reader.offset, reader.end).trimEnd());
  return tokens;
}

describe('formatting', () => {
  it('indents by no more than makes sense, whatever a client asks for', () => {
    const after = format('{"a":[1]}', { tabSize: 1_000_000_000, insertSpaces: true });
    assert.equal(after.length, format('{"a":[1]}', { tabSize: 200, insertSpaces: true }).length);
  });

  const wanted: [what: string, text: string, after: string][] = [
    ['breaks and indents', '{"a":1,"b":[1,2]}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}'],
    ['leaves empty brackets', '{"a":{ },"b":[ ]}', '{\n  "a": {},\n  "b": []\n}'],
    [
      'leaves numbers as they are written',
      '{"a":1.00,"b":7998987987686876867,"c":1E5,"d":-0}',
      '{\n  "a": 1.00,\n  "b": 7998987987686876867,\n  "c": 1E5,\n  "d": -0\n}',
    ],
    ['leaves texts as they are written', '{"a":"\\u0041 \\/  b"}', '{\n  "a": "\\u0041 \\/  b"\n}'],
    ['leaves comments', '{/* a */"a":1// b\n}', '{ /* a */\n  "a": 1 // b\n}'],
    ['keeps the line ends of the file', '{\r\n"a":1}', '{\r\n  "a": 1\r\n}'],
    ['leaves nothing to do', '{\n  "a": 1\n}', '{\n  "a": 1\n}'],
    ['keeps a byte order mark', '\uFEFF{"a":1}', '\uFEFF{\n  "a": 1\n}'],
  ];
  for (const [what, text, after] of wanted) {
    it(what, () => {
      assert.equal(format(text), after);
    });
  }

  it('takes tabs, other widths and a last line break from the editor', () => {
    assert.equal(format('{"a":1}', { tabSize: 4, insertSpaces: false }), '{\n\t"a": 1\n}');
    assert.equal(format('{"a":1}', { tabSize: 4, insertSpaces: true }), '{\n    "a": 1\n}');
    const document = documentOf('{"a":1}');
    const edits = createTargetGroupService().format(document, { ...style, insertFinalNewline: true });
    assert.equal(TextDocument.applyEdits(document, edits), '{\n  "a": 1\n}\n');
  });

  it('formats a part, and leaves what stands outside of its lines', () => {
    const text = '{\n"a":1,\n  "b":2,\n"c":3\n}';
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } };
    assert.equal(format(text, style, range), '{\n"a":1,\n  "b": 2,\n"c":3\n}');
  });

  it('leaves a text alone where a missing quote makes it uncertain what is a text', () => {
    for (const text of ['{"a":1,startDate": "2024-10-10T00:00:00.000Z","b":2}', '{"a\n":1,"b":2}'])
      assert.equal(format(text), text);
    assert.equal(format('{"a":1 "b":2}'), '{\n  "a": 1 "b": 2\n}');
  });

  it('does nothing to a file over the limits', () => {
    assert.deepEqual(createTargetGroupService().format(documentOf('['.repeat(513) + ']'.repeat(513)), style), []);
  });

  const deep: [depth: number, options: typeof style][] = [
    [512, style],
    [512, { tabSize: 8, insertSpaces: true }],
    [512, { tabSize: 1, insertSpaces: true }],
    [512, { tabSize: 4, insertSpaces: false }],
  ];
  for (const [depth, given] of deep) {
    it(`indents ${depth} levels by ${given.insertSpaces ? `${given.tabSize} blanks` : 'tabs'}`, () => {
      const text = '['.repeat(depth) + ']'.repeat(depth);
      const lines = format(text, given).split('\n');
      assert.equal(lines.length, 2 * depth - 1);
      const indent = given.insertSpaces ? ' '.repeat(given.tabSize) : '\t';
      for (const [level, line] of lines.slice(0, depth - 1).entries()) assert.equal(line, `${indent.repeat(level)}[`);
    });
  }

  const options = fc.record({ tabSize: fc.integer({ min: 1, max: 8 }), insertSpaces: fc.boolean() });
  const body = fc.constantFrom(...acceptedBodies.map(({ text }) => text));
  const other = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '//x',
    '/*x*/',
    '\n',
    '\r',
    ' ',
    '1',
    'x',
    "'",
    '\u00A0',
  );
  const damaged = fc.tuple(body, fc.nat(), fc.nat({ max: 6 }), other).map(([text, at, remove, insert]) => {
    const offset = at % text.length;
    return text.slice(0, offset) + insert + text.slice(offset + remove);
  });

  it('never changes a token of any text, the number texts of the accepted bodies above all', () => {
    fc.assert(
      fc.property(fc.oneof(body, damaged), options, (text, given) => {
        const after = format(text, given);
        assert.deepEqual(tokensIn(after), tokensIn(text));
        assert.equal(after.replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
      { numRuns: runs(80) },
    );
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(fc.oneof(body, fc.json()), options, (text, given) => {
        const once = format(text, given);
        assert.equal(format(once, given), once);
        assert.deepEqual(JSON.parse(once), JSON.parse(text));
      }),
      { numRuns: runs(40) },
    );
  });

  it('never throws and never touches a token where only a part is formatted', () => {
    fc.assert(
      fc.property(damaged, fc.nat(), fc.nat(), (text, from, to) => {
        const document = documentOf(text);
        const [start, end] = [from % text.length, to % text.length].sort((a, b) => a - b);
        const range = { start: document.positionAt(start ?? 0), end: document.positionAt(end ?? 0) };
        assert.deepEqual(tokensIn(format(text, style, range)), tokensIn(text));
      }),
      { numRuns: runs(40) },
    );
  });
});
