import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { applyPatch } from 'diff';
import { toDiff } from '../../../../../../server/src/cli/fix/to-diff';
import { createTemporaryFolder } from '../../../../../support/temporary-folder';
import { writeFiles } from '../../../../../support/write-files';

const options = { autoConvertLineEndings: false };

describe('toDiff', () => {
  const line = fc.constantFrom('a\n', 'b\r\n', 'c\rd\n', '\n', '\uFEFF{\n', '+\n', '\\ \n');
  const text = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end'))
    .map(([lines, end]) => lines.join('') + end);

  it('makes the one text of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        assert.equal(applyPatch(before, toDiff('a.json', before, after), options), after);
      }),
    );
  });

  it('takes everything as one change where there are very many, and is in time', () => {
    const before = `{\n${'  "a": 1,\n'.repeat(5_000)}  "b": 1\n}`;
    const after = before.replaceAll('1', '2');
    const diff = toDiff('a.json', before, after);
    assert.equal(diff.match(/^@@/gm)?.length, 1);
    assert.equal(applyPatch(before, diff, options), after);
    const ends = [`x\n${before}`, `${before}\n`, `x\n${before}\ny\n`];
    for (const each of ends) {
      assert.equal(applyPatch(each, toDiff('a', each, each.replaceAll('1', '2')), options), each.replaceAll('1', '2'));
    }
  });

  it('is taken by git, whatever the file is called', async () => {
    const folder = await createTemporaryFolder();
    const names = [
      'a.json',
      'sub/two words.json',
      'ü😀.json',
      ...(process.platform === 'win32' ? [] : ['q"\n\\\t.json']),
    ];
    const before = '\uFEFF{\r\n"a": 1,\r\n"b": 2\n}';
    const after = '{\r\n"a": 1,\r\n"b": 3\n}\n';
    writeFiles(folder.path, Object.fromEntries(names.map((name) => [name, before])));
    const diff = names.map((name) => toDiff(name, before, after)).join('');
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder.path, input: diff, stdio: 'pipe' });
    for (const name of names) assert.equal(readFileSync(path.join(folder.path, name), 'utf8'), after, name);
    await folder.remove();
  });
});
