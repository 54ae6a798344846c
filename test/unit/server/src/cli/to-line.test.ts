import assert from 'node:assert/strict';
import { toLine } from '../../../../../server/src/cli/to-line';

describe('toLine', () => {
  const tries: [text: string, line: string][] = [
    ['plain #1 a::b [x](y)', 'plain #1 a::b [x](y)'],
    ['a\u001b[31m\nb', 'a\\u{1b}[31m\\u{a}b'],
    ['::error::x', '\\u{3a}:error::x'],
    ['  ::error::x', '  \\u{3a}:error::x'],
    ['a ##[group]b', 'a \\u{23}#[group]b'],
    ['###[group]', '#\\u{23}#[group]'],
    ['##vso[task.setvariable variable=a]b', '\\u{23}#vso[task.setvariable variable=a]b'],
    ['##teamcity[x]', '\\u{23}#teamcity[x]'],
    ['## heading', '## heading'],
  ];
  for (const [text, line] of tries) {
    it(`makes ${JSON.stringify(line)} of ${JSON.stringify(text)}`, () => {
      assert.equal(toLine(text), line);
    });
  }

  it('cuts what is longer than is wanted', () => {
    assert.equal(toLine('abcdef', 3), 'abc…');
  });
});
