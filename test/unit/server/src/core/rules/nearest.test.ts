import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { nearest, nearestFirst } from '../../../../../../server/src/core/rules/nearest';
import { runs } from '../../../../../support/runs';

/** The distance by its definition: the fewest edits that remain after the first characters were dealt with. */
function slowDistance(a: string, b: string): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return a.length - i + (b.length - j);
    const key = `${i} ${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = [from(i + 1, j) + 1, from(i, j + 1) + 1, from(i + 1, j + 1) + (a[i] === b[j] ? 0 : 1)];
    const isSwap = i + 1 < a.length && j + 1 < b.length && a[i] === b[j + 1] && a[i + 1] === b[j];
    if (isSwap) ways.push(from(i + 2, j + 2) + 1);
    const best = Math.min(...ways);
    known.set(key, best);
    return best;
  };
  return from(0, 0);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'c'), maxLength: 10 });

describe('nearest', () => {
  it('gives those within a third of the length, by the distance as it is defined', () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 8 }), (typed, candidates) => {
        const limit = Math.max(1, Math.floor(typed.length / 3));
        const edits = (candidate: string) => slowDistance(typed.toLowerCase(), candidate.toLowerCase());
        const expected = candidates
          .filter((candidate) => edits(candidate) <= limit)
          .sort((a, b) => edits(a) - edits(b));
        assert.deepEqual(nearest(typed, candidates), expected);
      }),
      { numRuns: runs(400) },
    );
  });

  const rows: readonly [typed: string, candidate: string, isNear: boolean][] = [
    ['ab', 'ba', true],
    ['ab', 'ac', true],
    ['ab', 'cd', false],
    ['abcdef', 'abdcfe', true],
    ['abcdef', 'badcfe', false],
    ['a', '', true],
    ['', 'ab', false],
    ['SALES', 'sales', true],
    ['x'.repeat(64), 'x'.repeat(63), true],
    ['x'.repeat(65), 'x'.repeat(64), false],
    ['x'.repeat(30), 'x'.repeat(40), true],
    ['x'.repeat(30), 'x'.repeat(41), false],
  ];
  for (const [typed, candidate, isNear] of rows) {
    it(`${typed} is ${isNear ? '' : 'not '}near ${candidate}`, () => {
      assert.deepEqual(nearest(typed, [candidate]), isNear ? [candidate] : []);
    });
  }

  it('puts the nearest first, and the others behind in their order, each once', () => {
    assert.deepEqual(nearestFirst('SALE', ['COUNT', 'SALE_S', 'VISIT', 'SALES']), [
      'SALES',
      'COUNT',
      'SALE_S',
      'VISIT',
    ]);
    assert.deepEqual(nearestFirst('zzzzzz', ['COUNT', 'VISIT']), ['COUNT', 'VISIT']);
  });
});
