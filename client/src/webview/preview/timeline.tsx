import type { PreviewModel } from '../../../../server/src/protocol/requests';
import { today } from './days';
import { countDays, fill, usePage } from './page-context';
import { useRovingFocus } from './roving-focus';
import { keepInside, placeLabels, widthOf } from './timeline-labels';
import { TimelineBar, TimelineFrame, TimelineSpan } from './timeline-parts';
import { layOutTimeline } from './timeline-layout';
import type { SpanBox, TimelineLayout } from './timeline-layout';
import { useWidth } from './use-width';

const axisHeight = 24;
const frameHeight = 26;
const noteHeight = 22;

/** The periods to scale, with what lies between them and the dates around them. */
export function Timeline({ model }: { readonly model: PreviewModel }) {
  const { texts, format } = usePage();
  const { ref, width } = useWidth<HTMLDivElement>();
  // Not on the drawing itself: Chromium takes an SVG element that listens to the focus for a stop of its own.
  const roving = useRovingFocus<HTMLDivElement>();
  const layout = width === 0 ? undefined : layOutTimeline(model, width, today());
  return (
    <div class="timeline" ref={ref}>
      {layout !== undefined && (
        <>
          <p class="summary">
            {fill(
              layout.band === undefined ? texts.periodSummary : texts.tooMany,
              model.periods.length + model.omitted.periods,
              format.full(layout.firstDay),
              format.full(layout.lastDay),
            )}
          </p>
          <div {...roving}>
            <Drawing layout={layout} width={width} />
          </div>
        </>
      )}
      {width > 0 && layout === undefined && <p class="absent">{texts.noDays}</p>}
    </div>
  );
}

function Drawing({ layout, width }: { readonly layout: TimelineLayout; readonly width: number }) {
  const { texts } = usePage();
  const laneHeight = toLaneHeight(layout.lanes);
  const lanesTop = axisHeight + layout.frames.length * frameHeight;
  const lanesBottom = lanesTop + layout.lanes * laneHeight;
  const height = lanesBottom + (layout.spans.length > 0 ? noteHeight : 4);
  return (
    <svg width={width} height={height} role="group" aria-label={texts.timeline}>
      <Calendar layout={layout} top={lanesTop} bottom={lanesBottom} />
      <Axis layout={layout} lanesTop={lanesTop} lanesBottom={lanesBottom} />
      {layout.frames.map((box, index) => (
        <TimelineFrame key={index} box={box} top={axisHeight + index * frameHeight} limit={width} />
      ))}
      {layout.band !== undefined && (
        <rect class="band" x={layout.band.left} width={layout.band.width} y={lanesTop + 2} height={laneHeight - 4} />
      )}
      {layout.bars.map((bar) => (
        <TimelineBar
          key={bar.period.index}
          bar={bar}
          top={lanesTop + bar.lane * laneHeight + 2}
          height={laneHeight - 4}
        />
      ))}
      <Spans spans={layout.spans} width={width} top={lanesTop} bottom={lanesBottom} />
      {layout.today !== undefined && <Today left={layout.today} bottom={lanesBottom} width={width} />}
    </svg>
  );
}

interface SpansProps {
  readonly spans: readonly SpanBox[];
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Over the bars, so that shared days show on both. */
function Spans({ spans, width, top, bottom }: SpansProps) {
  const { texts } = usePage();
  const labels = spans.map(({ span, left, width: own }) => ({
    text: `${texts[span.kind]}: ${countDays(texts, span.days)}`,
    center: left + own / 2,
  }));
  const lefts = placeLabels(labels, width);
  return (
    <>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line y2="6" />
      </pattern>
      {spans.map((box, index) => (
        <TimelineSpan
          key={index}
          box={box}
          top={top}
          bottom={bottom}
          label={labels[index]?.text ?? ''}
          labelLeft={lefts[index]}
        />
      ))}
    </>
  );
}

/** Tall while there are few lanes: then a bar has room for two lines. */
function toLaneHeight(lanes: number): number {
  if (lanes <= 3) return 48;
  return lanes <= 12 ? 26 : 10;
}

interface CalendarProps {
  readonly layout: TimelineLayout;
  readonly top: number;
  readonly bottom: number;
}

/** Behind everything: weekends, and where months begin. */
function Calendar({ layout, top, bottom }: CalendarProps) {
  return (
    <g class="calendar" aria-hidden="true">
      {layout.weekends.map(({ left, width }) => (
        <rect key={left} x={left} y={top} width={width} height={bottom - top} />
      ))}
      {layout.months.map((left) => (
        <path key={left} d={`M${left + 0.5} ${top}V${bottom}`} />
      ))}
    </g>
  );
}

function Today({ left, bottom, width }: { readonly left: number; readonly bottom: number; readonly width: number }) {
  const { texts } = usePage();
  return (
    <g class="today">
      <title>{texts.today}</title>
      <path d={`M${left} 16V${bottom}`} />
      <text x={keepInside(left + 4, widthOf(texts.today), width)} y={25}>
        {texts.today}
      </text>
    </g>
  );
}

interface AxisProps {
  readonly layout: TimelineLayout;
  readonly lanesTop: number;
  readonly lanesBottom: number;
}

function Axis({ layout, lanesTop, lanesBottom }: AxisProps) {
  const { format } = usePage();
  const { unit, marks } = layout.ticks;
  const toLabel = { day: format.short, month: format.month, year: format.year }[unit];
  return (
    <g class="axis" aria-hidden="true">
      {marks.map(({ day, left }) => (
        <g key={day}>
          <path d={`M${left + 0.5} 4V${axisHeight - 6}M${left + 0.5} ${lanesTop}V${lanesBottom}`} />
          <text x={left + 5} y={14}>
            {toLabel(day)}
          </text>
        </g>
      ))}
    </g>
  );
}
