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
import { answerPulls, pushOnChange, supportsPull, type Transport } from './diagnostics-transport';
import { diagnoseGuarded, fixAllKind, registerHandlers } from './handlers';
import type { Host } from './host';
import { createSettings } from './settings';

/** Starts serving on a connection; returns at once, the process lives as long as the connection. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const service = createTargetGroupService(host.rulePage === undefined ? {} : { rulePage: host.rulePage });

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const pull = supportsPull(capabilities);
    const settings = createSettings(connection, capabilities, host, initializationOptions);
    const diagnose: Transport['diagnose'] = (document, set) => diagnoseGuarded(service, document, set, host);
    const transport = { connection, documents, host, settings, diagnose };
    if (pull) answerPulls(transport, capabilities.workspace?.diagnostics?.refreshSupport === true);
    else pushOnChange(transport);
    const snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    registerHandlers({ connection, documents, service, host, settings, completion: { snippets } });
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
          : { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      ...(pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : undefined),
    },
  };
}
