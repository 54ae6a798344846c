import assert from 'node:assert/strict';
import { valueCharacter } from '../../../../../../../client/src/extension/features/preview/value-character';

/** The line with `¦` where the cursor is, and with `|` where it means to be. */
function meant(marked: string): string {
  const line = marked.replace('¦', '');
  const at = valueCharacter(line, marked.indexOf('¦'));
  return `${line.slice(0, at)}|${line.slice(at)}`;
}

describe('a cursor in the text', () => {
  const cases: Readonly<Record<string, string>> = {
    '  "act¦ive" : true,': '  "active" : |true,',
    '  ¦"active": true,': '  "active": |true,',
    '  "active":¦ true,': '  "active": |true,',
    '  "active": tr¦ue,': '  "active": tr|ue,',
    '¦  "active": true,': '|  "active": true,',
    '{"a": "x: y", "b¦": 1}': '{"a": "x: y", "b": |1}',
    '{"a": "x": ¦y", "b": 1}': '{"a": "x": |y", "b": 1}',
    '{"a": "\\"b\\": ¦1", "c": 2}': '{"a": "\\"b\\": |1", "c": 2}',
    '"half¦': '"half|',
    '"name"¦': '"name"|',
    '¦': '|',
  };
  for (const [marked, expected] of Object.entries(cases)) {
    it(`is meant: ${marked}`, () => {
      assert.equal(meant(marked), expected);
    });
  }
});
