import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Platform } from '../extension/platform';

/** The server as a worker of the extension host's worker. */
export const createLanguageClient: Platform['createLanguageClient'] = (context, options) => {
  const workers: Worker[] = [];
  const start = (): Promise<Worker> => {
    const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true));
    workers.push(worker);
    return Promise.resolve(worker);
  };
  return new WorkerClient(start, options, workers);
};

/** The library leaves a worker running when its client is gone. */
class WorkerClient extends LanguageClient {
  constructor(
    start: () => Promise<Worker>,
    options: ConstructorParameters<typeof LanguageClient>[3],
    private readonly workers: readonly Worker[],
  ) {
    super('targetgroup', 'Target Group', start, options);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      for (const worker of this.workers) worker.terminate();
    }
  }
}
