import { type CancellationToken, type Event, EventEmitter, type ExtensionContext, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { notifications } from '../../../server/src/protocol/requests';
import { createCrashPolicy } from './crash-policy';
import type { Disposes } from './infrastructure/disposables';
import { logFailure } from './infrastructure/errors';
import type { Log } from './infrastructure/log';
import { definitionSelector } from './infrastructure/selector';
import { createTraceChannel } from './infrastructure/trace-channel';
import type { Platform } from './platform';
import { createRuleLinks } from './rule-links';
import { schemeMiddleware } from './scheme-middleware';

export type ServerState = 'starting' | 'running' | 'failed';

/** The language server as the features see it: it may come and go beneath them. */
export interface LanguageServer extends Disposes {
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** The levels of the rules may be others now: settings or rc files changed. */
  readonly onDidChangeLevels: Event<void>;
  /** Sends a custom request of `protocol/requests.ts`, once the server has started; throws when the server is not running or fails. */
  request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result>;
  /** Stops the server if it runs and starts a fresh one; its crashes so far are forgotten. Never throws. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const stopWithinMs = 2_000;

/** A server that is not started yet: call `restart`. A crash starts it again until the crash policy gives up. */
export function createLanguageServer(context: ExtensionContext, platform: Platform, log: Log): LanguageServer {
  const changed = new EventEmitter<ServerState>();
  const levelsChanged = new EventEmitter<void>();
  const trace = createTraceChannel(log);
  let state: ServerState = 'starting';
  let client: BaseLanguageClient | undefined;
  let turn: Promise<void> = Promise.resolve();

  const enter = (next: ServerState | undefined): void => {
    if (next === undefined || next === state) return;
    state = next;
    changed.fire(next);
  };
  const stop = async (): Promise<void> => {
    const running = client;
    client = undefined;
    if (running) await logFailure(log, 'stopping the language server', running.dispose(stopWithinMs));
  };
  const start = async (): Promise<void> => {
    await stop();
    enter('starting');
    const fresh = platform.createLanguageClient(context, {
      ...clientOptions(log),
      traceOutputChannel: trace,
      errorHandler: createErrorHandler(enter, log),
    });
    fresh.onDidChangeState(({ newState }) => {
      enter(stateOf(newState));
    });
    fresh.onNotification(notifications.levelsChanged, () => {
      levelsChanged.fire();
    });
    client = fresh;
    await logFailure(log, 'starting the language server', fresh.start());
  };

  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    onDidChangeLevels: levelsChanged.event,
    async request<Result>(method: string, params: object, token?: CancellationToken) {
      await turn;
      if (client === undefined || state === 'failed') throw new Error('The language server is not running.');
      return client.sendRequest<Result>(method, params, token);
    },
    restart: () => (turn = turn.then(start)),
    stop: () => (turn = turn.then(stop)),
    dispose: () => {
      trace.dispose();
      changed.dispose();
      levelsChanged.dispose();
    },
  };
}

/** `undefined` when stopped: that is either wanted or told by the error handler. */
function stateOf(state: State): ServerState | undefined {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    case State.StartFailed:
      return 'failed';
    case State.Stopped:
      return undefined;
  }
}

function clientOptions(log: Log): LanguageClientOptions {
  return {
    documentSelector: definitionSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: false },
    middleware: { ...schemeMiddleware, ...createRuleLinks((parts) => Uri.from(parts)) },
    // What is wrong is told once, by the state and its message.
    initializationFailedHandler: () => false,
  };
}

function createErrorHandler(
  enter: (state: ServerState) => void,
  log: Log,
): NonNullable<LanguageClientOptions['errorHandler']> {
  const policy = createCrashPolicy(Date.now);
  return {
    error: (error, _message, count) => {
      log.error(`language server, connection: ${error.message}`);
      if ((count ?? 0) <= 3) return { action: ErrorAction.Continue, handled: true };
      enter('failed');
      return { action: ErrorAction.Shutdown, handled: true };
    },
    closed: () => {
      if (policy.crashed() === 'restart') return { action: CloseAction.Restart, handled: true };
      enter('failed');
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
