import type { ClientCapabilities, Connection, InitializeResult } from 'vscode-languageserver';
import { version } from '../generated/version.generated';
import { supportsPull } from './diagnostics-transport';
import { answerRefused, type Gate } from './gate';
import { fixAllKind } from './handlers';
import { hintCapabilities } from './hint-handlers';
import type { HostLoader } from './host';
import { CodeActionKind, TextDocumentSyncKind } from './library';
import { navigationCapabilities } from './navigation-handlers';
import { readingAidCapabilities } from './reading-aid-handlers';
import { serve } from './serve';

/**
 * Starts serving on a connection made with the options of that gate; returns at once, the process lives as long as the
 * connection. Nothing is loaded that `initialize` does not need: the rest comes with the message behind it.
 */
export function startServer(connection: Connection, gate: Gate, loader: HostLoader): void {
  connection.onInitialize((params): InitializeResult => {
    gate.beforeNext(() => {
      serve(connection, params, loader.load());
    });
    return initializeResult(params.capabilities, loader.hasFiles);
  });
  answerRefused(connection, loader);
  connection.listen();
}

function initializeResult(capabilities: ClientCapabilities, workspaceDiagnostics: boolean): InitializeResult {
  return {
    serverInfo: { name: 'targetgroup-language-server', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      // No blank: the list that a colon opens stays, and one that opens unasked takes the next Enter.
      completionProvider: { triggerCharacters: ['"', ':'], resolveProvider: true },
      hoverProvider: true,
      ...readingAidCapabilities,
      ...hintCapabilities,
      ...navigationCapabilities(capabilities),
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      codeActionProvider:
        capabilities.textDocument?.codeAction?.codeActionLiteralSupport === undefined
          ? true
          : { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(supportsPull(capabilities)
        ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics } }
        : undefined),
    },
  };
}
