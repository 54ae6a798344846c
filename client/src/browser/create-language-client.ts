import { Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import type { Platform } from '../extension/platform';

/** The server as a worker of the extension host's worker. */
export const createLanguageClient: Platform['createLanguageClient'] = (context, options) =>
  // Not made by a function: the library would look for `instanceof Worker`, which VS Code's own `Worker` fails.
  new WorkerClient(new Worker(Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true)), options);

/** The library leaves a worker running when its client is gone. */
class WorkerClient extends LanguageClient {
  constructor(
    private readonly worker: Worker,
    options: LanguageClientOptions,
  ) {
    super('targetgroup', 'Target Group', worker, options);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}
