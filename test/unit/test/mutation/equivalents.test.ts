import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { equivalents, outdated } from '../../../mutation/equivalents';
import { instrument } from '../../../mutation/find-mutants';
import { root } from '../../../support/repository';

describe('breaks of rules that nobody can notice', () => {
  for (const file of new Set(equivalents.map((each) => each.file))) {
    it(`are listed with a line of ${file} that is there still`, () => {
      const name = `${file}.ts`;
      const source = readFileSync(path.join(root, 'server/src/core/rules', name), 'utf8');
      assert.deepEqual(outdated(file, instrument(name, source).mutants), []);
    });
  }

  it('are told where their line is gone', () => {
    const [first] = equivalents;
    assert.ok(first);
    assert.equal(outdated(first.file, []).length > 0, true);
    assert.deepEqual(outdated('no-such-rule', []), []);
  });
});
