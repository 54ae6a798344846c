import { toDayNumber } from './days';
import type { PreviewPeriod } from '../../../../server/src/protocol/requests';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { placeKey } from './mark';
import { fill, usePage } from './page-context';
import type { PageContext } from './page-context';
import { cutLabel, keepInside, widthOf } from './timeline-labels';
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
  const days = toDays(period, page);
  const tone = period.index % 2 === 0 ? 'even' : 'odd';
  // Neighbours keep a hairline between them as long as there is room.
  const [left, width] = bar.width > 8 ? [bar.left + 1, bar.width - 2] : [bar.left, bar.width];
  const label = cutLabel(name, longestName);
  return (
    <g
      class={`bar ${tone} ${period.active ? '' : 'inactive'}`}
      aria-label={`${label} ${days}`}
      {...leadsTo(period.range, page)}
    >
      <title>{`${label} ${days}`}</title>
      <rect x={left} y={top} width={width} height={height} rx={Math.min(4, width / 3)} />
      {height >= 18 && (
        // A nested picture cuts what does not fit after all.
        <svg x={left + 7} y={top} width={Math.max(width - 10, 0)} height={height} aria-hidden="true">
          <BarText
            name={cutLabel(name, (width - 10) * boldness)}
            days={widthOf(days) <= width - 10 ? days : ''}
            height={height}
          />
        </svg>
      )}
    </g>
  );
}

function BarText({ name, days, height }: { readonly name: string; readonly days: string; readonly height: number }) {
  const both = height >= 36 && days !== '';
  return (
    <>
      <text class="name" y={both ? 18 : height / 2 + 4}>
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

/** Days without a period, or with two: marked over the height of the lanes and named below. */
export function TimelineSpan({ box, top, bottom, label, labelLeft }: SpanProps) {
  return (
    <g class={box.span.kind} aria-hidden="true">
      <title>{label}</title>
      <rect x={box.left} y={top} width={box.width} height={bottom - top} />
      <line x1={box.left} x2={box.left + box.width} y1={bottom + 2} y2={bottom + 2} />
      {labelLeft !== undefined && (
        <text x={labelLeft} y={bottom + 16}>
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
  const label = `${cutLabel(box.frame.label, longestName)}: ${toDays(box.frame, page)}`;
  const [left, right, y] = [box.left + 1, box.left + box.width - 1, top + 19];
  return (
    <g class="frame" aria-label={label} {...leadsTo(box.frame.range, page)}>
      <title>{label}</title>
      <rect x={left} y={top} width={right - left} height={24} />
      <path d={`M${left} ${y}H${right}${toEnd(left, y, box.openLeft, 5)}${toEnd(right, y, box.openRight, -5)}`} />
      <text x={keepInside(left + 5, widthOf(label), limit)} y={top + 13} aria-hidden="true">
        {label}
      </text>
    </g>
  );
}

/** What a button does by itself. */
function leadsTo(range: Range, { reveal, isLive }: PageContext) {
  if (!isLive) return { role: 'img' } as const;
  return {
    role: 'button',
    'data-place': placeKey(range),
    onClick: () => {
      reveal(range);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      reveal(range);
    },
  } as const;
}

function toEnd(x: number, y: number, open: boolean, inward: number): string {
  return open ? `M${x + inward} ${y - 4}L${x} ${y}L${x + inward} ${y + 4}` : `M${x} ${y - 4}V${y + 4}`;
}

function toDays({ startDay, endDay }: Pick<PreviewPeriod, 'startDay' | 'endDay'>, { format }: PageContext): string {
  const words = [startDay, endDay].map((day) => (day === undefined ? '…' : format.full(toDayNumber(day))));
  return words[0] === words[1] ? (words[0] ?? '') : words.join(' – ');
}
