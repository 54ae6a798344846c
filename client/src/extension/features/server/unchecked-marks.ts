import { Diagnostic, DiagnosticSeverity, l10n, languages, Range, type TextDocument, workspace } from 'vscode';
import { isDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { LanguageServer } from '../../language-client';

/** While the server has stopped, says in each open definition that it is not checked: it would look free of problems. */
export function createUncheckedMarks(server: LanguageServer): Disposes {
  const collection = languages.createDiagnosticCollection('targetgroup-server');
  const mark = (document: TextDocument): void => {
    if (server.state === 'failed' && isDefinition(document)) collection.set(document.uri, [notChecked()]);
  };
  const listening = [
    server.onDidChangeState((state) => {
      if (state !== 'failed') collection.clear();
      for (const document of workspace.textDocuments) mark(document);
    }),
    workspace.onDidOpenTextDocument(mark),
    workspace.onDidCloseTextDocument(({ uri }) => {
      collection.delete(uri);
    }),
  ];
  return {
    dispose: () => {
      for (const disposable of [...listening, collection]) disposable.dispose();
    },
  };
}

function notChecked(): Diagnostic {
  const message = l10n.t('This definition is not checked: the Target Group language server has stopped.');
  const mark = new Diagnostic(new Range(0, 0, 0, 1), message, DiagnosticSeverity.Error);
  mark.source = 'targetgroup';
  mark.code = 'not-checked';
  return mark;
}
