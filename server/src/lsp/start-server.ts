import {
  CodeActionKind,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../core/index';
import { answerPulls, pushOnChange, supportsPull } from './diagnostics-transport';
import { diagnoseGuarded, registerHandlers } from './handlers';
import type { Host } from './host';

/** Starts serving on a connection; returns at once, the process lives as long as the connection. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const service = createTargetGroupService(host.rulePage === undefined ? {} : { rulePage: host.rulePage });
  const diagnose = (document: TextDocument) => diagnoseGuarded(service, document, host);

  connection.onInitialize(({ capabilities }): InitializeResult => {
    const pull = supportsPull(capabilities);
    if (pull) answerPulls({ connection, documents, host, diagnose });
    else pushOnChange({ connection, documents, host, diagnose });
    const snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    registerHandlers({ connection, documents, service, host, completion: { snippets } });
    return initializeResult(capabilities, pull);
  });
  documents.onDidClose(({ document }) => {
    service.release(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}

function initializeResult(capabilities: ClientCapabilities, pull: boolean): InitializeResult {
  return {
    serverInfo: { name: 'targetgroup-language-server' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { triggerCharacters: ['"', ':', ' '] },
      hoverProvider: true,
      documentSymbolProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      codeActionProvider:
        capabilities.textDocument?.codeAction?.codeActionLiteralSupport === undefined
          ? true
          : { codeActionKinds: [CodeActionKind.QuickFix] },
      ...(pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : undefined),
    },
  };
}
