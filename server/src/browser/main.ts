import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createGate } from '../lsp/gate';
import { toLocalDay } from '../lsp/local-day';
import { startServer } from '../lsp/start-server';
import { createTurns } from '../lsp/turns';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const turns = createTurns();
const connection = createConnection(
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
  createGate(turns),
);
startServer(connection, {
  turns,
  // No file URI reaches the catalogue here; the client of the extension opens its own copy.
  rulePage: undefined,
  // A worker reaches no files; rule levels come from the editor's settings alone.
  nearestRc: () => undefined,
  log: (message) => {
    connection.console.error(message);
  },
  today: () => toLocalDay(new Date()),
  schedule: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});
