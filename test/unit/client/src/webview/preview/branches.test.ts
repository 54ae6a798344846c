import assert from 'node:assert/strict';
import { toBranches } from '../../../../../../client/src/webview/preview/branches';
import { lineRange } from '../../../../../support/preview/models';

type Branches = ReturnType<typeof toBranches>;
const shape = (branches: Branches): unknown[] =>
  branches.map(({ row, branches: below }) => (below.length === 0 ? row.text : [row.text, ...shape(below)]));
const rows = (text: string) =>
  Array.from(text, (depth, index) => ({
    depth: Number(depth),
    text: `${depth}${index}`,
    range: lineRange(index),
  }));

describe('the tree of a condition', () => {
  it('has each row below the last one that is less deep', () => {
    assert.deepEqual(shape(toBranches(rows('01121'))), [['00', '11', ['12', '23'], '14']]);
    assert.deepEqual(shape(toBranches(rows('00'))), ['00', '01']);
    assert.deepEqual(toBranches([]), []);
  });

  it('takes a row that skips a depth, and stays shallow', () => {
    assert.deepEqual(shape(toBranches(rows('03'))), [['00', '31']]);
    const deep = Array.from({ length: 40 }, (_, depth) => ({ depth, text: String(depth), range: lineRange(depth) }));
    const depthOf = (branches: Branches): number => Math.max(0, ...branches.map((one) => 1 + depthOf(one.branches)));
    assert.equal(depthOf(toBranches(deep)), 12);
  });
});
