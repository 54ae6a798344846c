import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createGate } from '../lsp/gate';
import { toLocalDay } from '../lsp/local-day';
import { startServer } from '../lsp/start-server';
import { createTurns } from '../lsp/turns';
import { workspaceFiles } from './files/workspace-files';
import { joinWrites } from './join-writes';
import { nearestRc } from './nearest-rc';
import { rulePageNear } from './rule-page';

const turns = createTurns();
const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, joinWrites(process.stdout), createGate(turns))
  : createConnection(ProposedFeatures.all, createGate(turns));
startServer(connection, {
  turns,
  rulePage: rulePageNear(__dirname),
  nearestRc,
  files: workspaceFiles,
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
