import { Range, TabInputText, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Span } from '../../infrastructure/drift';

/** Selects the range, cut to the document as it is now, in its editor; opens one beside the preview where there is none. */
export async function showPlace(uri: Uri, { start, end }: Span, panel: WebviewPanel): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const selection = document.validateRange(new Range(start.line, start.character, end.line, end.character));
  const elsewhere = panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  await window.showTextDocument(document, { selection, viewColumn: columnOf(uri) ?? elsewhere });
}

/** Where the document is open, in front or behind another tab. */
function columnOf(uri: Uri): ViewColumn | undefined {
  const inFront = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (inFront !== undefined) return inFront.viewColumn;
  const tab = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
  return tab?.group.viewColumn;
}
