import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import { requests } from '../../server/src/protocol/requests';
import { builtFile } from '../support/built-file';
import { root } from '../support/repository';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { writeFiles } from '../support/write-files';

/** Texts of every kind of trouble, beside the fixtures. */
const oddities: Readonly<Record<string, string>> = {
  empty: '',
  blank: ' \r\n\t',
  root: '[1]',
  'byte-order-mark': '\uFEFF{"name":""}',
  'lone carriage returns': '{\r"name": "",\r\n"x": 1,\n"name": 2}',
  surrogates: '{"name": "😀 \\ud83d", "😀": 1, "😀": 2}',
  'not JSON': '{"name": \'a\', // comment\n "periods": [,], }',
  cut: '{"name": "a", "targets": [{"name": "b", "defaultValues": [{"defaultVal',
  prototype: '{"__proto__": {"name": ""}, "constructor": 1, "toString": 2, "name": "a"}',
  numbers: '{"name": "a", "totalPeriods": 1e999, "frequency": 123456789012345678901234567890, "recurringCycles": -1.5}',
  nested: `{"name": "a", "x": ${'['.repeat(600)}${']'.repeat(600)}}`,
  crowded: `{"name": 5, ${Array.from({ length: 1500 }, (_, index) => `"x${index}": 1`).join()}, "active": "yes"}`,
  response: '{"data": {"id": 1, "name": "a"}, "errors": null, "warnings": null}',
};

const fixtures = ['test/fixtures', 'examples']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter((file) => file.endsWith('.targetgroup.json'));

interface Report {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[];
}

describe('the command line and the language server', () => {
  let folder: TemporaryFolder;
  let files: readonly string[];
  let report: Report;
  let server: RpcProcess;

  before(async function () {
    this.timeout(120_000);
    folder = await createTemporaryFolder();
    const odd = Object.entries(oddities).map(([name, text]) => [`odd/${name}.targetgroup.json`, text] as const);
    const levels = {
      rules: { 'unknown-property': 'error', 'documented-required': 'off' },
      overrides: [{ files: 'root.*', rules: { 'json-comment': 'hint' } }],
    };
    writeFiles(folder.path, {
      ...Object.fromEntries(fixtures.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])),
      ...Object.fromEntries(odd),
      'odd/.targetgrouprc.json': JSON.stringify(levels),
    });
    files = [...fixtures, ...odd.map(([name]) => name)];
    const { stdout } = spawnSync(process.execPath, [builtFile('cli.js'), 'check', '--format', 'json', ...files], {
      cwd: folder.path,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    report = JSON.parse(stdout) as Report;
    server = startRpcProcess(builtFile('server.js'));
    await server.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder.path).href,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    server.notify('initialized', {});
    // It knows the names of all groups from here on.
    await server.request(requests.checkWorkspace, {});
  });
  after(async () => {
    await server.stop();
    await folder.remove();
  });

  it('check the same files', () => {
    assert.ok(files.length > 20);
    assert.deepEqual(
      report.files.map((file) => file.path),
      files,
    );
  });

  it('read the levels of the same rc files', () => {
    const codes = report.files.filter((file) => file.path.startsWith('odd/')).flatMap((file) => file.diagnostics);
    assert.ok(codes.some(({ code, severity }) => code === 'unknown-property' && severity === 1));
    assert.ok(!codes.some(({ code }) => code === 'documented-required'));
  });

  it('say the same about each, in the same order', async () => {
    let findings = 0;
    const uriOf = (file: string) => pathToFileURL(path.join(folder.path, file)).href;
    for (const file of report.files) {
      const uri = uriOf(file.path);
      const text = readFileSync(path.join(folder.path, file.path), 'utf8');
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version: 1, text } });
    }
    for (const file of report.files) {
      const uri = uriOf(file.path);
      const answer = await server.request('textDocument/diagnostic', { textDocument: { uri } });
      assert.deepEqual(file.diagnostics, (answer as { items: Diagnostic[] }).items, file.path);
      findings += file.diagnostics.length;
    }
    assert.ok(findings > 30, String(findings));
    assert.ok(report.files.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'name-duplicate')));
  });
});
