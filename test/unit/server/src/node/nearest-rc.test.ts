import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearestRc, nearestRcOfFile } from '../../../../../server/src/node/nearest-rc';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';
import { writeFiles } from '../../../../support/write-files';

describe('nearestRc', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  const at = (name: string) => path.join(folder.path, name);
  /** The text of the file that counts, and the path of the document from there. */
  const nearestOf = (file: string, home?: string) => {
    const { text, documentPath } = nearestRcOfFile(at(file), home);
    return [text, documentPath];
  };

  it("is the one of the file's folder, else of the nearest above", () => {
    writeFiles(folder.path, { '.targetgrouprc.json': 'outer', 'a/.targetgrouprc.json': 'inner' });
    assert.deepEqual(nearestOf('a/x.json'), ['inner', 'x.json']);
    assert.deepEqual(nearestOf('a/b/c/x.json'), ['inner', 'b/c/x.json']);
    assert.deepEqual(nearestOf('b/x.json'), ['outer', 'b/x.json']);
  });

  it('is in the repository of the file, its root included', () => {
    writeFiles(folder.path, { '.targetgrouprc.json': 'outside', 'a/.git/HEAD': '', 'b/.git': 'gitdir: elsewhere' });
    assert.deepEqual(nearestOf('a/x.json'), [undefined, 'x.json']);
    assert.deepEqual(nearestOf('b/c/x.json'), [undefined, 'x.json']);
    assert.deepEqual(nearestOf('c/x.json'), ['outside', 'c/x.json']);
    writeFiles(folder.path, { 'b/.targetgrouprc.json': 'root' });
    assert.deepEqual(nearestOf('b/c/x.json'), ['root', 'c/x.json']);
  });

  it('is not above the home folder', () => {
    writeFiles(folder.path, { '.targetgrouprc.json': 'outside' });
    assert.deepEqual(nearestOf('home/a/x.json', at('home')), [undefined, 'x.json']);
    writeFiles(folder.path, { 'home/.targetgrouprc.json': 'personal' });
    assert.deepEqual(nearestOf('home/a/x.json', at('home')), ['personal', 'a/x.json']);
    assert.deepEqual(nearestOf('elsewhere/x.json', at('home')), ['outside', 'elsewhere/x.json']);
  });

  it('is told where it is there and cannot be read', () => {
    writeFiles(folder.path, { '.git': '', 'large/.targetgrouprc.json': ' '.repeat(1024 * 1024 + 1) });
    mkdirSync(at('folder/.targetgrouprc.json'), { recursive: true });
    mkdirSync(at('link'));
    symlinkSync(at('nowhere'), at('link/.targetgrouprc.json'));
    const problemOf = (file: string) => nearestRcOfFile(at(file)).problem;
    assert.equal(problemOf('large/x.json'), 'It is larger than 1 MiB.');
    assert.equal(problemOf('folder/x.json'), 'It is no file.');
    assert.equal(problemOf('link/x.json'), 'It cannot be read (ENOENT).');
    assert.equal(problemOf('x.json'), undefined);
  });

  it('may be a place for a new one, beside the document', () => {
    writeFiles(folder.path, { '.git': '' });
    const uri = pathToFileURL(at('a b/x.json')).href;
    const expected = {
      uri: pathToFileURL(at('a b/.targetgrouprc.json')).href,
      text: undefined,
      documentPath: 'x.json',
    };
    assert.deepEqual(nearestRc(uri), expected);
    assert.equal(nearestRc('untitled:x.json'), undefined);
  });
});
