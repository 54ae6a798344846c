import type { Position } from 'vscode';
import {
  commands,
  DiagnosticSeverity,
  languages,
  type Diagnostic,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';

/** A definition of the workspace in the active editor. */
export interface Definition {
  readonly document: TextDocument;
  /** Replaces the first occurrence of `text`. */
  readonly replace: (text: string, by: string) => Promise<void>;
  /** The place right after the first occurrence of `text`. */
  readonly after: (text: string) => Position;
  /** Waits until the problems are as `isRight` wants them and returns them. */
  readonly problems: (what: string, isRight: (all: readonly Diagnostic[]) => boolean) => Promise<readonly Diagnostic[]>;
}

/** Opens a file of the workspace, by its path in it, and closes every other editor. */
export async function openDefinition(file: string): Promise<Definition> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  await commands.executeCommand('workbench.action.closeAllEditors');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, file));
  await window.showTextDocument(document);
  const find = (text: string): number => {
    const index = document.getText().indexOf(text);
    if (index < 0) throw new Error(`${file} has no ${text}`);
    return index;
  };
  return {
    document,
    replace: async (text, by) => {
      const start = find(text);
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + text.length)), by);
      if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
    },
    after: (text) => document.positionAt(find(text) + text.length),
    problems: async (what, isRight) =>
      await until(
        () => {
          const all = languages.getDiagnostics(document.uri);
          return isRight(all) ? all : undefined;
        },
        { what: `${what} in ${file}`, within: 15_000 },
      ),
  };
}

/** The code of a problem, whether or not it has a link. */
export function codeOf({ code }: Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

export const isError = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error;
