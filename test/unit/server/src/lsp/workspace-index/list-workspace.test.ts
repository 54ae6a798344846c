import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { listWorkspace } from '../../../../../../server/src/lsp/workspace-index/list-workspace';
import type { WorkspaceFiles } from '../../../../../../server/src/lsp/workspace-index/workspace-files';

/** Files of the given sizes, in order. */
const filesOf = (...sizes: number[]): WorkspaceFiles => ({
  async *list(folder) {
    yield { kind: 'folder' };
    await Promise.resolve();
    for (const index of sizes.keys()) yield { kind: 'file', uri: `${folder}/${index}`, path: String(index) };
  },
  stat: (uri) => ({ kind: 'file', stamp: '', size: sizes[Number(uri.split('/').at(-1))] ?? 0 }),
  read: () => ({ kind: 'problem', reason: 'is not read here' }),
});
const limits = { files: 3, bytes: 100, fileBytes: 60 };
const list = (files: WorkspaceFiles, isStopped = () => false) =>
  listWorkspace({
    folders: [{ uri: 'file:///a', prefix: 'a/' }],
    files,
    limits,
    excludeOf: () => Promise.resolve([]),
    isStopped,
  });

describe('the listing of a workspace', () => {
  it('takes files up to their number', async () => {
    assert.equal((await list(filesOf(1, 1, 1))).isCutShort, false);
    const { found, isCutShort } = await list(filesOf(1, 1, 1, 1));
    assert.deepEqual([found.size, isCutShort], [3, true]);
  });

  it('says which are too long, alone or with those before them', async () => {
    const { found } = await list(filesOf(61, 60, 41));
    const reasons = [...found.values()].map(({ limit }) => limit);
    assert.match(reasons[0] ?? '', /^The file is 1 MiB long/);
    assert.equal(reasons[1], undefined);
    assert.match(reasons[2] ?? '', /^The file was not read/);
    assert.deepEqual((await list(filesOf(60, 40))).found.get('file:///a/1')?.limit, undefined);
  });

  it('ends when it is stopped', async () => {
    assert.equal((await list(filesOf(1, 1), () => true)).found.size, 0);
  });
});
