import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the extension hosts; each entry passes its own. */
export interface Platform {
  /** A client that is not started yet; every start of the server takes a new one. */
  createLanguageClient(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient;
}
