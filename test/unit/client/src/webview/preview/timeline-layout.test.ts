import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PreviewFrame, PreviewPeriod } from '../../../../../../server/src/protocol/requests';
import { layOutTimeline } from '../../../../../../client/src/webview/preview/timeline-layout';
import { toDate, toDayNumber } from '../../../../../../client/src/webview/preview/days';
import { lineRange, period } from '../../../../../support/preview/models';

const omitted = { periods: 0, spans: 0, levels: 0, targets: 0, problems: 0 };

const frame = (startDay?: string, endDay?: string): PreviewFrame => ({
  label: 'Group dates',
  range: lineRange(1),
  ...(startDay !== undefined && { startDay }),
  ...(endDay !== undefined && { endDay }),
});

function layOut(periods: readonly PreviewPeriod[], width: number, frames: readonly PreviewFrame[] = []) {
  const layout = layOutTimeline({ periods, frames, spans: [], omitted }, width);
  assert.ok(layout);
  return layout;
}

const boxes = (layout: ReturnType<typeof layOut>) =>
  layout.bars.map(({ period: { name }, left, width, lane }) => `${name} ${left}+${width} lane ${lane}`);

describe('the timeline', () => {
  it('draws days to scale, the last day included', () => {
    const layout = layOut([period(0, 'a 2027-10-08 2027-10-08 1'), period(1, 'b 2027-10-09 2027-10-11 3')], 400);
    assert.deepEqual(boxes(layout), ['a 0+100 lane 0', 'b 100+300 lane 0']);
    assert.equal(layout.lanes, 1);
    assert.deepEqual([layout.firstDay, layout.lastDay], [toDayNumber('2027-10-08'), toDayNumber('2027-10-11')]);
  });

  it('leaves room where a gap is, and sorts by day', () => {
    const layout = layOut([period(0, 'late 2027-01-09 2027-01-10 2'), period(1, 'early 2027-01-01 2027-01-02 2')], 100);
    assert.deepEqual(boxes(layout), ['early 0+20 lane 0', 'late 80+20 lane 0']);
  });

  it('puts periods that share a day into two lanes, and uses a free lane again', () => {
    const layout = layOut(
      [
        period(0, 'a 2027-01-01 2027-01-04 4'),
        period(1, 'b 2027-01-04 2027-01-06 3'),
        period(2, 'c 2027-01-05 2027-01-10 6'),
      ],
      100,
    );
    assert.deepEqual(boxes(layout), ['a 0+40 lane 0', 'b 30+30 lane 1', 'c 40+60 lane 0']);
    assert.equal(layout.lanes, 2);
  });

  it('keeps a day visible in thousands of years', () => {
    const layout = layOut([period(0, 'a 0001-01-01 0001-01-01 1'), period(1, 'b 9999-12-31 9999-12-31 1')], 300);
    assert.deepEqual(boxes(layout), ['a 0+3 lane 0', 'b 297+3 lane 0']);
  });

  it('leaves out what has no two days in order', () => {
    const [whole] = [period(0, 'a 2027-01-01 2027-01-02 2')];
    const undated: PreviewPeriod = { index: 1, name: 'b', active: true, range: lineRange(2) };
    const backwards: PreviewPeriod = { ...undated, startDay: '2027-02-02', endDay: '2027-02-01' };
    assert.deepEqual(boxes(layOut([whole, undated, backwards], 100)), ['a 0+100 lane 0']);
    assert.equal(layOutTimeline({ periods: [undated, backwards], frames: [], spans: [], omitted }, 100), undefined);
    assert.equal(layOutTimeline({ periods: [], frames: [frame('2027-01-01')], spans: [], omitted }, 100), undefined);
  });

  it('widens for the dates around the periods', () => {
    const layout = layOut([period(0, 'a 2027-01-06 2027-01-10 5')], 100, [frame('2027-01-01', '2027-01-20')]);
    assert.deepEqual(boxes(layout), ['a 25+25 lane 0']);
    const [box] = layout.frames;
    assert.deepEqual([box?.left, box?.width, box?.openLeft, box?.openRight], [0, 100, false, false]);
  });

  it('cuts dates that would leave the periods no room, and says so', () => {
    const layout = layOut([period(0, 'a 2027-01-01 2027-01-10 10')], 1300, [frame('2027-01-01', '9999-12-31')]);
    assert.deepEqual(boxes(layout), ['a 0+100 lane 0']);
    assert.deepEqual([layout.frames[0]?.openLeft, layout.frames[0]?.openRight], [false, true]);
  });

  it('shows a frame without a start or an end as open there', () => {
    const layout = layOut([period(0, 'a 2027-01-01 2027-01-10 10')], 100, [frame('2027-01-03')]);
    const [box] = layout.frames;
    assert.deepEqual([box?.left, box?.width, box?.openLeft, box?.openRight], [20, 80, false, true]);
  });

  it('places what lies between periods, but nothing outside of the drawing', () => {
    const between = [0, 1] as const;
    const layout = layOutTimeline(
      {
        periods: [period(0, 'a 2027-01-01 2027-01-02 2'), period(1, 'b 2027-01-05 2027-01-10 6')],
        frames: [],
        omitted,
        spans: [
          { kind: 'gap', startDay: '2027-01-03', endDay: '2027-01-04', days: 2, between },
          { kind: 'gap', startDay: '2027-01-11', endDay: '2027-01-12', days: 2, between },
        ],
      },
      100,
    );
    assert.deepEqual(
      layout?.spans.map(({ left, width }) => [left, width]),
      [[20, 20]],
    );
  });

  it('takes shared days that touch each other for one stretch, which leads to the first period in it', () => {
    const days = (startDay: string, endDay: string, between: [number, number]) => ({
      ...({ kind: 'overlap', startDay, endDay, days: 1, between } as const),
    });
    const layout = layOutTimeline(
      {
        periods: [0, 1, 2, 3].map((index) => period(index, 'a 2027-01-01 2027-01-10 10')),
        frames: [],
        omitted,
        spans: [
          days('2027-01-01', '2027-01-03', [0, 1]),
          days('2027-01-02', '2027-01-05', [1, 2]),
          days('2027-01-06', '2027-01-06', [2, 3]),
          days('2027-01-08', '2027-01-08', [3, 9]),
        ],
      },
      100,
    );
    assert.deepEqual(
      layout?.spans.map(({ left, width, days: shared, range }) => [left, width, shared, range?.start.line]),
      [
        [0, 60, 6, 101],
        [70, 10, 1, undefined],
      ],
    );
  });

  it('holds for any periods: inside the drawing, never two at one place, wide enough to be seen', () => {
    const days = fc.tuple(fc.integer({ min: -700_000, max: 2_900_000 }), fc.integer({ min: 1, max: 4000 }));
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 200, max: 3000 }),
        (all, width) => {
          const text = (day: number) => toDate(day).toISOString().slice(0, 10);
          const periods = all.map(([start, length], index) =>
            period(index, `p ${text(start)} ${text(start + length - 1)} ${length}`),
          );
          const { bars, lanes } = layOut(periods, width);
          assert.equal(bars.length, periods.length);
          const stretches = bars.map((bar) => ({ ...bar, start: toDayNumber(bar.period.startDay ?? '') }));
          for (const [index, bar] of stretches.entries()) {
            assert.ok(bar.left >= -1e-6 && bar.left + bar.width <= width + 1e-6 && bar.width >= 3 - 1e-6);
            assert.ok(bar.lane >= 0 && bar.lane < lanes);
            for (const other of stretches.slice(index + 1)) {
              if (other.lane === bar.lane) assert.ok(other.start >= bar.start + (bar.period.days ?? 0));
            }
          }
        },
      ),
    );
  });
});
