import assert from 'node:assert/strict';
import picomatch from 'picomatch/posix';
import { describe, it } from 'mocha';
import { associationGlob } from '../../../../../../../client/src/extension/features/association/association-glob';

describe('the glob of one file', () => {
  it('means that file in its folder, whatever is in its name', () => {
    for (const name of ['a.json', 'b/a.json', 'b/{x,y}/[a] !*?.json', 'ü/😀.json']) {
      const glob = associationGlob('/work/space', `/work/space/${name}`);
      const means = picomatch(glob, { dot: true });
      assert.ok(means(`/elsewhere/${name}`), `${glob} ${name}`);
      assert.ok(!means(`/elsewhere/x${name}`) && !means(`/elsewhere/${name}x`), glob);
    }
    assert.equal(associationGlob('/', '/a.json'), '**/a.json');
  });
});
