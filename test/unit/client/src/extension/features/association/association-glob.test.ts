import assert from 'node:assert/strict';
import picomatch from 'picomatch/posix';
import { describe, it } from 'mocha';
import { associationGlob } from '../../../../../../../client/src/extension/features/association/association-glob';

describe('the glob for one file', () => {
  it('means that file in a folder of the name of its own, whatever is in its name', () => {
    for (const name of ['a.json', 'b/a.json', 'b/{x,y}/[a] !*?.json', 'ü/😀.json']) {
      const glob = associationGlob('/work/space', `/work/space/${name}`);
      const means = picomatch(glob, { dot: true });
      assert.ok(means(`/elsewhere/space/${name}`), `${glob} ${name}`);
      for (const other of [`/elsewhere/${name}`, `/work/space/x${name}`, `/work/space/node_modules/${name}`])
        assert.ok(!means(other), `${glob} ${other}`);
    }
    assert.equal(associationGlob('/', '/a.json'), '**/a.json');
  });
});
