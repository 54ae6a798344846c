import assert from 'node:assert/strict';
import { toDate, toDayNumber } from '../../../../../../client/src/webview/preview/days';
import { layOutTimeline } from '../../../../../../client/src/webview/preview/timeline-layout';
import { monthStarts, weekends } from '../../../../../../client/src/webview/preview/timeline-ticks';
import { lineRange, period, previewModel } from '../../../../../support/preview/models';

const dayOf = (day: number) => toDate(day).toISOString().slice(0, 10);

describe('the calendar behind the timeline', () => {
  it('weekends, as far as they lie in it', () => {
    // 2027-10-09 is a Saturday.
    const found = weekends(toDayNumber('2027-10-10'), toDayNumber('2027-10-24'), 500);
    assert.deepEqual(
      found.map(({ start, end }) => `${dayOf(start)} ${end - start}`),
      ['2027-10-10 1', '2027-10-16 2', '2027-10-23 1'],
    );
    for (const { start } of weekends(-4000, 20_000, 1_000_000)) assert.ok([0, 6].includes(toDate(start).getUTCDay()));
  });

  it('months, by their first days', () => {
    assert.deepEqual(monthStarts(toDayNumber('2027-10-10'), toDayNumber('2028-02-01'), 500).map(dayOf), [
      '2027-11-01',
      '2027-12-01',
      '2028-01-01',
    ]);
  });

  it('neither where they cannot be told apart', () => {
    const [start, end] = [toDayNumber('2022-01-01'), toDayNumber('2032-01-01')];
    assert.deepEqual([weekends(start, end, 1000), monthStarts(start, end, 1000)], [[], []]);
  });

  it('today, where it is in the drawing', () => {
    const todayIn = (day: string) => layOutTimeline(previewModel({ frames: [] }), 1300, toDayNumber(day))?.today;
    assert.deepEqual(['2027-10-07', '2027-10-08', '2027-10-20', '2027-10-21'].map(todayIn), [
      undefined,
      50,
      1250,
      undefined,
    ]);
    assert.equal(layOutTimeline(previewModel(), 1300)?.today, undefined);
  });
});

describe('more periods than are listed', () => {
  const model = previewModel({
    extent: { startDay: '2027-01-01', endDay: '2054-05-18' },
    omitted: { periods: 9600, spans: 0, levels: 0, targets: 0, problems: 0 },
    frames: [{ label: 'Group dates', startDay: '2026-01-01', range: lineRange(4) }],
  });

  it('are one band over all their days', () => {
    const layout = layOutTimeline(model, 1000);
    assert.ok(layout?.band);
    assert.deepEqual([layout.bars, layout.lanes], [[], 1]);
    // What is left out shows on the band too.
    assert.deepEqual(
      layout.spans.map(({ kind, days }) => [kind, days]),
      [['gap', 3]],
    );
    assert.deepEqual([layout.firstDay, layout.lastDay].map(dayOf), ['2027-01-01', '2054-05-18']);
    assert.ok(layout.band.left > 30 && layout.band.left + layout.band.width <= 1000);
    assert.equal(layout.frames[0]?.left, 0);
  });

  it('are drawn one by one where the model has all of them', () => {
    const all = previewModel({ periods: [period(0, 'a 2027-01-01 2027-01-31 31')], spans: [] });
    assert.equal(layOutTimeline(all, 1000)?.band, undefined);
  });
});
