import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
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
  .map((folder) => path.join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
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
    const odd = Object.entries(oddities).map(([name, text]) => [`${name}.targetgroup.json`, text]);
    const levels = {
      rules: { 'unknown-property': 'error', 'documented-required': 'off' },
      overrides: [{ files: 'root.*', rules: { 'json-comment': 'hint' } }],
    };
    writeFiles(folder.path, {
      ...(Object.fromEntries(odd) as Readonly<Record<string, string>>),
      '.targetgrouprc.json': JSON.stringify(levels),
    });
    files = [...fixtures, ...odd.map(([name = '']) => path.join(folder.path, name))];
    const { stdout } = spawnSync(process.execPath, [builtFile('cli.js'), 'check', '--format', 'json', ...files], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    report = JSON.parse(stdout) as Report;
    server = startRpcProcess(builtFile('server.js'));
    await server.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    server.notify('initialized', {});
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
    const codes = report.files.filter((file) => file.path.startsWith(folder.path)).flatMap((file) => file.diagnostics);
    assert.ok(codes.some(({ code, severity }) => code === 'unknown-property' && severity === 1));
    assert.ok(!codes.some(({ code }) => code === 'documented-required'));
  });

  it('say the same about each, in the same order', async () => {
    let findings = 0;
    for (const file of report.files) {
      const uri = pathToFileURL(file.path).href;
      const text = readFileSync(file.path, 'utf8');
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version: 1, text } });
      const answer = await server.request('textDocument/diagnostic', { textDocument: { uri } });
      assert.deepEqual(file.diagnostics, (answer as { items: Diagnostic[] }).items, file.path);
      findings += file.diagnostics.length;
      server.notify('textDocument/didClose', { textDocument: { uri } });
    }
    assert.ok(findings > 30, String(findings));
  });
});
