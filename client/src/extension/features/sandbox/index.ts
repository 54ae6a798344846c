import { commands, type ExtensionContext, l10n, window } from 'vscode';
import type { RegisterCommand } from '../../infrastructure/commands';
import type { Disposes } from '../../infrastructure/disposables';
import { type Environment, sandboxOrigin } from '../../infrastructure/environment';
import type { Log } from '../../infrastructure/log';
import type { Platform } from '../../platform';
import { isListening } from './is-listening';
import { createSandboxControl } from './sandbox-control';

interface SandboxFeature {
  readonly context: ExtensionContext;
  readonly platform: Platform;
  readonly log: Log;
  readonly register: RegisterCommand;
}

export interface Sandbox extends Disposes {
  /** Whether the environment can be sent to, as far as the sandbox goes: offers to start it when nothing listens there. */
  isReady(environment: Environment): Promise<boolean>;
}

/** The commands that start and stop the sandbox of the API on this machine. */
export function activateSandbox({ context, platform, log, register }: SandboxFeature): Sandbox {
  const { startSandbox } = platform;
  const control = createSandboxControl(context, log, () => {
    showState();
  });
  const showState = (): void => {
    const state = startSandbox ? (control.isRunning ? 'running' : 'stopped') : 'unavailable';
    void commands.executeCommand('setContext', 'targetgroup.sandbox', state);
  };
  showState();

  const registered = [
    register('targetgroup.startSandbox', async () => {
      if (await isListening(platform)) tell(l10n.t('A sandbox listens at {0} already.', sandboxOrigin));
      else if (!startSandbox) await tellUnavailable();
      else {
        const address = await control.start(startSandbox);
        tell(l10n.t('The sandbox listens at {0}. It forgets everything when it stops.', address));
      }
    }),
    register('targetgroup.stopSandbox', () => {
      if (control.isRunning) control.stop();
      else tell(l10n.t('No sandbox was started in this window.'));
    }),
  ];
  return {
    async isReady(environment) {
      if (!environment.isBuiltIn || (await isListening(platform))) return true;
      if (!startSandbox) {
        await tellUnavailable();
        return false;
      }
      if (!(await isStartWanted())) return false;
      await control.start(startSandbox);
      return true;
    },
    dispose: () => {
      control.dispose();
      for (const disposable of registered) disposable.dispose();
    },
  };
}

function tell(message: string): void {
  void window.showInformationMessage(message);
}

async function tellUnavailable(): Promise<void> {
  const detail = l10n.t(
    'A web editor cannot start a process. Run "targetgroup sandbox" in a terminal of this machine; it is looked for at {0}.',
    sandboxOrigin,
  );
  await window.showInformationMessage(l10n.t('The sandbox does not run.'), { modal: true, detail });
}

async function isStartWanted(): Promise<boolean> {
  const startIt = l10n.t('Start the Sandbox');
  const message = l10n.t('The sandbox does not run.');
  const detail = l10n.t(
    'It is an HTTP server on this machine that behaves as the documented API does, so that you can try everything without an account. It listens at {0} until you stop it or close this window.',
    sandboxOrigin,
  );
  return (await window.showInformationMessage(message, { modal: true, detail }, startIt)) === startIt;
}
