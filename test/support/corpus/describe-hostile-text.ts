import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isAccepted, read } from './describe-damaged-json';

/** The tests of texts that are made to be read slowly, each about `length` long, and of the deepest ones. */
export function describeHostileText({ length }: { readonly length: number }): void {
  describe(`parse: hostile texts, ${length} long`, function () {
    // Generous: what takes longer than linear time never ends within it.
    this.timeout(60_000);
    const repeated = (text: string) => text.repeat(Math.ceil(length / text.length));
    const hostile: Record<string, string> = {
      '100,000 open arrays': '['.repeat(100_000),
      '100,000 open objects': '{"a":'.repeat(100_000),
      '100,000 arrays, closed': '['.repeat(100_000) + ']'.repeat(100_000),
      '100,000 closing brackets': ']}'.repeat(50_000),
      '50,000 mismatched brackets': '[}'.repeat(25_000),
      'a text of 10 MB': `{"name": "${'x'.repeat(10_000_000)}"}`,
      'a text of 10 MB without its quote': `{"name": "${'x'.repeat(10_000_000)}`,
      '100,000 equal keys': `{${'"a":1,'.repeat(100_000)}"a":2}`,
      '100,000 missing commas': `[${'1 '.repeat(100_000)}]`,
      commas: `{${repeated(',')}`,
      colons: `{"a"${repeated(':')}`,
      quotes: repeated('"'),
      'backslashes in a text': `["${repeated('\\')}`,
      backslashes: repeated('\\'),
      escapes: `["${repeated('\\u0041')}"]`,
      words: repeated('word '),
      'one word': repeated('w'),
      'digits, no number': `[${repeated('1')}x]`,
      slashes: repeated('/ '),
      comments: repeated('/**/'),
      'comments that are never closed': repeated('/*'),
      'strange blanks': repeated('\u00A0\n'),
      'single quotes': repeated("'a "),
      'keys in arrays': repeated('{"x":[{"a":1},"b":2'),
      'braces where keys belong': `[${repeated('{"a":{},{')}`,
      'mistyped brackets': repeated('{"a":[1},'),
      'texts that end too late': `[${repeated('"a, "b')}`,
      'JSON without its quote': `[${repeated('{\\"a')}`,
    };
    for (const [title, text] of Object.entries(hostile)) {
      it(title, () => {
        const { problems } = read(text);
        assert.equal(problems.length === 0, isAccepted(text));
      });
    }
  });
}
