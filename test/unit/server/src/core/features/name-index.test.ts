import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createNameIndex, type Named } from '../../../../../../server/src/core/features/name-index';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const named = (file: string, name: string): Named => ({
  uri: `file:///${file}`,
  shown: file,
  name: { key: name, range },
});

describe('the index of names', () => {
  it('tells all whose namesakes are others now', () => {
    const names = createNameIndex();
    assert.deepEqual([...names.set('a', named('a', 'x'))], []);
    assert.deepEqual([...names.set('b', named('b', 'x'))].sort(), ['a', 'b']);
    assert.deepEqual([...names.set('b', named('b', 'x'))], [], 'nothing changed');
    assert.deepEqual([...names.set('b', named('b', 'y'))].sort(), ['a', 'b']);
    assert.deepEqual([...names.set('b', undefined)], []);
  });

  it('names ten and counts all', () => {
    const names = createNameIndex();
    for (let index = 10; index < 40; index++) names.set(String(index), named(String(index), 'x'));
    const found = names.namesakesOf('10');
    assert.equal(found?.count, 29);
    assert.deepEqual(
      found.first.map(({ shown }) => shown),
      ['11', '12', '13', '14', '15', '16', '17', '18', '19', '20'],
    );
  });

  it('agrees with a search through all, whatever happened before', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const names = createNameIndex();
        const all = new Map<string, string>();
        for (const { key, name } of steps) {
          names.set(key, name === undefined ? undefined : named(key, name));
          if (name === undefined) all.delete(key);
          else all.set(key, name);
        }
        for (const [key, name] of all) {
          const others = [...all].filter(([other, its]) => other !== key && its === name).map(([other]) => other);
          const found = names.namesakesOf(key);
          assert.deepEqual(found?.first.map(({ shown }) => shown) ?? [], others.sort());
          assert.equal(found?.count ?? 0, others.length);
        }
      }),
    );
  });
});
