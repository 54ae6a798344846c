import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import type { Platform } from '../extension/platform';

/** The server as a child process with a heap of its own, so that a hostile file cannot take the extension host down. */
export const createLanguageClient: Platform['createLanguageClient'] = (context, options) => {
  const run: NodeModule = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.stdio,
    options: { execArgv: ['--max-old-space-size=1024'] },
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient('targetgroup', 'Target Group', { run, debug }, options);
};
