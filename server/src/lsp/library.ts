/* What the server asks of the library when it runs. A bundle copies the library's names, more than a thousand, for each
   file that imports it: this is the only one (the types cost nothing). */
export {
  CodeActionKind,
  CodeActionTriggerKind,
  CodeLensRefreshRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  RAL,
  RequestType,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
