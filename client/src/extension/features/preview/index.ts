import { languages, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Disposes } from '../../infrastructure/disposables';
import { chosenDefinition } from '../../infrastructure/definition';
import { logFailure } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import { isServedScheme } from '../../infrastructure/schemes';
import { definitionSelector } from '../../infrastructure/selector';
import { exportPreview } from './export-preview';
import { openOnOpen } from './open-on-open';
import { createPanels, meantPosition, type Panels, type PreviewFeature, sayWhatToOpen } from './panels';
import { createSentenceHover } from './sentence-hover';
import { noSubmissions } from './submissions';

export type { Submissions } from './submissions';

/**
 * The commands that open a preview beside the text: `preview` goes there, `previewToSide` stays in the text. One panel per
 * document, which follows the text as it is typed and comes back when the window is loaded again.
 */
export function activatePreview(feature: PreviewFeature): Disposes[] {
  const { register, server, log, submissions = noSubmissions } = feature;
  const panels = createPanels(feature);
  const show = async (chosen: unknown, preserveFocus: boolean): Promise<void> => {
    const uri = (await chosenDefinition(chosen))?.uri;
    if (uri !== undefined) panels.show(uri, preserveFocus);
    else if (panels.active() === undefined) sayWhatToOpen();
  };
  return [
    register('targetgroup.preview', (chosen) => show(chosen, false)),
    register('targetgroup.previewToSide', (chosen) => show(chosen, true)),
    register('targetgroup.exportPreview', (chosen) => exportPreview(chosen, panels, feature)),
    window.registerWebviewPanelSerializer('targetgroup.preview', {
      deserializeWebviewPanel: async (panel, saved: unknown) => {
        const document = await openSaved(saved, log);
        if (document === undefined) panel.dispose();
        else panels.adopt(panel, document.uri);
      },
    }),
    languages.registerHoverProvider(definitionSelector, createSentenceHover(server)),
    ...follow(panels),
    ...openOnOpen(panels),
    submissions.onDidChange((uri) => {
      for (const preview of panels.of(uri)) preview.submitted();
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') for (const preview of panels.of()) preview.changed();
    }),
    panels,
  ];
}

/** The definition that a page remembered; undefined when that is none, or is not there any more, which the log says. */
async function openSaved(saved: unknown, log: Log): Promise<TextDocument | undefined> {
  const text: unknown = typeof saved === 'object' && saved !== null ? Reflect.get(saved, 'uri') : undefined;
  if (typeof text !== 'string' || !/^[a-z][\w.+-]*:/i.test(text)) return undefined;
  const uri = Uri.parse(text);
  if (!isServedScheme(uri.scheme)) return undefined;
  return logFailure(log, 'preview of the last session', chosenDefinition(uri));
}

/** Tells the panels what happens to their documents. */
function follow(panels: Panels): Disposes[] {
  return [
    workspace.onDidChangeTextDocument((event) => {
      for (const preview of panels.of(event.document.uri)) preview.changed(event);
    }),
    workspace.onDidOpenTextDocument(({ uri }) => {
      for (const preview of panels.of(uri)) preview.changed();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      for (const preview of panels.of(uri)) preview.closed();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const { document } = textEditor;
      const [selection] = selections;
      if (selection)
        for (const preview of panels.of(document.uri)) preview.cursor(meantPosition(document, selection.active));
    }),
    // Levels of rules, and other files, change what is said about a text that stays as it is.
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) for (const preview of panels.of(uri)) preview.changed();
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) panels.move(oldUri, newUri);
    }),
  ];
}
