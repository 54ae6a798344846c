import {
  type ExtensionContext,
  l10n,
  Position,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { requests } from '../../../../../server/src/protocol/requests';
import type {
  LocateParams,
  LocateResult,
  PreviewModel,
  PreviewParams,
} from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { ErrorBoundary } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import type { LanguageServer } from '../../language-client';
import { createPreviewPanel, type PreviewPanel } from './preview-panel';
import { noSubmissions, type Submissions } from './submissions';
import { valueCharacter } from './value-character';

export interface PreviewFeature {
  readonly context: ExtensionContext;
  readonly server: LanguageServer;
  readonly log: Log;
  readonly register: RegisterCommand;
  readonly boundary: ErrorBoundary;
  /** Nothing is said about submits without it. */
  readonly submissions?: Submissions;
}

/** The open previews, one per document. */
export interface Panels {
  /** Opens the preview of the document beside it, or shows the one that is open. */
  show(uri: Uri, preserveFocus: boolean): PreviewPanel;
  /** Fills a panel that VS Code kept from before the window was loaded again. */
  adopt(panel: WebviewPanel, uri: Uri): void;
  /** Of that document: one or none; all of them where none is named. */
  of(uri?: Uri): readonly PreviewPanel[];
  /** The one in front, with the focus. */
  active(): PreviewPanel | undefined;
  /** A file, or all files of a folder, have another address. */
  move(from: Uri, to: Uri): void;
  dispose(): void;
}

/** Where a cursor means to be: in the name of a member it is at its value. */
export function meantPosition(document: TextDocument, { line, character }: Position): Position {
  return new Position(line, valueCharacter(document.lineAt(line).text, character));
}

export function createPanels(feature: PreviewFeature): Panels {
  const panels = new Map<string, PreviewPanel>();
  const folder = Uri.joinPath(feature.context.extensionUri, 'dist', 'preview');
  const adopt = (panel: WebviewPanel, uri: Uri): PreviewPanel => {
    panels.get(uri.toString())?.panel.dispose();
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      enableForms: false,
      localResourceRoots: [folder],
    };
    panel.iconPath = { light: iconOf(feature, 'light'), dark: iconOf(feature, 'dark') };
    const preview = createPreviewPanel({ panel, uri, folder, ...portsOf(feature) });
    panels.set(uri.toString(), preview);
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor) preview.cursor(meantPosition(editor.document, editor.selection.active));
    panel.onDidDispose(() => {
      for (const [key, one] of panels) if (one === preview) panels.delete(key);
    });
    return preview;
  };
  return {
    adopt,
    show: (uri, preserveFocus) => {
      const open = panels.get(uri.toString());
      open?.panel.reveal(undefined, preserveFocus);
      return open ?? adopt(createPanel(uri, preserveFocus), uri);
    },
    of: (uri) => (uri === undefined ? [...panels.values()] : [panels.get(uri.toString()) ?? []].flat()),
    active: () => [...panels.values()].find(({ panel }) => panel.active),
    move: (from, to) => {
      for (const [key, preview] of [...panels]) {
        if (key !== from.toString() && !key.startsWith(`${from.toString()}/`)) continue;
        const moved = to.toString() + key.slice(from.toString().length);
        panels.get(moved)?.panel.dispose();
        panels.delete(key);
        panels.set(moved, preview);
        preview.moved(Uri.parse(moved));
      }
    },
    dispose: () => {
      for (const { panel } of panels.values()) panel.dispose();
    },
  };
}

/** For commands that need a definition when there is none. */
export function sayWhatToOpen(): void {
  void window.showInformationMessage(l10n.t('Open a target group definition (*.targetgroup.json) to preview it.'));
}

function createPanel(uri: Uri, preserveFocus: boolean): WebviewPanel {
  const isVisible = window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = isVisible ? ViewColumn.Beside : ViewColumn.Active;
  return window.createWebviewPanel('targetgroup.preview', '', { viewColumn, preserveFocus });
}

function iconOf({ context }: PreviewFeature, theme: 'light' | 'dark'): Uri {
  return Uri.joinPath(context.extensionUri, 'icons', `file-${theme}.svg`);
}

/** What every panel needs of the rest. */
function portsOf({ server, boundary, log, submissions = noSubmissions }: PreviewFeature) {
  return {
    submissions,
    run: (work: () => Promise<void>) => void boundary('preview', work),
    request: (of: Uri) =>
      server.request<PreviewModel | null>(requests.preview, { uri: of.toString() } satisfies PreviewParams),
    locate: async (of: Uri, pointer: string) => {
      const params: LocateParams = { uri: of.toString(), pointers: [pointer] };
      return (await server.request<LocateResult>(requests.locate, params)).ranges[0];
    },
    warn: (message: string) => {
      log.warn(message);
    },
  };
}
