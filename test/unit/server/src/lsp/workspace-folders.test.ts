import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createWorkspaceFolders, uriKey } from '../../../../../server/src/lsp/workspace-folders';

const foldersOf = (...uris: string[]) =>
  createWorkspaceFolders({
    processId: null,
    capabilities: {},
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type demands it
    rootUri: null,
    workspaceFolders: uris.map((uri) => ({ uri, name: uri })),
  });

describe('workspace folders', () => {
  it('tell the path of a document, however its URI is escaped', () => {
    const folders = foldersOf('file:///c%3A/my%20work');
    assert.equal(folders.shownPath('file:///C:/my work/a@b/x.targetgroup.json'), 'a@b/x.targetgroup.json');
    assert.equal(folders.shownPath('file:///c%3A/my%20work/a%40b/x.targetgroup.json'), 'a@b/x.targetgroup.json');
  });

  it('hold nothing beside them', () => {
    const folders = foldersOf('file:///work/');
    for (const uri of ['file:///workshop/a', 'file:///a', 'untitled:a', 'git:/work/a', 'file:///work'])
      assert.equal(folders.shownPath(uri), undefined, uri);
  });

  it('are named where there are several, and one in another is left out', () => {
    const folders = foldersOf('file:///work/a', 'file:///work/b', 'file:///work/a/inner');
    assert.deepEqual(
      folders.all.map(({ uri }) => uri),
      ['file:///work/a', 'file:///work/b'],
    );
    assert.equal(folders.shownPath('file:///work/b/x'), 'b/x');
    assert.equal(folders.shownPath('file:///work/a/inner/x'), 'a/inner/x');
  });

  it('come and go', () => {
    const folders = foldersOf('file:///a');
    folders.change({ added: [{ uri: 'file:///b', name: 'b' }], removed: [{ uri: 'file:///a', name: 'a' }] });
    assert.equal(folders.shownPath('file:///b/x'), 'x');
    assert.equal(folders.shownPath('file:///a/x'), undefined);
  });

  it('survive what is no URI', () => {
    assert.equal(uriKey('file:///%'), 'file:///%');
  });
});
