import { env, Uri, type WebviewPanel } from 'vscode';
import { isMessageFromPreview } from '../../../../../server/src/protocol/preview-messages';
import type { MessageFromPreview } from '../../../../../server/src/protocol/preview-messages';
import { createNonce, toPreviewHtml } from './preview-html';
import type { UpdateLoop } from './update-loop';

/** Puts the page into the panel. `folder` is the only one that it reads. */
export function fillPanel(panel: WebviewPanel, folder: Uri, title: string): void {
  const { webview } = panel;
  panel.title = title;
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

/** Hands over what the page says, as long as it is ours; holds the loop while nobody sees the page. */
export function listenTo(
  panel: WebviewPanel,
  loop: UpdateLoop,
  receive: (message: MessageFromPreview) => void,
  warn: (message: string) => void,
): void {
  panel.webview.onDidReceiveMessage((message: unknown) => {
    if (isMessageFromPreview(message)) receive(message);
    else warn('preview: a message that is none of ours was ignored');
  });
  panel.onDidChangeViewState(() => {
    loop.setVisible(panel.visible);
  });
  panel.onDidDispose(() => {
    loop.setVisible(false);
    loop.forget();
  });
}
