import type { MessageToPreview, Position, SubmittedView } from '../../../../../server/src/protocol/preview-messages';
import type { PreviewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import type { Drift } from '../../infrastructure/drift';

type Stalled = Extract<MessageToPreview, { readonly kind: 'stalled' }>;

/** Characters of a request that a page shows. */
const longestRequest = 500_000;

/** What the page is told, with rising generations, and told again when it starts anew: VS Code drops hidden pages. */
export interface PageFeed {
  show(model: PreviewModel): void;
  stall(reason: Stalled['reason']): void;
  /** What the API made of the definition; told only when it is another than before. */
  submitted(view: SubmittedView | undefined): void;
  /** The text as it is now, undefined when it is not open; told only to a page that shows it, and only when it is another. */
  request(text: string | undefined): void;
  wantRequest(isWanted: boolean): void;
  /** Where the cursor is now, or where it was when nothing is given; told as a place of the picture on show. */
  cursor(drift: Pick<Drift, 'before'>, position?: Position): void;
  /** Everything that a new page needs to look like the one before it. */
  start(texts: PreviewTexts, uri: string): void;
  /** Of the oldest model that the page may still have on show; undefined when it has none. */
  oldestVersion(): number | undefined;
}

export function createPageFeed(post: (message: MessageToPreview) => void): PageFeed {
  let generation = 0;
  let lastComplete: PreviewModel | undefined;
  let newest: PreviewModel | undefined;
  let reason: Stalled['reason'] | undefined;
  let view: SubmittedView | null = null;
  let isRequestWanted = false;
  let toldRequest: string | undefined;
  let place: Position | undefined;

  const next = () => (generation += 1);
  const oldestVersion = () => (lastComplete ?? newest)?.version;

  return {
    show: (model) => {
      newest = model;
      reason = undefined;
      if (model.state === 'complete') lastComplete = model;
      post({ kind: 'picture', generation: next(), model });
    },
    stall: (because) => {
      reason = because;
      post({ kind: 'stalled', generation: next(), reason });
    },
    submitted: (given) => {
      if (JSON.stringify(given ?? null) === JSON.stringify(view)) return;
      view = given ?? null;
      post({ kind: 'submitted', view });
    },
    request: (text) => {
      if (!isRequestWanted || text === undefined || text === toldRequest) return;
      toldRequest = text;
      const omitted = Math.max(0, text.length - longestRequest);
      post({ kind: 'request', text: text.slice(0, longestRequest), omitted });
    },
    wantRequest: (isWanted) => {
      isRequestWanted = isWanted;
      toldRequest = undefined;
    },
    cursor: (drift, position = place) => {
      place = position;
      const version = oldestVersion();
      if (place === undefined || version === undefined) return;
      post({ kind: 'cursor', version, position: drift.before(place, version) });
    },
    start: (texts, uri) => {
      isRequestWanted = false;
      post({ kind: 'start', texts, uri });
      post({ kind: 'submitted', view });
      const models = new Set([lastComplete, newest]);
      for (const model of models) if (model) post({ kind: 'picture', generation: next(), model });
      if (reason !== undefined) post({ kind: 'stalled', generation: next(), reason });
    },
    oldestVersion,
  };
}
