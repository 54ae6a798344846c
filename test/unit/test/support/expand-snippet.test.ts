import assert from 'node:assert/strict';
import { expandSnippet } from '../../../support/expand-snippet';

describe('expandSnippet', () => {
  const table: [title: string, body: string | string[], expected: string][] = [
    ['plain text, and lines', ['a', '\tb'], 'a\n\tb'],
    ['empty tab stops and the end', 'a$1b${2}c$0', 'abc'],
    ['a default', '${1:one} ${23:two words}', 'one two words'],
    ['nested defaults', '${1:a ${2:b ${3:c}} d}', 'a b c d'],
    ['a mirror after its default, and before', '${1:x}-$1-${1}; $2-${2:y}', 'x-x-x; y-y'],
    ['a mirror of a tab stop nested elsewhere', '$2 ${1:<${2:y}>}', 'y <y>'],
    ['a mirror inside its own default', '${1:a$1}', 'a'],
    ['the first of a choice, mirrored too', '${1|ALL,ANY|} $1', 'ALL ALL'],
    ['escapes in a choice', '${1|a\\,b,c\\|d|}', 'a,b'],
    ['a choice that ends in a backslash', '${1|a\\\\,b|}', 'a\\'],
    ['escaped dollar, brace and backslash', '\\$1 ${1:\\}} \\\\', '$1 } \\'],
    ['other backslashes stay', String.raw`"{\"a\":1}"`, String.raw`"{\"a\":1}"`],
    ['braces and dollars that open nothing', '{ "a": {} } 5$ $', '{ "a": {} } 5$ $'],
    ['a variable with a value, and with a default', '$NAME ${NAME:other} ${NONE:default}', 'value value default'],
  ];
  for (const [title, body, expected] of table) {
    it(title, () => {
      assert.equal(expandSnippet(body, { variables: { NAME: 'value' } }), expected);
    });
  }

  it('takes the option of a choice that it is told to take', () => {
    const choose = (options: readonly string[]) => options.at(-1) ?? '';
    assert.equal(expandSnippet('${1|a,b,c\\|d|}$1', { choose }), 'c|dc|d');
  });

  for (const body of ['${1:open', '${1|a,b', '${1/a/b/}', '${', '${1', '$NONE', '${1:a}${1:b}']) {
    it(`refuses ${body}`, () => {
      assert.throws(() => expandSnippet(body));
    });
  }
});
