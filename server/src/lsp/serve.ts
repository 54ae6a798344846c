import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import type { CompletionOptions } from '../core/index';
import { createConfiguration } from './configuration';
import { answerPulls, pushOnChange, supportsPull } from './diagnostics-transport';
import { createDocumentReports } from './document-reports';
import { diagnoseGuarded, registerHandlers, type Diagnose } from './handlers';
import { registerHints } from './hint-handlers';
import type { Host } from './host';
import { DidChangeConfigurationNotification, TextDocuments } from './library';
import { registerNavigation } from './navigation-handlers';
import { createReader, inTurns } from './read-in-slices';
import { registerReadingAids } from './reading-aid-handlers';
import type { Serving } from './serving';
import { createSettings } from './settings';
import { createWatchedFiles } from './watched-files';
import { createWorkspaceFolders } from './workspace-folders';
import { checkWholeWorkspace } from './workspace-index/check-whole-workspace';
import { createGroupNames, withNamesakes } from './workspace-index/group-names';
import { createWordIndex } from './workspace-index/word-index';

/** Answers everything but `initialize`, to a client that said what it can. */
export function serve(connection: Connection, params: InitializeParams, host: Host): void {
  const parts = holdDocuments(connection, host);
  const { documents, service } = parts;
  const { capabilities } = params;
  const pull = supportsPull(capabilities);
  const configuration = createConfiguration(connection, capabilities, params.initializationOptions);
  const watched = createWatchedFiles(connection, capabilities, host);
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
}

function holdDocuments(connection: Connection, host: Host) {
  const { changedDocument, createTargetGroupService, openDocument } = host.engine;
  const documents = new TextDocuments({ create: openDocument, update: changedDocument });
  const service = createTargetGroupService(host.rulePage === undefined ? {} : { rulePage: host.rulePage });
  documents.onDidClose(({ document }) => {
    service.release(document.uri);
  });
  documents.listen(connection);
  return { connection, documents, service, host };
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
