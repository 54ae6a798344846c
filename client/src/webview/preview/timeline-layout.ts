import type { PreviewFrame, PreviewModel, PreviewPeriod, PreviewSpan } from '../../../../server/src/protocol/requests';
import type { Range } from '../../../../server/src/protocol/preview-messages';
import { toDayNumber } from './days';
import { chooseTicks, monthStarts, weekends } from './timeline-ticks';
import type { Ticks } from './timeline-ticks';

/** A stretch of the drawing in pixels from its left edge, never narrower than can be seen. */
export interface Box {
  readonly left: number;
  readonly width: number;
}

export interface Bar extends Box {
  readonly period: PreviewPeriod;
  /** Zero-based; periods that share a day are never in one lane. */
  readonly lane: number;
}

/** Days without a period, or with more than one: shared days that touch each other are one stretch. */
export interface SpanBox extends Box {
  readonly kind: PreviewSpan['kind'];
  readonly days: number;
  /** Of the period behind the gap, or of the first one that begins within the other; absent where it is not listed. */
  readonly range?: Range;
}

export interface FrameBox extends Box {
  readonly frame: PreviewFrame;
  /** The side is not an end of the frame: it goes on beyond the drawing, or the file has no day for it. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

export interface TimelineLayout {
  /** First and last day of all periods, as days since 1970. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** In the order of the days. */
  readonly bars: readonly Bar[];
  readonly lanes: number;
  readonly spans: readonly SpanBox[];
  readonly frames: readonly FrameBox[];
  readonly ticks: Ticks;
  /** Where weekends lie, and where months begin, as long as they can be told apart. */
  readonly weekends: readonly Box[];
  readonly months: readonly number[];
  /** Where today is; absent where it lies outside of the drawing. */
  readonly today?: number;
  /** Instead of bars, where there are more periods than the model lists. */
  readonly band?: Box;
}

/** Narrower than this nothing is seen or hit with a mouse. */
const narrowest = 3;
/** How many times the extent of the periods a frame may add on either side before it is cut there. */
const roomForFrames = 12;

interface Stretch {
  /** First day, and the day after the last: both as days since 1970. */
  readonly start: number;
  readonly end: number;
}

interface Dated extends Stretch {
  readonly period: PreviewPeriod;
}

/**
 * Where everything of the timeline goes on a drawing that is `width` pixels wide, to scale. Undefined when no period has
 * two days in the right order. Periods without are left out.
 * @param today as days since 1970.
 */
export function layOutTimeline(
  model: Pick<PreviewModel, 'periods' | 'spans' | 'frames' | 'extent' | 'omitted'>,
  width: number,
  today?: number,
): TimelineLayout | undefined {
  if (model.extent !== undefined && model.omitted.periods > 0) return layOutBand(model, model.extent, width, today);
  const dated = model.periods.flatMap(toDated).sort((one, other) => one.start - other.start || one.end - other.end);
  const [first] = dated;
  if (first === undefined) return undefined;
  const extent = { start: first.start, end: Math.max(...dated.map(({ end }) => end)) };
  const domain = withFrames(extent, model.frames);
  const toBox = createScale(domain, width);
  const lanes = toLanes(dated);
  return {
    ...surroundings(model.frames, extent, width, today),
    bars: dated.map((one, index) => ({ ...toBox(one), period: one.period, lane: lanes[index] ?? 0 })),
    lanes: Math.max(...lanes) + 1,
    spans: toSpanBoxes(model, domain, toBox),
  };
}

type Days = NonNullable<PreviewModel['extent']>;

/** Too many to draw each: one band for all of them. */
function layOutBand(
  model: Pick<PreviewModel, 'periods' | 'frames' | 'spans'>,
  { startDay, endDay }: Days,
  width: number,
  today: number | undefined,
): TimelineLayout {
  const extent = { start: toDayNumber(startDay), end: toDayNumber(endDay) + 1 };
  const domain = withFrames(extent, model.frames);
  const toBox = createScale(domain, width);
  const spans = toSpanBoxes(model, domain, toBox);
  return { ...surroundings(model.frames, extent, width, today), bars: [], lanes: 1, spans, band: toBox(extent) };
}

/** Everything but the periods. */
function surroundings(frames: readonly PreviewFrame[], extent: Stretch, width: number, today: number | undefined) {
  const domain = withFrames(extent, frames);
  const toBox = createScale(domain, width);
  const isSeen = today !== undefined && today >= domain.start && today < domain.end;
  return {
    firstDay: extent.start,
    lastDay: extent.end - 1,
    frames: frames.map((frame) => toFrameBox(frame, domain, toBox)),
    ticks: chooseTicks(domain.start, domain.end, width),
    weekends: weekends(domain.start, domain.end, width).map(toBox),
    months: monthStarts(domain.start, domain.end, width).map((day) => toBox({ start: day, end: day }).left),
    ...(isSeen && { today: ((today + 0.5 - domain.start) * width) / (domain.end - domain.start) }),
  };
}

function toDated(period: PreviewPeriod): Dated[] {
  const { startDay, endDay, days } = period;
  if (startDay === undefined || endDay === undefined || days === undefined) return [];
  return [{ period, start: toDayNumber(startDay), end: toDayNumber(endDay) + 1 }];
}

/** Those inside the drawing: spans may lie among periods that the model does not list. */
function toSpanBoxes(
  { spans, periods }: Pick<PreviewModel, 'spans' | 'periods'>,
  domain: Stretch,
  toBox: (stretch: Stretch) => Box,
): SpanBox[] {
  const merged: (Stretch & Pick<SpanBox, 'kind' | 'range'>)[] = [];
  for (const { kind, startDay, endDay, between } of spans) {
    const [start, end] = [toDayNumber(startDay), toDayNumber(endDay) + 1];
    if (start < domain.start || end > domain.end) continue;
    const last = merged.at(-1);
    const range = periods[between[1]]?.range;
    if (kind === 'overlap' && last?.kind === kind && start <= last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) };
    } else merged.push({ kind, start, end, ...(range && { range }) });
  }
  return merged.map(({ start, end, ...rest }) => ({ ...toBox({ start, end }), days: end - start, ...rest }));
}

/** The extent of the periods, widened to hold the frames as far as there is room for them. */
function withFrames(extent: Stretch, frames: readonly PreviewFrame[]): Stretch {
  const room = (extent.end - extent.start) * roomForFrames;
  const starts = frames.flatMap(({ startDay }) => (startDay === undefined ? [] : [toDayNumber(startDay)]));
  const ends = frames.flatMap(({ endDay }) => (endDay === undefined ? [] : [toDayNumber(endDay) + 1]));
  return {
    start: Math.max(Math.min(extent.start, ...starts, ...ends), extent.start - room),
    end: Math.min(Math.max(extent.end, ...starts, ...ends), extent.end + room),
  };
}

function createScale(domain: Stretch, width: number): (stretch: Stretch) => Box {
  const perDay = width / (domain.end - domain.start);
  return ({ start, end }) => {
    const wide = Math.min(Math.max((end - start) * perDay, narrowest), width);
    return { left: Math.min((start - domain.start) * perDay, width - wide), width: wide };
  };
}

/** The lowest lane that is free for each, in the given order (by start). */
function toLanes(dated: readonly Dated[]): number[] {
  const freeFrom: number[] = [];
  return dated.map(({ start, end }) => {
    const free = freeFrom.findIndex((day) => day <= start);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = end;
    return lane;
  });
}

function toFrameBox(frame: PreviewFrame, domain: Stretch, toBox: (stretch: Stretch) => Box): FrameBox {
  const start = frame.startDay === undefined ? -Infinity : toDayNumber(frame.startDay);
  const end = frame.endDay === undefined ? Infinity : toDayNumber(frame.endDay) + 1;
  const seen = {
    start: Math.min(Math.max(start, domain.start), domain.end),
    end: Math.min(Math.max(end, domain.start), domain.end),
  };
  return { ...toBox(seen), frame, openLeft: start < domain.start, openRight: end > domain.end };
}
