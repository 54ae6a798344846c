import type { MessageToPreview, SubmittedView } from '../../../../../server/src/protocol/preview-messages';
import type { PreviewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';

type Stalled = Extract<MessageToPreview, { readonly kind: 'stalled' }>;

/** What the page is told, with rising generations, and told again when it starts anew: VS Code drops hidden pages. */
export interface PageFeed {
  show(model: PreviewModel): void;
  stall(reason: Stalled['reason']): void;
  /** What the API made of the definition; told only when it is another than before. */
  submitted(view: SubmittedView | undefined): void;
  /** Everything that a new page needs to look like the one before it. */
  start(texts: PreviewTexts): void;
  /** Of the oldest model that the page may still have on show; undefined when it has none. */
  oldestVersion(): number | undefined;
}

export function createPageFeed(post: (message: MessageToPreview) => void): PageFeed {
  let generation = 0;
  let lastComplete: PreviewModel | undefined;
  let newest: PreviewModel | undefined;
  let reason: Stalled['reason'] | undefined;
  let view: SubmittedView | null = null;

  const send = (model: PreviewModel): void => {
    post({ kind: 'picture', generation: (generation += 1), model });
  };
  const sendStalled = (because: Stalled['reason']): void => {
    post({ kind: 'stalled', generation: (generation += 1), reason: because });
  };

  return {
    show: (model) => {
      newest = model;
      reason = undefined;
      if (model.state === 'complete') lastComplete = model;
      send(model);
    },
    stall: (because) => {
      reason = because;
      sendStalled(because);
    },
    submitted: (given) => {
      const next = given ?? null;
      if (JSON.stringify(next) === JSON.stringify(view)) return;
      view = next;
      post({ kind: 'submitted', view });
    },
    start: (texts) => {
      post({ kind: 'start', texts });
      post({ kind: 'submitted', view });
      if (lastComplete !== undefined) send(lastComplete);
      if (newest !== undefined && newest !== lastComplete) send(newest);
      if (reason !== undefined) sendStalled(reason);
    },
    oldestVersion: () => (lastComplete ?? newest)?.version,
  };
}
