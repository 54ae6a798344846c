import { EventEmitter, LogLevel, type LogOutputChannel } from 'vscode';
import type { Disposes } from './disposables';
import type { Log } from './log';
import { isTraceWanted, onDidChangeTrace } from './settings';

/**
 * Where the language client writes what it says to the server and hears from it. The client traces only into a channel
 * whose own level is Trace; this one takes its level from the setting and writes into the log as information.
 */
export function createTraceChannel(log: Log): LogOutputChannel & Disposes {
  const level = (): LogLevel => (isTraceWanted() ? LogLevel.Trace : LogLevel.Off);
  const changed = new EventEmitter<LogLevel>();
  const listening = onDidChangeTrace(() => {
    changed.fire(level());
  });
  return {
    ...log,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: (message: string, ...values: unknown[]) => {
      log.info(message, ...values);
    },
    dispose: () => {
      listening.dispose();
      changed.dispose();
    },
  };
}
