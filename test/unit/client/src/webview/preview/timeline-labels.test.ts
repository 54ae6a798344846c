import assert from 'node:assert/strict';
import {
  cutLabel,
  keepInside,
  placeLabels,
  widthOf,
} from '../../../../../../client/src/webview/preview/timeline-labels';

describe('labels of the timeline', () => {
  it('are cut to their room, and left out where nothing of them could be read', () => {
    assert.equal(cutLabel('Cycle_1', 80), 'Cycle_1');
    assert.equal(cutLabel('Cycle_1', 40), 'Cycl…');
    assert.equal(cutLabel('Cycle_1', 20), '');
    assert.equal(cutLabel('C1', 20), 'C1');
    assert.equal(cutLabel('', -5), '');
    assert.ok(widthOf(cutLabel('x'.repeat(1_000_000), 500)) <= 500);
  });

  it('stay inside the drawing', () => {
    assert.deepEqual([keepInside(-5, 10, 100), keepInside(50, 10, 100), keepInside(95, 10, 100)], [0, 50, 90]);
    assert.equal(keepInside(0, 200, 100), 0);
  });

  it('do not run into the one before', () => {
    const width = widthOf('Gap: 3 days');
    const lefts = placeLabels(
      [0, 20, 200].map((center) => ({ text: 'Gap: 3 days', center })),
      1000,
    );
    assert.deepEqual(lefts, [0, undefined, 200 - width / 2]);
  });
});
