import { readFileSync } from 'node:fs';
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
  readonly languageId?: string;
  readonly initializationOptions?: unknown;
  /** Sent as `workspace/didChangeConfiguration` after `initialized`, and when it asks. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** True for one that sends diagnostics unasked. */
  readonly pushes?: true;
}

const schemaFile = path.join(root, 'schemas/targetgroup.schema.json');
const schema = pathToFileURL(schemaFile).href;

/** Installs one package, once, beside the hosts of the tests, and returns the path of a file in it. */
export async function installedFile(name: string, version: string, file: string): Promise<string> {
  const folder = await installOnce(`${name.replace(/^@/, '').replace('/', '-')}-${version}`, (target) =>
    installPackages(target, { [name]: version }),
  );
  return path.join(folder, 'node_modules', name, file);
}

/** Ours, built first where it is stale. */
export const createOurs = (): Contestant => ({ name: 'targetgroup', script: builtFile('server.js') });

/** VS Code's own JSON server, as it is packed for other editors, with our schema. */
export async function installJsonServer(): Promise<Contestant> {
  return {
    name: 'vscode-json-language-server',
    script: await installedFile('vscode-langservers-extracted', '4.10.0', 'bin/vscode-json-language-server'),
    languageId: 'json',
    initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: true },
    settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.targetgroup.json'], url: schema }] } },
  };
}

/** The YAML server, which reads JSON too; it waits 200 ms of its own before it looks at a change. */
export async function installYamlServer(): Promise<Contestant> {
  return {
    name: 'yaml-language-server',
    script: await installedFile('yaml-language-server', '2.0.0', 'bin/yaml-language-server'),
    languageId: 'yaml',
    pushes: true,
    settings: {
      yaml: {
        validate: true,
        completion: true,
        hover: true,
        format: { enable: true },
        schemaStore: { enable: false },
        schemas: { [schema]: '*.targetgroup.json' },
      },
    },
  };
}

/** The schema as a validator that knows only JSON Schema takes it: without the words that editors alone read. */
export const readSchema = (): unknown => JSON.parse(readFileSync(schemaFile, 'utf8'));
