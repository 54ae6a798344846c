import { commands, l10n, ProgressLocation, window } from 'vscode';
import { requests, type CheckWorkspaceResult } from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import { type Action, runChosen } from '../../infrastructure/errors';
import type { Log } from '../../infrastructure/log';
import type { LanguageServer } from '../../language-client';
import { checkMessage } from './check-message';

interface WorkspaceCheckFeature {
  readonly server: LanguageServer;
  readonly log: Log;
  readonly register: RegisterCommand;
}

/** The command that checks every definition of the workspace now, shows the problems and says what was looked at. */
export function activateWorkspaceCheck({ server, log, register }: WorkspaceCheckFeature): Disposes {
  return register('targetgroup.checkWorkspace', async () => {
    const progress = {
      location: ProgressLocation.Notification,
      title: l10n.t('Checking every definition of the workspace'),
      cancellable: true,
    };
    const result = await window.withProgress(progress, async (_, token) => {
      const answer = await server.request<CheckWorkspaceResult>(requests.checkWorkspace, {}, token);
      return token.isCancellationRequested ? undefined : answer;
    });
    if (!result) return;
    if (result.kind === 'checked') await commands.executeCommand('workbench.actions.view.problems');
    const showLog: Action = {
      title: l10n.t('Show Log'),
      run: () => {
        log.show();
      },
    };
    const isComplete = result.kind === 'checked' && result.unreadable === 0;
    void runChosen(window.showInformationMessage(checkMessage(result, l10n.t), ...(isComplete ? [] : [showLog])));
  });
}
