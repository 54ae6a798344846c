import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFile } from '../support/built-file';
import { installOnce, installPackages } from '../support/hosts/install-once';
import { root } from '../support/repository';

/** A language server that takes part, and what it is told so that it checks by our schema. */
export interface Contestant {
  readonly name: string;
  /** Run by this Node with `--stdio`. */
  readonly script: string;
  readonly initializationOptions?: unknown;
  /** Sent as `workspace/didChangeConfiguration` after `initialized`. */
  readonly settings?: unknown;
}

const peers = { 'vscode-langservers-extracted': '4.10.0' };

/** Ours, built first where it is stale. */
export const createOurs = (): Contestant => ({ name: 'targetgroup', script: builtFile('server.js') });

/** VS Code's own JSON server, as it is packed for other editors, with our schema; installed once, beside the hosts of the tests. */
export async function installJsonServer(): Promise<Contestant> {
  const [[name, version]] = Object.entries(peers) as [[string, string]];
  const folder = await installOnce(`${name}-${version}`, (target) => installPackages(target, peers));
  const schema = pathToFileURL(path.join(root, 'schemas/targetgroup.schema.json')).href;
  return {
    name: 'vscode-json-language-server',
    script: path.join(folder, `node_modules/${name}/bin/vscode-json-language-server`),
    initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: true },
    settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.targetgroup.json'], url: schema }] } },
  };
}
