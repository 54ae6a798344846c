import { l10n, languages, LanguageStatusSeverity, window } from 'vscode';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import { type ErrorBoundary, runChosen } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import type { LanguageServer } from '../../language-client';
import { createUncheckedMarks } from './unchecked-marks';

interface ServerFeature {
  readonly server: LanguageServer;
  readonly log: Log;
  readonly register: RegisterCommand;
  readonly boundary: ErrorBoundary;
}

/** The commands that restart the server and show the log, its state in the language status, and the word when it fails. */
export function activateServer({ server, log, register, boundary }: ServerFeature): Disposes[] {
  const status = languages.createLanguageStatusItem('targetgroup.server', { language: 'targetgroup' });
  status.name = l10n.t('Target Group Language Server');
  const show = (): void => {
    status.busy = server.state === 'starting';
    status.severity = server.state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    status.text = text(server);
    status.command =
      server.state === 'failed'
        ? { command: 'targetgroup.restartServer', title: l10n.t('Restart') }
        : { command: 'targetgroup.showLog', title: l10n.t('Show Log') };
  };
  show();
  return [
    status,
    createUncheckedMarks(server),
    server.onDidChangeState(show),
    server.onDidChangeState((state) => {
      if (state === 'failed') void boundary('server failed', () => tellFailed(server, log));
    }),
    register('targetgroup.restartServer', () => server.restart()),
    register('targetgroup.showLog', () => {
      log.show();
    }),
  ];
}

function text(server: LanguageServer): string {
  switch (server.state) {
    case 'starting':
      return l10n.t('Target Group server is starting');
    case 'running':
      return l10n.t('Target Group server is running');
    case 'failed':
      return l10n.t('Target Group server has stopped');
  }
}

async function tellFailed(server: LanguageServer, log: Log): Promise<void> {
  const restart = { title: l10n.t('Restart'), run: () => server.restart() };
  const showLog = {
    title: l10n.t('Show Log'),
    run: () => {
      log.show();
    },
  };
  const message = l10n.t(
    'The Target Group language server stopped and was not started again. Definitions are not checked until it runs.',
  );
  await runChosen(window.showErrorMessage(message, restart, showLog));
}
