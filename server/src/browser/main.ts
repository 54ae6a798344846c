import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { engine } from '../lsp/engine';
import { createGate } from '../lsp/gate';
import type { Host } from '../lsp/host';
import { toLocalDay } from '../lsp/local-day';
import { startServer } from '../lsp/start-server';
import { createTurns } from '../lsp/turns';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const turns = createTurns();
const gate = createGate(turns);
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), gate.options);
const log: Host['log'] = (message) => {
  connection.console.error(message);
};
const host: Host = {
  engine,
  turns,
  // No file URI reaches the catalogue here; the client of the extension opens its own copy.
  rulePage: undefined,
  // A worker reaches no files; rule levels come from the editor's settings alone.
  nearestRc: () => undefined,
  log,
  today: () => toLocalDay(new Date()),
  schedule: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
startServer(connection, gate, { hasFiles: false, log, load: () => host });
