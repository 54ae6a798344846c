import assert from 'node:assert/strict';
import {
  besideLine,
  cutLabel,
  haveRoom,
  isRightToLeft,
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

  it('of ticks have room before the next one and the edge, or are left out', () => {
    const text = 'Nov 29';
    const lefts = [0, widthOf(text) - 1, 200, 300 - widthOf(text) + 1];
    assert.deepEqual(
      haveRoom(
        lefts.map((left) => ({ text, left })),
        300,
      ),
      [false, true, true, false],
    );
  });

  it('beside a line stand behind it, or in front of it at the edge', () => {
    const size = widthOf('Today');
    assert.equal(besideLine(10, 'Today', 300, 4), 14);
    assert.equal(besideLine(290, 'Today', 300, 4), 290 - 4 - size);
    assert.equal(besideLine(5, 'Today', 20, 4), 0);
  });

  it('run from right to left where their first letter does', () => {
    for (const text of ['מבצע', '50% مبصع', '… א b']) assert.equal(isRightToLeft(text), true, text);
    for (const text of ['', '50%', 'a א', '第1期', '🎉 b']) assert.equal(isRightToLeft(text), false, text);
  });
});
