import type { ExtensionContext } from 'vscode';
import { activateServer } from './features/server';
import { createRegisterCommand } from './infrastructure/commands';
import type { Disposes } from './infrastructure/disposables';
import { createErrorBoundary } from './infrastructure/errors';
import { createLog } from './infrastructure/log';
import { createLanguageServer } from './language-client';
import type { Platform } from './platform';

let stopServer: (() => Promise<void>) | undefined;

/** The composition root: makes what the features share and hands it to each. Returns nothing to other extensions. */
export function activateExtension(context: ExtensionContext, platform: Platform): void {
  const log = createLog();
  const boundary = createErrorBoundary(log);
  const register = createRegisterCommand(boundary);
  const server = createLanguageServer(context, platform, log);
  const features: Disposes[][] = [activateServer({ server, log, register, boundary })];
  context.subscriptions.push(...features.flat(), server, log);
  stopServer = () => server.stop();
  void server.restart();
}

export async function deactivateExtension(): Promise<void> {
  await stopServer?.();
}
