import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, it } from 'mocha';
import type {
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver/node';
import { acceptedBodies } from '../support/accepted-bodies';
import { builtFile } from '../support/built-file';
import { group } from '../support/definition-text';
import { root } from '../support/repository';
import { startRpcProcess } from '../support/rpc-process';
import { startLspClient, type LspClient, type LspClientOptions } from '../support/start-lsp-client';
import { until } from '../support/until';
// Hooks stand inside: at the root of a file they would run around every test of the suite.
describe('over the connection: documents', () => {
  const within = 10_000;
  const uri = 'file:///nowhere/a.targetgroup.json';
  const position = { line: 0, character: 2 };

  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  /** A client, and the findings that it was pushed, in order. */
  async function start(options: LspClientOptions = {}) {
    const pushed: PublishDiagnosticsParams[] = [];
    const running = await startLspClient({
      ...options,
      prepare: (connection) => {
        connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          pushed.push(params);
        });
      },
    });
    client = running;
    return { running, pushed };
  }

  const pulling = { textDocument: { diagnostic: {} } };
  const codesOf = (all: readonly { readonly code?: number | string }[]) => all.map(({ code }) => code);

  describe('the findings of an open document', () => {
    it('carry the last version after changes in a row, pushed', async () => {
      const { running, pushed } = await start();
      await running.open(uri, group({ name: '5' }));
      for (const [index, name] of ['6', '""', '"Spring"'].entries())
        await running.change(uri, group({ name }), index + 2);
      const last = await until(() => pushed.find(({ version }) => version === 4), { what: 'version 4', within });
      assert.deepEqual(last, { uri, version: 4, diagnostics: [] });
      // What was pushed before it, if anything was, is of older versions; nothing comes after it.
      const versions = pushed.map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        [...versions].sort((a, b) => a - b),
      );
      assert.equal(versions.at(-1), 4);
    });

    it('are those of the last version, pulled', async () => {
      const { running } = await start({ capabilities: pulling });
      await running.open(uri, group({ name: '5' }));
      await running.change(uri, group({ name: '6' }), 2);
      await running.change(uri, group({ name: '""' }), 3);
      const pull = () =>
        running.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
      const report = await pull();
      assert.ok(report.kind === 'full');
      assert.deepEqual(codesOf(report.items), ['name-empty']);
      assert.equal((await pull()).resultId, report.resultId);
      await running.change(uri, group(), 4);
      const after = await pull();
      assert.notEqual(after.resultId, report.resultId);
      assert.deepEqual(after.kind === 'full' && after.items, []);
    });

    it('are told whole to a client that has those of another server', async () => {
      const pull = async (previousResultId?: string) => {
        const { running } = await start({ capabilities: pulling });
        await running.open(uri, group({ name: '""' }));
        const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
        const report = await running.connection.sendRequest<DocumentDiagnosticReport>(
          'textDocument/diagnostic',
          params,
        );
        await running.stop();
        client = undefined;
        return report;
      };
      const { resultId } = await pull();
      assert.ok(resultId !== undefined);
      assert.equal((await pull(resultId)).kind, 'full');
    });

    it('are those of the whole text once it was typed character by character', async () => {
      const { running } = await start({ capabilities: pulling });
      const { connection } = running;
      const pull = (of: string) =>
        connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: of } });
      const { text } = acceptedBodies[0] ?? assert.fail();
      await running.open(uri, '', 0);
      const typed = { line: 0, character: 0 };
      for (const [index, character] of Array.from(text).entries()) {
        const range = { start: { ...typed }, end: { ...typed } };
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: index + 1 },
          contentChanges: [{ range, text: character }],
        });
        if (character === '\n') Object.assign(typed, { line: typed.line + 1, character: 0 });
        else typed.character += character.length;
        // Somewhere in every few words.
        if (index % 37 === 0) assert.equal((await pull(uri)).kind, 'full');
      }
      const whole = `${uri}.whole`;
      await running.open(whole, text);
      const [one, other] = [await pull(uri), await pull(whole)];
      assert.ok(one.kind === 'full' && other.kind === 'full');
      assert.deepEqual(one.items, other.items);
      assert.deepEqual(running.log, []);
    });

    it('are cleared when it is closed, and are no others when it is opened anew with the same version', async () => {
      const { running, pushed } = await start();
      await running.open(uri, group({ name: '5' }), 1);
      await until(() => pushed.some(({ version }) => version === 1), { what: 'findings', within });
      await running.close(uri);
      await until(() => pushed.at(-1)?.diagnostics.length === 0, { what: 'clearing', within });
      await running.open(uri, group({ name: '""' }), 1);
      const codes = () => codesOf(pushed.at(-1)?.diagnostics ?? []);
      await until(() => codes().includes('name-empty'), { what: 'findings of the other text', within });
    });
  });

  describe('a client that can do nothing', () => {
    it('is answered without snippets, code action literals, dynamic registration or pulls', async () => {
      const { running, pushed } = await start({ capabilities: {} });
      await running.open(uri, '{ "name": "", }');
      const found = await until(() => pushed[0], { what: 'findings', within });
      assert.ok(codesOf(found.diagnostics).includes('name-empty'));
      const { connection } = running;
      const list = await connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 0, character: 14 },
      });
      const [item] = list.items;
      assert.equal(item?.insertTextFormat, 1);
      assert.doesNotMatch(item.textEdit?.newText ?? '$', /\$/);
      const actions = await connection.sendRequest<unknown[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: found.diagnostics[0]?.range,
        context: { diagnostics: [] },
      });
      assert.ok(actions.length > 0);
      const hover = await connection.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 4 },
      });
      assert.match(JSON.stringify(hover), /name/i);
    });
  });

  describe('a request about a document that is not open', () => {
    const textDocument = { uri: 'file:///nowhere/unknown.targetgroup.json' };
    const options = { tabSize: 2, insertSpaces: true };
    const range = { start: position, end: position };
    const requests: readonly (readonly [string, object, unknown])[] = [
      ['textDocument/completion', { position }, null],
      ['textDocument/hover', { position }, null],
      ['textDocument/documentSymbol', {}, null],
      ['textDocument/formatting', { options }, null],
      ['textDocument/rangeFormatting', { options, range }, null],
      ['textDocument/codeAction', { range, context: { diagnostics: [] } }, null],
      ['textDocument/diagnostic', {}, { kind: 'full', items: [] }],
    ];
    for (const [method, params, answer] of requests) {
      it(`${method} is answered with nothing`, async () => {
        const { running } = await start({ capabilities: pulling });
        assert.deepEqual(await running.connection.sendRequest(method, { textDocument, ...params }), answer);
      });
    }

    it('is answered for any URI', async () => {
      const { running } = await start({ capabilities: pulling });
      for (const odd of [
        '',
        'a',
        'untitled:Untitled-1',
        'file:',
        'file:///%zz',
        'file:///%00',
        'file:///a%2Fb',
        'file://host/a',
        'x:'.repeat(9999),
      ]) {
        const params = { textDocument: { uri: odd } };
        assert.deepEqual(await running.connection.sendRequest('textDocument/diagnostic', params), {
          kind: 'full',
          items: [],
        });
        await running.open(odd, '{ "name": "" }');
        const report = await running.connection.sendRequest<DocumentDiagnosticReport>(
          'textDocument/diagnostic',
          params,
        );
        assert.ok(report.kind === 'full' && codesOf(report.items).includes('name-empty'), odd.slice(0, 80));
      }
    });
  });

  describe('a request that is cancelled', () => {
    it('is answered all the same, and so is the next one', async () => {
      const { running } = await start({ capabilities: pulling });
      await running.open(uri, group());
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri } };
      const asked = running.connection.sendRequest('textDocument/diagnostic', params, source.token);
      source.cancel();
      const end = await asked.then(
        () => 'answered',
        (error: unknown) => (error instanceof ResponseError ? error.code : error),
      );
      assert.ok(end === 'answered' || end === -32800 || end === -32802, String(end));
      assert.notEqual(await running.connection.sendRequest('textDocument/documentSymbol', params), null);
    });
  });

  describe('the server that is built', () => {
    it('says its name, the version of the package, and what opens a list', async () => {
      const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
      const server = startRpcProcess(builtFile('server.js'));
      const answer = await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
      const { serverInfo, capabilities } = answer as InitializeResult;
      assert.deepEqual(serverInfo, { name: 'targetgroup-language-server', version });
      assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['"', ':']);
      await server.stop();
    });
  });
});
