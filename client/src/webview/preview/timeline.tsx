import type { PreviewModel, PreviewSpan } from '../../../../server/src/protocol/requests';
import type { PreviewTexts } from '../../../../server/src/protocol/preview-texts';
import { today } from './days';
import { countDays, fill, usePage } from './page-context';
import { useRovingFocus } from './roving-focus';
import { besideLine, haveRoom, placeLabels } from './timeline-labels';
import { TimelineBar, TimelineFrame, TimelineSpan } from './timeline-parts';
import { layOutTimeline } from './timeline-layout';
import type { SpanBox, TimelineLayout } from './timeline-layout';
import { useWidth } from './use-width';

const axisHeight = 24;
const frameHeight = 26;
const noteHeight = 22;
/** A row of its own for the word that says where today is. */
const todayHeight = 16;

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
            {layout.band !== undefined && model.spans.length > 0 && ` ${spansInWords(model, texts)}`}
          </p>
          <p id="timeline-hint" class="spoken">
            {texts.timelineHint}
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

/** Too many periods to draw have marks that are too narrow to count. */
function spansInWords({ spans }: Pick<PreviewModel, 'spans'>, texts: PreviewTexts): string {
  const countOf = (kind: PreviewSpan['kind']) => spans.filter((span) => span.kind === kind).length;
  return fill(texts.spanCounts, countOf('gap'), countOf('overlap'));
}

interface DrawingProps {
  readonly layout: TimelineLayout;
  readonly width: number;
}

function Drawing({ layout, width }: DrawingProps) {
  const { texts } = usePage();
  const top = layout.today === undefined ? 0 : todayHeight;
  const bottom = lanesBottomOf(layout);
  const height = top + bottom + (layout.spans.length > 0 ? noteHeight : 4);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={texts.timeline}
      aria-describedby="timeline-hint"
    >
      <g transform={`translate(0 ${top})`}>
        <Parts layout={layout} width={width} />
      </g>
      {layout.today !== undefined && <Today left={layout.today} bottom={top + bottom} width={width} />}
    </svg>
  );
}

const lanesTopOf = ({ frames }: TimelineLayout) => axisHeight + frames.length * frameHeight;
const lanesBottomOf = (layout: TimelineLayout) => lanesTopOf(layout) + layout.lanes * toLaneHeight(layout.lanes);

/** From behind to the front: what shines through a bar lies below it. */
function Parts({ layout, width }: DrawingProps) {
  const laneHeight = toLaneHeight(layout.lanes);
  const [lanesTop, lanesBottom] = [lanesTopOf(layout), lanesBottomOf(layout)];
  return (
    <>
      <Months months={layout.months} top={lanesTop} bottom={lanesBottom} />
      <Axis layout={layout} width={width} lanesTop={lanesTop} lanesBottom={lanesBottom} />
      {layout.frames.map((box, index) => (
        <TimelineFrame key={index} box={box} top={axisHeight + index * frameHeight} limit={width} />
      ))}
      {layout.band !== undefined && (
        <rect class="band" x={layout.band.left} width={layout.band.width} y={lanesTop + 2} height={laneHeight - 4} />
      )}
      <Bases layout={layout} top={lanesTop} height={laneHeight} />
      <Weekends weekends={layout.weekends} top={lanesTop} bottom={lanesBottom} />
      <Spans spans={layout.spans} width={width} top={lanesTop} bottom={lanesBottom} />
      {layout.bars.map((bar) => (
        <TimelineBar
          key={bar.period.index}
          bar={bar}
          top={lanesTop + bar.lane * laneHeight + 2}
          height={laneHeight - 4}
        />
      ))}
    </>
  );
}

interface SpansProps {
  readonly spans: readonly SpanBox[];
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Behind the bars, which let them shine through. */
function Spans({ spans, width, top, bottom }: SpansProps) {
  const { texts } = usePage();
  const labels = spans.map(({ kind, days, left, width: own }) => ({
    text: `${texts[kind]}: ${countDays(texts, days)}`,
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

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Where months begin. */
function Months({ months, top, bottom }: Stretch & Pick<TimelineLayout, 'months'>) {
  return (
    <g class="calendar" aria-hidden="true">
      {months.map((left) => (
        <path key={left} d={`M${left + 0.5} ${top}V${bottom}`} />
      ))}
    </g>
  );
}

/** The ground of the bars: over the lines of the axis, which would strike their names through, and below all else. */
function Bases({ layout: { bars }, top, height }: { layout: TimelineLayout; top: number; height: number }) {
  return (
    <g class="bases" aria-hidden="true">
      {bars.map(({ left, width, lane, period }) => (
        <rect key={period.index} x={left} y={top + lane * height + 2} width={width} height={height - 4} />
      ))}
    </g>
  );
}

function Weekends({ weekends, top, bottom }: Stretch & Pick<TimelineLayout, 'weekends'>) {
  return (
    <g class="calendar" aria-hidden="true">
      {weekends.map(({ left, width }) => (
        <rect key={left} x={left} y={top} width={width} height={bottom - top} />
      ))}
    </g>
  );
}

function Today({ left, bottom, width }: { readonly left: number; readonly bottom: number; readonly width: number }) {
  const { texts } = usePage();
  return (
    <g class="today">
      <title>{texts.today}</title>
      <path d={`M${left} 0V${bottom}`} />
      <text x={besideLine(left, texts.today, width, 4)} y={11}>
        {texts.today}
      </text>
    </g>
  );
}

interface AxisProps extends DrawingProps {
  readonly lanesTop: number;
  readonly lanesBottom: number;
}

function Axis({ layout, width, lanesTop, lanesBottom }: AxisProps) {
  const { format } = usePage();
  const { unit, marks } = layout.ticks;
  const toLabel = { day: format.short, month: format.month, year: format.year }[unit];
  const labels = marks.map(({ day, left }) => ({ text: toLabel(day), left: left + 5 }));
  const rooms = haveRoom(labels, width);
  return (
    <g class="axis" aria-hidden="true">
      {marks.map(({ day, left }, index) => (
        <g key={day}>
          <path d={`M${left + 0.5} 4V${axisHeight - 6}M${left + 0.5} ${lanesTop}V${lanesBottom}`} />
          {rooms[index] === true && (
            <text x={left + 5} y={14}>
              {labels[index]?.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
