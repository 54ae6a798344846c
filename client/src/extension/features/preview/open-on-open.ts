import { TabInputText, type TextEditor, type Uri, window } from 'vscode';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import { opensPreview } from '../../infrastructure/settings';
import type { Panels } from './panels';

/**
 * Opens the preview of a definition that is opened, beside it, where the setting wants that. Once for each time that its tab
 * is opened: whoever closes the preview has closed it.
 */
export function openOnOpen(panels: Panels): Disposes[] {
  const known = new Set<string>();
  const look = (editor: TextEditor | undefined) => {
    // An editor inside another one, as of a peek, has no column.
    if (editor?.viewColumn === undefined || !isDefinition(editor.document) || !opensPreview(editor.document)) return;
    const { uri } = editor.document;
    if (known.has(uri.toString())) return;
    known.add(uri.toString());
    if (panels.of(uri).length === 0) panels.show(uri, true);
  };
  look(window.activeTextEditor);
  return [
    window.onDidChangeActiveTextEditor(look),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed)
        if (input instanceof TabInputText && !hasTab(input.uri)) known.delete(input.uri.toString());
    }),
  ];
}

function hasTab(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}
