import { CancellationError, l10n, type Uri, window, workspace } from 'vscode';
import { toMarkdown } from '../../../../../server/src/protocol/preview-markdown';
import { requests } from '../../../../../server/src/protocol/requests';
import type { PreviewModel, PreviewParams } from '../../../../../server/src/protocol/requests';
import { chosenDefinition } from '../../infrastructure/definition';
import { type Panels, type PreviewFeature, sayWhatToOpen } from './panels';

interface Form {
  readonly label: string;
  readonly description: string;
  readonly extension: 'svg' | 'md';
}

/** Saves what the preview shows: the timeline as a picture, or everything as a text. VS Code asks before it replaces a file. */
export async function exportPreview(chosen: unknown, panels: Panels, { server }: PreviewFeature): Promise<void> {
  const uri = (await chosenDefinition(chosen))?.uri ?? panels.active()?.uri();
  if (uri === undefined) {
    sayWhatToOpen();
    return;
  }
  const forms: Form[] = [
    { label: l10n.t('Timeline'), description: l10n.t('as a picture (SVG)'), extension: 'svg' },
    { label: l10n.t('Everything'), description: l10n.t('as text (Markdown)'), extension: 'md' },
  ];
  const form = await window.showQuickPick(forms, { title: l10n.t('Export Preview') });
  if (form === undefined) return;
  const text = form.extension === 'svg' ? await drawTimeline(panels, uri) : await describe(server, uri);
  const place = await window.showSaveDialog({
    defaultUri: uri.with({ path: `${uri.path.replace(/(\.targetgroup)?\.json$/, '')}.${form.extension}` }),
    filters: form.extension === 'svg' ? { SVG: ['svg'] } : { Markdown: ['md'] },
  });
  if (place === undefined) throw new CancellationError();
  await workspace.fs.writeFile(place, new TextEncoder().encode(text));
}

async function drawTimeline(panels: Panels, uri: Uri): Promise<string> {
  const svg = await panels.show(uri, true).drawing();
  if (svg === undefined) throw new Error(l10n.t('The preview does not answer.'));
  if (svg === '') throw new Error(l10n.t('No period has days that can be drawn.'));
  return `${svg}\n`;
}

async function describe(server: PreviewFeature['server'], uri: Uri): Promise<string> {
  const document = await workspace.openTextDocument(uri);
  const params: PreviewParams = { uri: uri.toString() };
  const model = await server.request<PreviewModel | null>(requests.preview, params);
  if (model === null || model.state === 'unreadable') throw new Error(l10n.t('There is no definition in this file.'));
  return toMarkdown(model, document.getText());
}
