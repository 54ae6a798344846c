import { commands, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposes } from '../../infrastructure/disposables';
import { answerScheme } from '../../infrastructure/schemes';
import { indentJson } from './indent-json';

/** The last answers of the API in this window, as read-only documents. Kept in memory only. */
export interface AnswerDocuments extends Disposes {
  /** Keeps an answer's body and gives its document. */
  keep(body: string): Uri;
  /** Keeps a report of ours, plain text; it is no answer and never the latest one. */
  keepReport(text: string): Uri;
  show(answer: Uri): Promise<void>;
  /** The latest answer, if there was one. */
  readonly last: Uri | undefined;
}

const kept = 20;

export function createAnswerDocuments(): AnswerDocuments {
  const answers = new Map<string, string>();
  let count = 0;
  let last: Uri | undefined;
  const provider = workspace.registerTextDocumentContentProvider(answerScheme, {
    provideTextDocumentContent: (uri) =>
      answers.get(uri.path) ?? l10n.t('This answer is gone: answers are kept until the window is closed or reloaded.'),
  });
  const add = (name: string, text: string): Uri => {
    const uri = Uri.from({ scheme: answerScheme, path: `/${name}` });
    answers.set(uri.path, text);
    for (const path of [...answers.keys()].slice(0, -kept)) answers.delete(path);
    return uri;
  };
  return {
    keep(body) {
      count += 1;
      void commands.executeCommand('setContext', 'targetgroup.hasAnswer', true);
      last = add(`answer-${count}.${body.trimStart().startsWith('{') ? 'json' : 'txt'}`, indentJson(body));
      return last;
    },
    keepReport(text) {
      count += 1;
      return add(`dry-run-${count}.txt`, text);
    },
    async show(answer) {
      await window.showTextDocument(answer, { viewColumn: ViewColumn.Beside, preview: true });
    },
    get last() {
      return last;
    },
    dispose: () => {
      provider.dispose();
    },
  };
}
