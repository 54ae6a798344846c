import assert from 'node:assert/strict';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createSubmitLock, type StateFiles } from '../../../../../server/src/api/index';
import { createFolderFiles } from '../../../../../server/src/state/folder-files';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../support/temporary-folder';

describe('the files of a folder', () => {
  let folder: TemporaryFolder;
  let files: StateFiles;
  const inside = () => path.join(folder.path, 'state', 'deeper');

  beforeEach(async () => {
    folder = await createTemporaryFolder();
    files = createFolderFiles(inside());
  });

  afterEach(async () => {
    await folder.remove();
  });

  it('has nothing before the first is made', async () => {
    assert.deepEqual(await files.list(), []);
    assert.equal(await files.read('a'), undefined);
    await files.remove('a');
  });

  it('makes a file once, and replaces it as a whole', async () => {
    assert.equal(await files.create('a', 'one'), true);
    assert.equal(await files.create('a', 'two'), false);
    assert.equal(await files.read('a'), 'one');
    await files.replace('a', 'three');
    assert.equal(await files.read('a'), 'three');
    assert.deepEqual(await files.list(), ['a']);
    await files.remove('a');
    assert.deepEqual(await files.list(), []);
  });

  it('is the user’s alone', async () => {
    await files.create('a', 'one');
    assert.equal((await stat(path.join(inside(), 'a'))).mode & 0o077, 0);
    assert.equal((await stat(inside())).mode & 0o077, 0);
  });

  it('says what it could not write', async () => {
    await mkdir(inside(), { recursive: true });
    await files.create('folder', 'x');
    // A name below a file can be made by nobody, root included.
    const below = createFolderFiles(path.join(inside(), 'folder'));
    await assert.rejects(below.create('a', 'one'), { code: 'EEXIST' });
    await assert.rejects(below.replace('a', 'one'), { code: 'EEXIST' });
  });

  it('gives one of fifty who ask at once the lock', async () => {
    const locks = Array.from({ length: 50 }, (_, index) =>
      createSubmitLock({
        files: createFolderFiles(inside()),
        now: () => 1000,
        pid: index,
        newToken: () => `token ${index}`,
        staleAfterMilliseconds: () => 120_000,
      }),
    );
    const releases = await Promise.all(locks.map((lock) => lock.acquire(['one', 'two'])));
    assert.equal(releases.filter((release) => release !== undefined).length, 1);
    for (const release of releases) await release?.();
    assert.deepEqual(await files.list(), []);
  });

  it('gives one of fifty who find the same stale lock the lock', async () => {
    const lockOf = (pid: number, now: number) =>
      createSubmitLock({
        files: createFolderFiles(inside()),
        now: () => now,
        pid,
        newToken: () => `token ${pid}`,
        staleAfterMilliseconds: () => 120_000,
      });
    assert.ok(await lockOf(0, 1000).acquire(['one']));
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) => lockOf(index + 1, 200_000).acquire(['one'])),
    );
    assert.equal(all.filter((release) => release !== undefined).length, 1);
  });
});
