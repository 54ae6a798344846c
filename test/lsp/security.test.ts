import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import type { DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { requests, type CheckWorkspaceResult } from '../../server/src/protocol/requests';
import { builtFile } from '../support/built-file';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import { startRpcProcess } from '../support/rpc-process';
import { useClientFolder } from '../support/client-folder';
import { startLspClient } from '../support/start-lsp-client';
import { until } from '../support/until';
import { writeFiles } from '../support/write-files';
describe('over the connection: hostile input', () => {
  const within = 10_000;

  const folder = useClientFolder();

  const at = (file: string) => path.join(folder.path, file);
  const uriOf = (file: string) => pathToFileURL(at(file)).href;

  /** A client that is pushed the findings of the workspace: the last ones of each file, by its name. */
  async function startPushed() {
    const has = new Map<string, PublishDiagnosticsParams['diagnostics']>();
    const running = await startLspClient({
      folders: [pathToFileURL(folder.path).href],
      prepare: (connection) => {
        connection.onNotification(
          'textDocument/publishDiagnostics',
          ({ uri, diagnostics }: PublishDiagnosticsParams) => {
            has.set(decodeURIComponent(uri.slice(pathToFileURL(folder.path).href.length + 1)), diagnostics);
          },
        );
      },
    });
    folder.keep(running);
    const check = () => running.connection.sendRequest<CheckWorkspaceResult>(requests.checkWorkspace, {});
    return { running, has, check };
  }

  describe('findings that would lie', () => {
    it('are cleared when a document outside of the workspace is closed, and when an open one is renamed', async () => {
      writeFiles(folder.path, { 'a.targetgroup.json': '{ "name": 5 }' });
      const { running, has } = await startPushed();
      const codes = (name: string) => has.get(name)?.map(({ code }) => code) ?? [];
      await running.open('untitled:Untitled-1', '{ "name": "" }');
      await until(() => [...has.values()].some((all) => all.some(({ code }) => code === 'name-empty')), {
        what: 'findings of the untitled one',
        within,
      });
      await running.close('untitled:Untitled-1');
      await until(() => ![...has.values()].flat().some(({ code }) => code === 'name-empty'), {
        what: 'clearing',
        within,
      });

      await running.open(uriOf('a.targetgroup.json'), '{ "name": 5 }');
      await until(() => codes('a.targetgroup.json').includes('schema-type'), { what: 'findings', within });
      // As an editor tells it: closed under the old name, opened under the new one, the file moved.
      execFileSync('mv', [at('a.targetgroup.json'), at('b.targetgroup.json')]);
      await running.close(uriOf('a.targetgroup.json'));
      await running.open(uriOf('b.targetgroup.json'), '{ "name": 5 }');
      await running.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: uriOf('a.targetgroup.json'), type: 3 },
          { uri: uriOf('b.targetgroup.json'), type: 1 },
        ],
      });
      await until(() => codes('b.targetgroup.json').includes('schema-type'), { what: 'the new name', within });
      await until(() => codes('a.targetgroup.json').length === 0, { what: 'the old name', within });
    });
  });

  describe('files of a hostile workspace', () => {
    it('do not hang or mislead it: pipes for .gitignore and rc file, links out of it and in circles', async () => {
      writeFiles(folder.path, {
        'outside/secret.targetgroup.json': '{ "name": 5 }',
        'ws/a.targetgroup.json': '{ "name": "" }',
        'ws/piped/b.targetgroup.json': '{ "name": "" }',
      });
      execFileSync('mkfifo', [at('ws/piped/.gitignore'), at('ws/piped/.targetgrouprc.json')]);
      symlinkSync(at('outside'), at('ws/link'));
      symlinkSync(at('ws'), at('ws/circle'));
      symlinkSync('/dev/zero', at('ws/zero.targetgroup.json'));
      mkdirSync(at('ws/.targetgrouprc.json'));
      const has = new Map<string, unknown>();
      const client = folder.keep(
        await startLspClient({
          folders: [uriOf('ws')],
          prepare: (connection) => {
            connection.onNotification('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) => {
              has.set(uri.slice(uriOf('ws/').length), true);
            });
          },
        }),
      );
      const checked = await client.connection.sendRequest<CheckWorkspaceResult>(requests.checkWorkspace, {});
      assert.equal(checked.kind === 'checked' && checked.files, 2);
      await until(() => has.size === 2, { what: 'findings', within });
      assert.deepEqual([...has.keys()].sort(), ['a.targetgroup.json', 'piped/b.targetgroup.json']);
      assert.ok(client.log.some((line) => line.includes('.gitignore')));
    });

    it('have names that stay on one line of the log and of a message', async () => {
      const name = 'x\n\u001b[31m%0A::set-output.targetgroup.json';
      writeFiles(folder.path, { [name]: '{ "name": "Twin" }', 'y.targetgroup.json': '{ "name": "Twin" }' });
      writeFiles(folder.path, { 'z\n\u001b[31m.targetgroup.json': '' });
      execFileSync('sh', ['-c', 'printf "\\377" > "$1"', 'sh', at('z\n\u001b[31m.targetgroup.json')]);
      const { has, check, running } = await startPushed();
      await check();
      const twin = () => has.get('y.targetgroup.json')?.find(({ code }) => code === 'name-duplicate');
      const found = await until(twin, { what: 'name-duplicate', within });
      const control = /[\u0000-\u001f\u007f-\u009f]/;
      const message = typeof found.message === 'string' ? found.message : found.message.value;
      assert.match(message, /%0A::set-output/);
      assert.doesNotMatch(message, control);
      assert.deepEqual(
        running.log.filter((line) => control.test(line)),
        [],
      );
      const told = running.log.find((line) => line.includes('is not UTF-8'));
      assert.match(told ?? '', /z.*31m/);
    });

    it('are never written to, nor is anything put beside them', async () => {
      writeFiles(folder.path, { 'a.targetgroup.json': '{ "name": 5, }', '.targetgrouprc.json': '{}' });
      const before = readdirSync(folder.path).map((name) => [name, readFileSync(at(name), 'utf8')]);
      const { running, check } = await startPushed();
      await check();
      const uri = uriOf('a.targetgroup.json');
      await running.open(uri, '{ "name": 5, }');
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } };
      for (const only of [['quickfix'], ['source.fixAll']]) {
        const actions = await running.connection.sendRequest<unknown[]>('textDocument/codeAction', {
          textDocument: { uri },
          range,
          context: { diagnostics: [], only },
        });
        assert.ok(actions.length > 0, only.join());
      }
      assert.deepEqual(
        readdirSync(folder.path).map((name) => [name, readFileSync(at(name), 'utf8')]),
        before,
      );
    });
  });

  describe('a "$schema" of a document', () => {
    let elsewhere: LoopbackServer;
    before(async () => {
      elsewhere = await startLoopbackServer((_, response) => response.end('{}'));
    });
    after(() => elsewhere.close());

    it('is never fetched by the built server, whatever is asked', async () => {
      const server = startRpcProcess(builtFile('server.js'));
      const capabilities = { textDocument: { diagnostic: {} } };
      await server.request('initialize', { processId: process.pid, rootUri: null, capabilities });
      server.notify('initialized', {});
      const uri = uriOf('a.targetgroup.json');
      const text = `{ "$schema": "${elsewhere.origin}/a.json", "$ref": "${elsewhere.origin}/b.json", "name": "" }`;
      const textDocument = { uri };
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version: 1, text } });
      const report = await server.request('textDocument/diagnostic', { textDocument });
      assert.ok((report as DocumentDiagnosticReport & { items: unknown[] }).items.length > 0);
      for (const character of [4, 14, 20, text.length - 2]) {
        const position = { line: 0, character };
        await server.request('textDocument/hover', { textDocument, position });
        await server.request('textDocument/completion', { textDocument, position });
      }
      await server.request('textDocument/documentSymbol', { textDocument });
      await server.request(requests.preview, { uri });
      await server.request(requests.prepareSubmit, { uri, version: 1 });
      await server.stop();
      assert.deepEqual(elsewhere.received, []);
    });
  });
});
