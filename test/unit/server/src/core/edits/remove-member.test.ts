import assert from 'node:assert/strict';
import { parse } from '../../../../../../server/src/core/document/parse';
import { applyEdits } from '../../../../../../server/src/core/edits/apply-edits';
import { removeKey, removeMember } from '../../../../../../server/src/core/edits/remove-member';

function objectIn(text: string) {
  const { root } = parse(text);
  assert.ok(root?.kind === 'object');
  return root;
}

describe('removeMember', () => {
  const cases: [what: string, text: string, index: number, after: string][] = [
    ['takes the comma behind it', '{"a": 1, "b": 2}', 0, '{"b": 2}'],
    ['takes the comma in front of the last', '{"a": 1, "b": 2}', 1, '{"a": 1}'],
    ['takes its line', '{\n  "a": 1,\n  "b": 2\n}', 0, '{\n  "b": 2\n}'],
    ['leaves an empty object', '{\n  "a": 1\n}', 0, '{}'],
    ['takes the colon of a member without a value', '{"a": 1, "b": }', 1, '{"a": 1 }'],
    ['takes the colon of the only member', '{ "a" : }', 0, '{}'],
  ];
  for (const [what, text, index, after] of cases) {
    it(what, () => {
      const member = objectIn(text).members[index];
      assert.ok(member);
      assert.equal(applyEdits(text, [removeMember(text, member)]), after);
    });
  }

  it('removes a key wherever it is repeated', () => {
    const text = '{"a": 1, "b": 2, "a": 3}';
    assert.equal(applyEdits(text, removeKey(text, objectIn(text), 'a')), '{"b": 2}');
  });
});
