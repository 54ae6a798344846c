import type { PreviewModel } from '../../../../server/src/protocol/requests';
import type { MessageToPreview, SubmittedView } from '../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../server/src/protocol/preview-texts';
import type { PreviewTextKey, PreviewTexts } from '../../../../server/src/protocol/preview-texts';

/** Everything the page draws. */
export interface PageState {
  readonly texts: PreviewTexts;
  /** Of the newest message that was taken. */
  readonly generation: number;
  /** The picture on show: the last complete one, or a broken one as long as there was none. */
  readonly shown?: PreviewModel;
  /** The newest answer; its problems are listed even while an older picture is on show. */
  readonly newest?: PreviewModel;
  /** What the API made of the definition; null when it was never sent. */
  readonly submitted: SubmittedView | null;
  readonly request: RequestShown;
  /** Why the picture is not that of the text as it stands. */
  readonly notice?: PreviewTextKey | undefined;
}

/** The text of the request, as far as it is on show. */
export interface RequestShown {
  readonly isOpen: boolean;
  /** Undefined until it has come. */
  readonly text?: string;
  /** How many characters of it are left out. */
  readonly omitted: number;
}

const closedRequest: RequestShown = { isOpen: false, omitted: 0 };

export const initialState: PageState = {
  texts: previewTexts,
  generation: -1,
  submitted: null,
  request: closedRequest,
};

/** The state after the reader opened or closed the text of the request. */
export function toggleRequest(state: PageState, isOpen: boolean): PageState {
  return { ...state, request: { ...state.request, isOpen } };
}

/** The state after a message; the same state for one that came too late. */
export function receive(state: PageState, message: MessageToPreview): PageState {
  if (message.kind === 'start') return { ...state, texts: message.texts };
  if (message.kind === 'submitted') return { ...state, submitted: message.view };
  if (message.kind === 'request') {
    const { text, omitted } = message;
    return { ...state, request: { isOpen: state.request.isOpen, text, omitted } };
  }
  // Neither is part of what is drawn.
  if (message.kind === 'cursor' || message.kind === 'drawing') return state;
  if (message.generation <= state.generation) return state;
  const later = { ...state, generation: message.generation };
  return message.kind === 'stalled' ? { ...later, notice: message.reason } : show(later, message.model);
}

function show(state: PageState, model: PreviewModel): PageState {
  if (model.state === 'complete') return { ...state, shown: model, newest: model, notice: undefined };
  const kept = state.shown?.state === 'complete' ? state.shown : undefined;
  return { ...state, shown: kept ?? model, newest: model, notice: toNotice(model.state, kept !== undefined) };
}

function toNotice(state: 'broken' | 'unreadable', keeps: boolean): PreviewTextKey {
  if (state === 'broken') return keeps ? 'broken' : 'brokenFromStart';
  return keeps ? 'unreadableNow' : 'unreadable';
}
