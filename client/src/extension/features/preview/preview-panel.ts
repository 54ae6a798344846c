import { env, l10n, type TextDocumentChangeEvent, Uri, type WebviewPanel, workspace } from 'vscode';
import { isMessageFromPreview } from '../../../../../server/src/protocol/preview-messages';
import type { MessageFromPreview, Range } from '../../../../../server/src/protocol/preview-messages';
import { previewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewTexts } from '../../../../../server/src/protocol/preview-texts';
import type { PreviewModel } from '../../../../../server/src/protocol/requests';
import { createDrift, type Drift } from '../../infrastructure/drift';
import { createPageFeed } from './page-feed';
import { createNonce, toPreviewHtml } from './preview-html';
import { showPlace } from './show-place';
import type { Submissions } from './submissions';
import { createUpdateLoop, type UpdateLoop } from './update-loop';

/** The preview of one document. */
export interface PreviewPanel {
  readonly panel: WebviewPanel;
  /** The text, or what is said about it, may be another. */
  readonly changed: (event?: TextDocumentChangeEvent) => void;
  /** Something else may be known of what became of it. */
  readonly submitted: () => void;
  readonly closed: () => void;
  /** The document has another address from now on. */
  readonly moved: (uri: Uri) => void;
}

interface PreviewPanelOptions {
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

/** Fills the panel with the page and keeps the page up to date until the panel is closed. */
export function createPreviewPanel(options: PreviewPanelOptions): PreviewPanel {
  const { panel, warn } = options;
  let { uri } = options;
  let drift = createDrift();
  let answered: number | undefined;
  const feed = createPageFeed((message) => void panel.webview.postMessage(message));
  const submitted = (): void => {
    feed.submitted(options.submissions.submitted(uri));
  };
  const loop = createUpdateLoop({
    ask: () => afterOtherListeners(() => options.request(uri)),
    answered: (model) => {
      if (model === null) {
        feed.stall('closed');
        return;
      }
      feed.show(model);
      submitted();
      drift.forgetBefore(feed.oldestVersion() ?? 0);
      // The answer was overtaken by a change; an answer that does not move on is not asked for again and again.
      if (model.version < (openVersion(uri) ?? 0) && model.version !== answered) loop.changed();
      answered = model.version;
    },
    failed: (thrown) => {
      warn(`preview: ${String(thrown)}`);
      feed.stall('unanswered');
    },
  });
  const receive = (message: MessageFromPreview): void => {
    if (message.kind !== 'ready') {
      options.run(() => follow(message, options, uri, drift));
      return;
    }
    feed.start(translatedTexts());
    loop.changed();
  };

  begin(options, loop, receive);

  return {
    panel,
    changed: (event) => {
      if (event !== undefined) drift.record(event.document.version, event.contentChanges);
      loop.changed();
    },
    submitted,
    closed: () => {
      // The next versions count from 1 again.
      drift = createDrift();
      loop.forget();
      feed.stall('closed');
    },
    moved: (to) => {
      uri = to;
      panel.title = toTitle(to);
      loop.forget();
      loop.changed();
    },
  };
}

/** Shows the place that was clicked. */
async function follow(
  message: Exclude<MessageFromPreview, { readonly kind: 'ready' }>,
  { panel, locate }: PreviewPanelOptions,
  uri: Uri,
  drift: Drift,
): Promise<void> {
  const range =
    message.kind === 'reveal' ? drift.now(message.range, message.version) : await locate(uri, message.pointer);
  if (range !== undefined) await showPlace(uri, range, panel);
}

/** The language client tells the server of a change in a listener of its own, which may run after ours. */
async function afterOtherListeners<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return ask();
}

function begin(
  { panel, folder, uri, warn }: PreviewPanelOptions,
  loop: UpdateLoop,
  receive: (message: MessageFromPreview) => void,
): void {
  listen(panel, receive, warn);
  followVisibility(panel, loop);
  fill(panel, folder, uri);
}

function listen(
  { webview }: WebviewPanel,
  receive: (message: MessageFromPreview) => void,
  warn: PreviewPanelOptions['warn'],
): void {
  webview.onDidReceiveMessage((message: unknown) => {
    if (isMessageFromPreview(message)) receive(message);
    else warn('preview: a message that is none of ours was ignored');
  });
}

function followVisibility(panel: WebviewPanel, loop: UpdateLoop): void {
  panel.onDidChangeViewState(() => {
    loop.setVisible(panel.visible);
  });
  panel.onDidDispose(() => {
    loop.setVisible(false);
    loop.forget();
  });
}

function fill(panel: WebviewPanel, folder: Uri, uri: Uri): void {
  const { webview } = panel;
  panel.title = toTitle(uri);
  webview.html = toPreviewHtml(
    {
      source: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(folder, 'main.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(folder, 'style.css')).toString(),
      language: env.language,
    },
    createNonce(),
  );
}

function toTitle(uri: Uri): string {
  return l10n.t('Preview {0}', uri.path.split('/').at(-1) ?? uri.path);
}

/** Undefined when no document of that address is open. */
function openVersion(uri: Uri): number | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.version;
}

function translatedTexts(): PreviewTexts {
  const entries = Object.entries(previewTexts).map(([key, english]) => [key, l10n.bundle?.[english] ?? english]);
  // fromEntries forgets the keys.
  return Object.fromEntries(entries) as PreviewTexts;
}
