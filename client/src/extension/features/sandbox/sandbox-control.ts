import type { ExtensionContext } from 'vscode';
import type { Disposes } from '../../infrastructure/disposables';
import type { Log } from '../../infrastructure/log';
import type { SandboxProcess, StartSandbox } from '../../platform';

/** The sandbox process of this window, one at a time. */
export interface SandboxControl extends Disposes {
  readonly isRunning: boolean;
  /** Gives the address once it listens; a second call while it starts waits for the same one. */
  start(launch: StartSandbox): Promise<string>;
  stop(): void;
}

/** `changed` is called when the sandbox has started and when it has ended. */
export function createSandboxControl(context: ExtensionContext, log: Log, changed: () => void): SandboxControl {
  let running: SandboxProcess | undefined;
  let starting: Promise<SandboxProcess> | undefined;
  let isDisposed = false;

  const ended = (): void => {
    running = undefined;
    if (isDisposed) return;
    log.info('sandbox: ended');
    changed();
  };
  const stop = (): void => {
    running?.stop();
  };
  return {
    get isRunning() {
      return running !== undefined;
    },
    async start(launch) {
      starting ??= launch(context, ended).finally(() => {
        starting = undefined;
      });
      const sandbox = await starting;
      running = sandbox;
      if (isDisposed) stop();
      log.info(`sandbox: listening at ${sandbox.address}`);
      changed();
      return sandbox.address;
    },
    stop,
    dispose: () => {
      isDisposed = true;
      stop();
    },
  };
}
