import type { Position, Range } from 'vscode-languageserver-types';
import type {
  PreviewCondition,
  PreviewConditionRow,
  PreviewFact,
  PreviewFrame,
  PreviewHeadline,
  PreviewKpi,
  PreviewLevel,
  PreviewModel,
  PreviewPeriod,
  PreviewProblem,
  PreviewRhythm,
  PreviewSpan,
  PreviewTarget,
  PreviewTraits,
  PreviewValue,
} from '../core/preview-model';
import { isArrayOf, isBoolean, isCount, isOneOf, isShape, isText, optional } from './guards';
import type { Guard } from './guards';
import { previewTexts } from './preview-texts';
import type { PreviewTextKey, PreviewTexts } from './preview-texts';
import { isSubmittedView } from './submitted-view';
import type { SubmittedView } from './submitted-view';

export type { Position, Range };
export type * from './submitted-view';

/** What the extension says to the preview's page. The page ignores a generation that is not newer than the last one. */
export type MessageToPreview =
  /** `uri`: of the definition, for the page to remember. */
  | { readonly kind: 'start'; readonly texts: PreviewTexts; readonly uri: string }
  | { readonly kind: 'picture'; readonly generation: number; readonly model: PreviewModel }
  /** The text as it would be sent, where the page wants it; `omitted` counts what is left out at its end. */
  | { readonly kind: 'request'; readonly text: string; readonly omitted: number }
  /** Where the cursor is in the text, as a place in that version of it. */
  | { readonly kind: 'cursor'; readonly version: number; readonly position: Position }
  /** Asks for the timeline as it is drawn. */
  | { readonly kind: 'drawing' }
  /** What the API made of the definition; null when it has never been sent. */
  | { readonly kind: 'submitted'; readonly view: SubmittedView | null }
  /** No new picture will come for now: the file is closed, or the server gives no answer. */
  | { readonly kind: 'stalled'; readonly generation: number; readonly reason: 'closed' | 'unanswered' };

/** What the page says to the extension. */
export type MessageFromPreview =
  | { readonly kind: 'ready' }
  /** Show this place of the document; `version` is that of the model which the range was in. */
  | { readonly kind: 'reveal'; readonly version: number; readonly range: Range }
  /** Show what a JSON pointer leads to in the document as it is now. */
  | { readonly kind: 'locate'; readonly pointer: string }
  /** The timeline as an SVG document; empty when there is nothing to draw. */
  | { readonly kind: 'drawing'; readonly svg: string }
  /** Whether the page shows the text of the request from now on; false when it starts. */
  | { readonly kind: 'wants'; readonly request: boolean };

const isPosition = isShape<Position>({ line: isCount, character: isCount });
const isRange = isShape<Range>({ start: isPosition, end: isPosition });
const isDay: Guard<string> = (value): value is string => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value);

const isHeadline = isShape<PreviewHeadline>({
  name: isText,
  kind: isText,
  active: isBoolean,
  range: isRange,
  kindRange: optional(isRange),
  activeRange: optional(isRange),
});
const isFact = isShape<PreviewFact>({ field: isText, values: isArrayOf(isText), range: isRange });
const isFrame = isShape<PreviewFrame>({
  label: isText,
  startDay: optional(isDay),
  endDay: optional(isDay),
  range: isRange,
});
const isPeriod = isShape<PreviewPeriod>({
  index: isCount,
  name: isText,
  startDay: optional(isDay),
  endDay: optional(isDay),
  days: optional(isCount),
  active: isBoolean,
  range: isRange,
  startRange: optional(isRange),
  endRange: optional(isRange),
});
const isPair = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isCount);
const isSpan = isShape<PreviewSpan>({
  kind: isOneOf('gap', 'overlap'),
  startDay: isDay,
  endDay: isDay,
  days: isCount,
  between: isPair,
});
const isValue = isShape<PreviewValue>({ text: isText, range: isRange });
const isLevel = isShape<PreviewLevel>({ name: isText, cycles: isText, inARow: isBoolean, range: isRange });
const isCondition = isShape<PreviewCondition>({
  text: isText,
  rows: isArrayOf(isShape<PreviewConditionRow>({ depth: isCount, text: isText, range: isRange })),
  omitted: isCount,
  range: isRange,
});
const isKpi = isShape<PreviewKpi>({
  entity: isText,
  type: isText,
  event: isText,
  attribute: isText,
  aggregate: isText,
  currency: isText,
  program: isText,
  range: isRange,
});
const isTarget = isShape<PreviewTarget>({
  index: isCount,
  name: isText,
  active: isBoolean,
  kpi: isKpi,
  facts: isArrayOf(isFact),
  filters: isArrayOf(isText),
  conditions: isArrayOf(isCondition),
  values: isArrayOf(isValue),
  valueCount: isCount,
  valuesRange: isRange,
  range: isRange,
});
const isProblem = isShape<PreviewProblem>({
  level: isOneOf('error', 'warning', 'information', 'hint'),
  code: isText,
  message: isText,
  range: isRange,
});
const isModel = isShape<PreviewModel>({
  version: isCount,
  state: isOneOf('complete', 'broken', 'unreadable'),
  headline: isHeadline,
  rhythm: isShape<PreviewRhythm>({
    window: isOneOf('fixed', 'cyclic', 'agnostic'),
    unit: isText,
    every: isCount,
    rounds: isCount,
    off: isCount,
    range: optional(isRange),
  }),
  traits: isShape<PreviewTraits>({
    isCap: isBoolean,
    isStreak: isBoolean,
    isAny: isBoolean,
    isRanked: isBoolean,
    isUserCreated: isBoolean,
    overall: isText,
    overallAggregation: isText,
  }),
  facts: isArrayOf(isFact),
  levels: isArrayOf(isLevel),
  frames: isArrayOf(isFrame),
  periods: isArrayOf(isPeriod),
  extent: optional(isShape<NonNullable<PreviewModel['extent']>>({ startDay: isDay, endDay: isDay })),
  spans: isArrayOf(isSpan),
  cycles: isCount,
  targets: isArrayOf(isTarget),
  problems: isArrayOf(isProblem),
  problemCounts: isShape<PreviewModel['problemCounts']>({
    error: isCount,
    warning: isCount,
    information: isCount,
    hint: isCount,
  }),
  omitted: isShape<PreviewModel['omitted']>({
    periods: isCount,
    spans: isCount,
    levels: isCount,
    targets: isCount,
    problems: isCount,
  }),
});

type Of<Message, Kind> = Extract<Message, { readonly kind: Kind }>;

const isTexts = isShape<PreviewTexts>(
  // fromEntries forgets the keys.
  Object.fromEntries(Object.keys(previewTexts).map((key) => [key, isText])) as Record<PreviewTextKey, Guard<string>>,
);
const isStart = isShape<Of<MessageToPreview, 'start'>>({
  kind: isOneOf('start'),
  texts: isTexts,
  uri: isText,
});
const isPicture = isShape<Of<MessageToPreview, 'picture'>>({
  kind: isOneOf('picture'),
  generation: isCount,
  model: isModel,
});
const isStalled = isShape<Of<MessageToPreview, 'stalled'>>({
  kind: isOneOf('stalled'),
  generation: isCount,
  reason: isOneOf('closed', 'unanswered'),
});
const isSubmitted = isShape<Of<MessageToPreview, 'submitted'>>({
  kind: isOneOf('submitted'),
  view: (value): value is SubmittedView | null => value === null || isSubmittedView(value),
});
const isRequest = isShape<Of<MessageToPreview, 'request'>>({
  kind: isOneOf('request'),
  text: isText,
  omitted: isCount,
});
const isCursor = isShape<Of<MessageToPreview, 'cursor'>>({
  kind: isOneOf('cursor'),
  version: isCount,
  position: isPosition,
});
const isDrawingAsked = isShape<Of<MessageToPreview, 'drawing'>>({ kind: isOneOf('drawing') });
const isDrawing = isShape<Of<MessageFromPreview, 'drawing'>>({ kind: isOneOf('drawing'), svg: isText });
const isWants = isShape<Of<MessageFromPreview, 'wants'>>({ kind: isOneOf('wants'), request: isBoolean });
const isReady = isShape<Of<MessageFromPreview, 'ready'>>({ kind: isOneOf('ready') });
const isReveal = isShape<Of<MessageFromPreview, 'reveal'>>({
  kind: isOneOf('reveal'),
  version: isCount,
  range: isRange,
});
const isLocate = isShape<Of<MessageFromPreview, 'locate'>>({
  kind: isOneOf('locate'),
  pointer: (value): value is string => isText(value) && value.length <= 1000 && value.startsWith('/'),
});

/** Whether the value is exactly such a message: every member there, of its type and size, and none besides. */
export function isMessageToPreview(value: unknown): value is MessageToPreview {
  return [isPicture, isCursor, isDrawingAsked, isRequest, isStart, isStalled, isSubmitted].some((isOne) =>
    isOne(value),
  );
}

/** Whether the value is exactly such a message: every member there, of its type and size, and none besides. */
export function isMessageFromPreview(value: unknown): value is MessageFromPreview {
  return [isReady, isReveal, isDrawing, isLocate, isWants].some((isOne) => isOne(value));
}
