import { type ExtensionContext, l10n, languages, Uri, ViewColumn, window, workspace } from 'vscode';
import { requests } from '../../../../../server/src/protocol/requests';
import type {
  LocateParams,
  LocateResult,
  PreviewModel,
  PreviewParams,
} from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { ErrorBoundary } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import type { LanguageServer } from '../../language-client';
import { createPreviewPanel, type PreviewPanel } from './preview-panel';
import { noSubmissions, type Submissions } from './submissions';

export type { Submissions };

interface PreviewFeature {
  readonly context: ExtensionContext;
  readonly server: LanguageServer;
  readonly log: Log;
  readonly register: RegisterCommand;
  readonly boundary: ErrorBoundary;
  /** Nothing is said about submits without it. */
  readonly submissions?: Submissions;
}

/**
 * The commands that open a preview beside the text: `preview` goes there, `previewToSide` stays in the text. One panel per
 * document, which follows the text as it is typed.
 */
export function activatePreview(feature: PreviewFeature): Disposes[] {
  const panels = new Map<string, PreviewPanel>();
  const show = async (chosen: unknown, preserveFocus: boolean): Promise<void> => {
    const uri = (await chosenDefinition(chosen))?.uri;
    if (uri === undefined) {
      if ([...panels.values()].some(({ panel }) => panel.active)) return;
      void window.showInformationMessage(l10n.t('Open a target group definition (*.targetgroup.json) to preview it.'));
      return;
    }
    const open = panels.get(uri.toString());
    if (open === undefined) openPanel(feature, panels, uri, preserveFocus);
    else open.panel.reveal(undefined, preserveFocus);
  };
  return [
    feature.register('targetgroup.preview', (chosen) => show(chosen, false)),
    feature.register('targetgroup.previewToSide', (chosen) => show(chosen, true)),
    ...follow(panels),
    (feature.submissions ?? noSubmissions).onDidChange((uri) => {
      for (const [key, preview] of panels) if (uri === undefined || key === uri.toString()) preview.submitted();
    }),
    feature.server.onDidChangeState((state) => {
      if (state === 'running') for (const preview of panels.values()) preview.changed();
    }),
    {
      dispose: () => {
        for (const { panel } of panels.values()) panel.dispose();
      },
    },
  ];
}

function openPanel(
  { context, server, boundary, log, submissions = noSubmissions }: PreviewFeature,
  panels: Map<string, PreviewPanel>,
  uri: Uri,
  preserveFocus: boolean,
): void {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'preview');
  const isVisible = window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = isVisible ? ViewColumn.Beside : ViewColumn.Active;
  const panel = window.createWebviewPanel(
    'targetgroup.preview',
    '',
    { viewColumn, preserveFocus },
    { enableScripts: true, enableCommandUris: false, enableForms: false, localResourceRoots: [folder] },
  );
  const icon = (theme: string): Uri => Uri.joinPath(context.extensionUri, 'icons', `file-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  const preview = createPreviewPanel({
    panel,
    uri,
    folder,
    run: (work) => void boundary('preview', work),
    request: (of) =>
      server.request<PreviewModel | null>(requests.preview, { uri: of.toString() } satisfies PreviewParams),
    locate: async (of, pointer) => {
      const params: LocateParams = { uri: of.toString(), pointers: [pointer] };
      return (await server.request<LocateResult>(requests.locate, params)).ranges[0];
    },
    submissions,
    warn: (message) => {
      log.warn(message);
    },
  });
  panels.set(uri.toString(), preview);
  panel.onDidDispose(() => {
    for (const [key, one] of panels) if (one === preview) panels.delete(key);
  });
}

/** Tells the panels what happens to their documents. */
function follow(panels: Map<string, PreviewPanel>): Disposes[] {
  return [
    workspace.onDidChangeTextDocument((event) => panels.get(event.document.uri.toString())?.changed(event)),
    workspace.onDidOpenTextDocument(({ uri }) => panels.get(uri.toString())?.changed()),
    workspace.onDidCloseTextDocument(({ uri }) => panels.get(uri.toString())?.closed()),
    // Levels of rules, and other files, change what is said about a text that stays as it is.
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) panels.get(uri.toString())?.changed();
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) move(panels, oldUri.toString(), newUri.toString());
    }),
  ];
}

/** A file, or all files of a folder, have another address. */
function move(panels: Map<string, PreviewPanel>, from: string, to: string): void {
  for (const [key, preview] of [...panels]) {
    if (key !== from && !key.startsWith(`${from}/`)) continue;
    const moved = to + key.slice(from.length);
    panels.get(moved)?.panel.dispose();
    panels.delete(key);
    panels.set(moved, preview);
    preview.moved(Uri.parse(moved));
  }
}
