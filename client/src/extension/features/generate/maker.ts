import { l10n, Range, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import {
  type Generator,
  type GenerateParams,
  type GenerateResult,
  type PreviewModel,
  requests,
} from '../../../../../server/src/protocol/requests';
import { toPlainText } from '../../infrastructure/texts';
import type { LanguageServer } from '../../language-client';

/** Has the server make something; what it refuses is said in its words. */
export interface Maker {
  /** What stands in a definition, for the questions; `undefined`, with a message, where nothing can be made of it. */
  read(document: TextDocument | undefined): Promise<PreviewModel | undefined>;
  /** Changes a definition, by one step of undo. */
  change(document: TextDocument, generator: Generator): Promise<void>;
  /** The text of another definition; `undefined`, with a message, where there is none. */
  textOf(generator: Generator, document?: TextDocument): Promise<string | undefined>;
}

export function createMaker(server: Pick<LanguageServer, 'request'>): Maker {
  const make = async (generator: Generator, document?: TextDocument) => {
    const asked = document && { uri: document.uri.toString(), version: document.version };
    const params: GenerateParams = { generator, ...(asked ? { document: asked } : undefined) };
    const made = await server.request<GenerateResult>(requests.generate, params);
    if ('reason' in made) say(toPlainText(made.reason, 300));
    return { made, version: asked?.version };
  };
  return {
    async read(document) {
      if (!document) {
        say(l10n.t('Open a target group definition (*.targetgroup.json) first.'));
        return undefined;
      }
      const model = await server.request<PreviewModel | null>(requests.preview, { uri: document.uri.toString() });
      if (model?.state === 'complete') return model;
      say(l10n.t('The definition cannot be read completely: mend what is marked as an error first.'));
      return undefined;
    },
    async change(document, generator) {
      const { made, version } = await make(generator, document);
      if (!('edits' in made)) return;
      const edit = new WorkspaceEdit();
      for (const { range, newText } of made.edits) {
        const { start, end } = range;
        edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
      }
      const isSame = document.version === version;
      if (!isSame || !(await workspace.applyEdit(edit)))
        throw new Error(l10n.t('The definition has changed meanwhile; nothing was done.'));
      if (window.activeTextEditor?.document !== document) await window.showTextDocument(document);
    },
    async textOf(generator, document) {
      const { made } = await make(generator, document);
      return 'text' in made ? made.text : undefined;
    },
  };
}

function say(message: string): void {
  void window.showInformationMessage(message);
}
