import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { access, readRegularFile } from '../../../../../../server/src/node/files/file-access';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../../support/temporary-folder';

function fail(code: string): never {
  throw Object.assign(new Error('failed'), { code, syscall: 'open' });
}

describe('cli: check: files', () => {
  let folder: TemporaryFolder;

  before(async () => {
    folder = await createTemporaryFolder();
  });
  after(async () => {
    await folder.remove();
  });

  const reasons: [code: string, reason: RegExp][] = [
    ['ENOENT', /^does not exist$/],
    ['EACCES', /^cannot be read: permission denied$/],
    ['EPERM', /^cannot be read: permission denied$/],
    ['EIO', /^cannot be read \(EIO\)$/],
    ['toString', /^cannot be read \(toString\)$/],
  ];
  for (const [code, reason] of reasons) {
    it(`that fail with ${code} have a reason in words`, () => {
      const answer = access(() => fail(code));
      assert.match('reason' in answer ? answer.reason : '', reason);
    });
  }

  it('do not hide what is a bug', () => {
    assert.throws(
      () => access(() => assert.fail()),
      (error: Error) => error.name === 'AssertionError',
    );
    assert.throws(() => access(() => new URL('')), TypeError);
  });

  it('have no name with a null character', () => {
    assert.deepEqual(readRegularFile('a\0b', 1), { reason: 'does not exist: the name holds a null character' });
  });

  it('are read up to a limit', () => {
    const file = path.join(folder.path, 'a');
    writeFileSync(file, 'abc');
    assert.deepEqual(readRegularFile(file, 3), { value: Buffer.from('abc') });
    truncateSync(file, 300e6);
    assert.deepEqual(readRegularFile(file, 200e6), { reason: 'is over 200 MB long, more than is read' });
  });

  it('are no folders', () => {
    assert.match(JSON.stringify(readRegularFile(folder.path, 1)), /is no regular file/);
  });
});
