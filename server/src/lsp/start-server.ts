import type { ClientCapabilities, Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import {
  changedDocument,
  createTargetGroupService,
  openDocument,
  version,
  type CompletionOptions,
} from '../core/index';
import { createConfiguration } from './configuration';
import { answerPulls, pushOnChange, supportsPull } from './diagnostics-transport';
import { createDocumentReports } from './document-reports';
import { diagnoseGuarded, fixAllKind, registerHandlers, type Diagnose } from './handlers';
import type { Host } from './host';
import { answerRefused } from './gate';
import { hintCapabilities, registerHints } from './hint-handlers';
import { navigationCapabilities, registerNavigation } from './navigation-handlers';
import { readingAidCapabilities, registerReadingAids } from './reading-aid-handlers';
import { createReader, inTurns } from './read-in-slices';
import type { Serving } from './serving';
import { createSettings } from './settings';
import { createWatchedFiles } from './watched-files';
import { createWorkspaceFolders } from './workspace-folders';
import { createGroupNames, withNamesakes } from './workspace-index/group-names';
import { createWordIndex } from './workspace-index/word-index';
import { checkWholeWorkspace } from './workspace-index/check-whole-workspace';
import { CodeActionKind, DidChangeConfigurationNotification, TextDocuments, TextDocumentSyncKind } from './library';

/** Starts serving on a connection; returns at once, the process lives as long as the connection. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments({ create: openDocument, update: changedDocument });
  const service = createTargetGroupService(host.rulePage === undefined ? {} : { rulePage: host.rulePage });

  connection.onInitialize((params): InitializeResult => serve({ connection, documents, service, host }, params));
  documents.onDidClose(({ document }) => {
    service.release(document.uri);
  });
  answerRefused(connection, host);
  documents.listen(connection);
  connection.listen();
}

function serve(parts: Pick<Serving, 'connection' | 'documents' | 'service' | 'host'>, params: InitializeParams) {
  const { connection, documents, service, host } = parts;
  const { capabilities } = params;
  const pull = supportsPull(capabilities);
  const configuration = createConfiguration(connection, capabilities, params.initializationOptions);
  const watched = createWatchedFiles(connection, capabilities);
  const folders = createWorkspaceFolders(params);
  const read = createReader(documents, service, host);
  const readLater = inTurns(read, host);
  const names = createGroupNames({ documents, service, read: readLater, folders, host });
  const words = createWordIndex(documents, service);
  const authored = createSettings({ configuration, documents }, watched, host);
  const settings = withNamesakes(authored, names, host);
  const diagnose: Diagnose = (document, set) => diagnoseGuarded(service, document, set, host);
  const reports = createDocumentReports({ documents, settings, diagnose, read: readLater });
  if (!pull) pushOnChange({ connection, documents, host, settings, diagnose, read: readLater });
  const whole = checkWholeWorkspace({
    ...parts,
    read,
    configuration,
    watched,
    folders,
    names,
    words,
    settings,
    diagnose,
    reports,
    pull,
  });
  if (pull) {
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    answerPulls({ connection, host, settings, reports, unopened: whole.resultOf, canRefresh });
  }
  const serving: Serving = { ...parts, read, settings, completion: completionOptions(capabilities), words };
  registerHandlers(serving);
  registerReadingAids(serving, capabilities);
  registerHints(serving, configuration, capabilities);
  registerNavigation(serving, whole);
  connection.onInitialized(() => {
    watched.register();
    registerForSettings(connection, capabilities);
    if (capabilities.workspace?.workspaceFolders === true)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders.change(event);
        names.refresh();
        whole.refresh();
      });
    whole.refresh();
  });
  return initializeResult(capabilities, pull, whole.isAvailable);
}

/** What the client understands of suggestions. */
function completionOptions({ textDocument }: ClientCapabilities): CompletionOptions {
  const { snippetSupport, resolveSupport, labelDetailsSupport } = textDocument?.completion?.completionItem ?? {};
  const labelDetails = labelDetailsSupport === true;
  return {
    snippets: snippetSupport === true,
    labelDetails,
    lazy: resolveSupport?.properties.includes('documentation') === true,
  };
}

function registerForSettings({ client }: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.didChangeConfiguration?.dynamicRegistration === true)
    void client.register(DidChangeConfigurationNotification.type, { section: 'targetgroup' });
}

function initializeResult(
  capabilities: ClientCapabilities,
  pull: boolean,
  workspaceDiagnostics: boolean,
): InitializeResult {
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
      ...(pull ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics } } : undefined),
    },
  };
}
