import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { firstOverlaps } from '../../../../../../server/src/core/periods/overlaps';
import { isOverlapping, type Span } from '../../../../../../server/src/core/periods/span';
import { runs } from '../../../../../support/runs';

/** The definition itself, in O(n²). */
function expected(spans: readonly (Span | undefined)[]): [number, number][] {
  return spans.flatMap((span, index) => {
    if (!span) return [];
    const first = spans.slice(0, index).findIndex((earlier) => earlier && isOverlapping(earlier, span));
    return first < 0 ? [] : [[index, first] as [number, number]];
  });
}

const found = (spans: readonly (Span | undefined)[]) => [...firstOverlaps(spans)].sort(([a], [b]) => a - b);

describe('first overlaps', () => {
  const tables: [string, (Span | undefined)[], [number, number][]][] = [
    ['nothing', [], []],
    ['one alone', [{ start: 1, end: 9 }], []],
    [
      'neighbours that touch',
      [
        { start: 1, end: 9 },
        { start: 10, end: 19 },
      ],
      [],
    ],
    [
      'a shared day',
      [
        { start: 1, end: 10 },
        { start: 10, end: 19 },
      ],
      [[1, 0]],
    ],
    [
      'the same days twice',
      [
        { start: 1, end: 9 },
        { start: 1, end: 9 },
      ],
      [[1, 0]],
    ],
    [
      'unordered ones',
      [
        { start: 10, end: 19 },
        { start: 1, end: 10 },
      ],
      [[1, 0]],
    ],
    [
      'one inside another',
      [
        { start: 1, end: 99 },
        { start: 40, end: 41 },
      ],
      [[1, 0]],
    ],
    [
      'one around another',
      [
        { start: 40, end: 41 },
        { start: 1, end: 99 },
      ],
      [[1, 0]],
    ],
    [
      'the first of two',
      [
        { start: 20, end: 29 },
        { start: 1, end: 9 },
        { start: 5, end: 25 },
      ],
      [[2, 0]],
    ],
    ['unknown ones between', [undefined, { start: 1, end: 9 }, undefined, { start: 9, end: 9 }], [[3, 1]]],
  ];
  for (const [what, spans, overlaps] of tables) {
    it(`of ${what}`, () => {
      assert.deepEqual(found(spans), overlaps);
    });
  }

  it('are those of the definition', () => {
    const span = fc
      .record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 12 }) })
      .map(({ start, length }) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(fc.option(span, { nil: undefined, freq: 9 }), { maxLength: 25 }), (spans) => {
        assert.deepEqual(found(spans), expected(spans));
      }),
      { numRuns: runs(400) },
    );
  });
});
