import { l10n, type Position, type TextDocumentChangeEvent, type Uri, type WebviewPanel, workspace } from 'vscode';
import type { MessageFromPreview, Range } from '../../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import { createDrift, type Drift } from '../../infrastructure/drift';
import { createDrawingRequests, type DrawingRequests } from './drawing-requests';
import { createPageFeed, type PageFeed } from './page-feed';
import { fillPanel, listenTo } from './panel-page';
import { showPlace } from './show-place';
import type { Submissions } from './submissions';
import { createUpdateLoop, type UpdateLoop } from './update-loop';

/** The preview of one document. */
export interface PreviewPanel {
  readonly panel: WebviewPanel;
  readonly uri: () => Uri;
  /** The text, or what is said about it, may be another. */
  readonly changed: (event?: TextDocumentChangeEvent) => void;
  /** The cursor of an editor of the document is there now. */
  readonly cursor: (position: Position) => void;
  /** Something else may be known of what became of it. */
  readonly submitted: () => void;
  readonly closed: () => void;
  /** The document has another address from now on. */
  readonly moved: (uri: Uri) => void;
  /** The timeline as SVG, empty without one; undefined when the page does not answer in time. */
  readonly drawing: () => Promise<string | undefined>;
}

export interface PreviewPanelOptions {
  readonly panel: WebviewPanel;
  readonly uri: Uri;
  /** The only folder that the page may read. */
  readonly folder: Uri;
  /** Asks the server; null when it does not know the document. */
  readonly request: (uri: Uri) => Promise<PreviewModel | null>;
  /** Where a JSON pointer leads to in the document; undefined when nothing is there. */
  readonly locate: (uri: Uri, pointer: string) => Promise<Range | undefined>;
  readonly submissions: Submissions;
  /** Runs what a click asks for, and tells when that fails. */
  readonly run: (work: () => Promise<void>) => void;
  readonly warn: (message: string) => void;
}

/** What belongs to one panel; `uri` changes when the file is renamed. */
interface Parts {
  readonly options: PreviewPanelOptions;
  uri: Uri;
  readonly feed: PageFeed;
  readonly drawings: DrawingRequests;
  readonly drift: Drift;
}

/** Fills the panel with the page and keeps the page up to date until the panel is closed. */
export function createPreviewPanel(options: PreviewPanelOptions): PreviewPanel {
  const { panel, folder, warn } = options;
  const parts: Parts = {
    options,
    uri: options.uri,
    feed: createPageFeed((message) => void panel.webview.postMessage(message)),
    drawings: createDrawingRequests(() => void panel.webview.postMessage({ kind: 'drawing' })),
    drift: createDrift(),
  };
  const { feed, drift, drawings } = parts;
  const loop = createLoop(parts);
  const receivers = createReceivers(parts, loop);
  listenTo(
    panel,
    loop,
    (message) => {
      receive(receivers, message);
    },
    warn,
  );
  fillPanel(panel, folder, toTitle(parts.uri));
  return {
    panel,
    uri: () => parts.uri,
    changed: (event) => {
      if (event !== undefined) drift.record(event.document.version, event.contentChanges);
      loop.changed();
    },
    cursor: ({ line, character }) => {
      feed.cursor(drift, { line, character });
    },
    submitted: () => {
      tellMore(parts);
    },
    closed: () => {
      // The next versions count from 1 again.
      drift.forget();
      loop.forget();
      feed.stall('closed');
    },
    moved: (to) => {
      parts.uri = to;
      panel.title = toTitle(to);
      feed.start(translatedTexts(), to.toString());
      loop.forget();
      loop.changed();
    },
    drawing: () => drawings.next(),
  };
}

/** What the page is told beside the picture, where it is another than before. */
function tellMore({ options, uri, feed }: Parts): void {
  feed.submitted(options.submissions.submitted(uri));
  feed.request(openDocument(uri)?.getText());
}

function createLoop(parts: Parts): UpdateLoop {
  const { options, feed, drift, drawings } = parts;
  let answered: number | undefined;
  const loop = createUpdateLoop<PreviewModel | null>({
    ask: () => afterOtherListeners(() => options.request(parts.uri)),
    answered: (model) => {
      if (model === null) {
        feed.stall('closed');
        return;
      }
      feed.show(model);
      drift.forgetBefore(feed.oldestVersion() ?? 0);
      feed.cursor(drift);
      tellMore(parts);
      drawings.ask();
      // The answer was overtaken by a change; an answer that does not move on is not asked for again and again.
      if (model.version < (openDocument(parts.uri)?.version ?? 0) && model.version !== answered) loop.changed();
      answered = model.version;
    },
    failed: (thrown) => {
      options.warn(`preview: ${String(thrown)}`);
      feed.stall('unanswered');
    },
  });
  return loop;
}

function createReceivers(parts: Parts, loop: UpdateLoop): Receivers {
  const { options, feed, drift, drawings } = parts;
  const show = (range: Range | undefined) => (range ? showPlace(parts.uri, range, options.panel) : Promise.resolve());
  return {
    ready: () => {
      feed.start(translatedTexts(), parts.uri.toString());
      loop.changed();
    },
    reveal: ({ range, version }) => {
      options.run(() => show(drift.now(range, version)));
    },
    locate: ({ pointer }) => {
      options.run(async () => show(await options.locate(parts.uri, pointer)));
    },
    wants: ({ request }) => {
      feed.wantRequest(request);
      tellMore(parts);
    },
    drawing: ({ svg }) => {
      drawings.answer(svg);
    },
  };
}

type Of<Kind> = Extract<MessageFromPreview, { readonly kind: Kind }>;
type Receivers = { readonly [Kind in MessageFromPreview['kind']]: (message: Of<Kind>) => void };

function receive(receivers: Receivers, message: MessageFromPreview): void {
  switch (message.kind) {
    case 'ready':
      receivers.ready(message);
      break;
    case 'reveal':
      receivers.reveal(message);
      break;
    case 'locate':
      receivers.locate(message);
      break;
    case 'wants':
      receivers.wants(message);
      break;
    case 'drawing':
      receivers.drawing(message);
  }
}

/** The language client tells the server of a change in a listener of its own, which may run after ours. */
async function afterOtherListeners<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return ask();
}

function toTitle(uri: Uri): string {
  return l10n.t('Preview {0}', uri.path.split('/').at(-1) ?? uri.path);
}

/** Undefined when no document of that address is open. */
function openDocument(uri: Uri) {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

function translatedTexts(): PreviewTexts {
  const entries = Object.entries(previewTexts).map(([key, english]) => [key, l10n.bundle?.[english] ?? english]);
  // fromEntries forgets the keys.
  return Object.fromEntries(entries) as PreviewTexts;
}
