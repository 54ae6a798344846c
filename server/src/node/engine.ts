import { engine } from '../lsp/engine';
import type { Host } from '../lsp/host';
import { toLocalDay } from '../lsp/local-day';
import { workspaceFiles } from './files/workspace-files';
import { nearestRc } from './nearest-rc';
import { rulePageNear } from './rule-page';

/** What the server needs when somebody asks it for more than to start: the entry of a bundle of its own (esbuild.mjs). */
export const createHost = (known: Pick<Host, 'log' | 'turns'>): Host => ({
  ...known,
  engine,
  rulePage: rulePageNear(__dirname),
  nearestRc,
  files: workspaceFiles,
  today: () => toLocalDay(new Date()),
  schedule: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});
