#!/usr/bin/env -S node --import tsx
// Stands in for the desktop executable in @vscode/test-electron's runTests({ vscodeExecutablePath }): the same arguments
// in, the test run's output and status out.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runExtensionTests } from './run-extension-tests.js';

interface Arguments {
  readonly folders: string[];
  readonly options: Map<string, string[]>;
}

const valued = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'user-data-dir',
  'extensions-dir',
  'folder-uri',
]);

/** Takes `--name=value` and `--name value` of the options it knows; what else a desktop VS Code is told means nothing here. */
function parseArguments(args: readonly string[]): Arguments {
  const parsed: Arguments = { folders: [], options: new Map() };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) parsed.folders.push(arg);
    else if (valued.has(name)) {
      parsed.options.set(name, [...(parsed.options.get(name) ?? []), inline ?? rest.shift() ?? '']);
    }
  }
  return parsed;
}

const toPath = (place: string) => (place.startsWith('file:') ? fileURLToPath(place) : path.resolve(place));

async function readSettings(userData: string | undefined): Promise<Record<string, unknown>> {
  const file = path.join(userData ?? '', 'User/settings.json');
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>) : {};
}

async function main(): Promise<number> {
  const { folders, options } = parseArguments(process.argv.slice(2));
  const all = (name: string) => (options.get(name) ?? []).map(toPath);
  const [extensionTestsPath] = all('extensionTestsPath');
  if (extensionTestsPath === undefined) throw new Error('needs --extensionTestsPath');
  const end = await runExtensionTests({
    extensionTestsPath,
    extensionDevelopmentPaths: all('extensionDevelopmentPath'),
    folder: [...all('folder-uri'), ...folders.map(toPath)][0],
    settings: await readSettings(all('user-data-dir')[0]),
    limit: 300_000,
  });
  if (end.why !== undefined) console.error(`${end.why}\n${end.serverLog}`);
  return end.code;
}

void main().then((code) => (process.exitCode = code));
