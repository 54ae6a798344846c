import { stretchInWords } from './days';
import { isolated } from '../../../../server/src/protocol/phrase';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { placeKey } from './mark';
import { fill, usePage } from './page-context';
import type { PageContext } from './page-context';
import { leadsTo } from './place';
import { cutLabel, isRightToLeft, keepInside, widthOf } from './timeline-labels';
import type { Bar, FrameBox, SpanBox } from './timeline-layout';

/** Names read out or shown on pointing are cut: the table has them in full. */
const longestName = 800;
/** Names are bold: fewer characters have room. */
const boldness = 0.9;

interface BarProps {
  readonly bar: Bar;
  readonly top: number;
  readonly height: number;
}

export function TimelineBar({ bar, top, height }: BarProps) {
  const page = usePage();
  const { period } = bar;
  const name = period.name === '' ? fill(page.texts.periodNumber, period.index + 1) : period.name;
  const days = stretchInWords(period, page.format);
  const tone = period.index % 2 === 0 ? 'even' : 'odd';
  // Neighbours keep a hairline between them as long as there is room.
  const [left, width] = bar.width > 8 ? [bar.left + 1, bar.width - 2] : [bar.left, bar.width];
  const off = period.active ? '' : `, ${page.texts.switchedOff}`;
  const label = `${isolated(cutLabel(name, longestName))} ${days}${off}`;
  return (
    <g class={`bar ${tone} ${period.active ? '' : 'inactive'}`} aria-label={label} {...toPart(period.range, page)}>
      <title>{label}</title>
      <rect x={left} y={top} width={width} height={height} rx={Math.min(4, width / 3)} />
      {height >= 18 && (
        // A nested picture cuts what does not fit after all.
        <svg x={left + 7} y={top} width={Math.max(width - 10, 0)} height={height} aria-hidden="true">
          <BarText
            name={cutLabel(name, (width - 10) * boldness)}
            days={widthOf(days) <= width - 10 ? days : ''}
            width={width - 14}
            height={height}
          />
        </svg>
      )}
    </g>
  );
}

interface BarTextProps {
  readonly name: string;
  readonly days: string;
  readonly width: number;
  readonly height: number;
}

function BarText({ name, days, width, height }: BarTextProps) {
  const both = height >= 36 && days !== '';
  const begin = isRightToLeft(name) ? ({ direction: 'rtl', x: width } as const) : {};
  return (
    <>
      <text class="name" y={both ? 18 : height / 2 + 4} {...begin}>
        {name}
      </text>{' '}
      {both && (
        <text class="days" y={35}>
          {days}
        </text>
      )}
    </>
  );
}

interface SpanProps {
  readonly box: SpanBox;
  readonly top: number;
  readonly bottom: number;
  readonly label: string;
  /** Where the label begins; absent where it has no room. */
  readonly labelLeft: number | undefined;
}

/** Days without a period, or with several: marked over the height of the lanes, behind the periods, and named below. */
export function TimelineSpan({ box, top, bottom, label, labelLeft }: SpanProps) {
  const page = usePage();
  return (
    <g class={box.kind} aria-label={label} {...toPart(box.range, page, false)}>
      <title>{label}</title>
      <rect x={box.left} y={top} width={box.width} height={bottom - top} />
      <line x1={box.left} x2={box.left + box.width} y1={bottom + 2} y2={bottom + 2} />
      {labelLeft !== undefined && (
        <text x={labelLeft} y={bottom + 16} aria-hidden="true">
          {label}
        </text>
      )}
    </g>
  );
}

interface FrameProps {
  readonly box: FrameBox;
  readonly top: number;
  /** Width of the whole drawing. */
  readonly limit: number;
}

/** A stretch around the periods: a line with an end, or an arrow, on either side. */
export function TimelineFrame({ box, top, limit }: FrameProps) {
  const page = usePage();
  const label = `${cutLabel(box.frame.label, longestName)}: ${stretchInWords(box.frame, page.format)}`;
  const [left, right, y] = [box.left + 1, box.left + box.width - 1, top + 19];
  return (
    <g class="frame" aria-label={label} {...toPart(box.frame.range, page)}>
      <title>{label}</title>
      <rect x={left} y={top} width={right - left} height={24} />
      <path d={`M${left} ${y}H${right}${toEnd(left, y, box.openLeft, 5)}${toEnd(right, y, box.openRight, -5)}`} />
      <text x={keepInside(left + 5, widthOf(label), limit)} y={top + 13} aria-hidden="true">
        {label}
      </text>
    </g>
  );
}

/** A part that leads to its place, where there is one, and is marked by the cursor in it. */
function toPart(range: Range | undefined, page: PageContext, isMarked = true) {
  if (!page.isLive || range === undefined) return { role: 'img' } as const;
  return { ...leadsTo(range, page), ...(isMarked && { 'data-place': placeKey(range) }) } as const;
}

function toEnd(x: number, y: number, open: boolean, inward: number): string {
  return open ? `M${x + inward} ${y - 4}L${x} ${y}L${x + inward} ${y + 4}` : `M${x} ${y - 4}V${y + 4}`;
}
