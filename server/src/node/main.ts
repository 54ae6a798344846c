import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createGate } from '../lsp/gate';
import type { HostLoader } from '../lsp/host';
import { startServer } from '../lsp/start-server';
import { createTurns } from '../lsp/turns';
import type * as engine from './engine';
import { joinWrites } from './join-writes';

const turns = createTurns();
const gate = createGate(turns);
const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, joinWrites(process.stdout), gate.options)
  : createConnection(ProposedFeatures.all, gate.options);
const log: HostLoader['log'] = (message) => {
  connection.console.error(message);
};
startServer(connection, gate, {
  hasFiles: true,
  log,
  load: () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle of its own, loaded in the middle of a message
    const { createHost } = require('./engine') as typeof engine;
    return createHost({ log, turns });
  },
});
