import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CodeLens,
  ConfigurationParams,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { createTemporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';
import { startLspClient, type LspClient, type LspClientOptions } from '../support/start-lsp-client';
// Hooks stand inside: at the root of a file they would run around every test of the suite.
describe('over the connection: reading aids', () => {
  const uri = 'file:///nowhere/a.targetgroup.json';
  const textDocument = { uri };
  const text = `{
  "name": 5,
  "trackingType": "DEFAULT"
}`;

  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  async function start(options: LspClientOptions = {}, content = text): Promise<LspClient> {
    client = await startLspClient(options);
    await client.open(uri, content);
    return client;
  }

  const ask = <Result>({ connection }: LspClient, method: string, params: object = {}) =>
    connection.sendRequest<Result>(`textDocument/${method}`, { textDocument, ...params });

  describe('what helps to read, over the pipe', () => {
    it('folds no more than the client takes', async () => {
      const three = '[\n[\n[\n1\n]\n]\n]';
      const all = await ask<FoldingRange[]>(await start({}, three), 'foldingRange');
      assert.equal(all.length, 3);
      await client?.stop();
      const capabilities = { textDocument: { foldingRange: { rangeLimit: 2 } } };
      const some = await ask<FoldingRange[]>(await start({ capabilities }, three), 'foldingRange');
      assert.deepEqual(some, all.slice(0, 2));
    });

    it('selects, one answer for each cursor', async () => {
      const positions = [
        { line: 0, character: 0 },
        { line: 1, character: 5 },
      ];
      const ranges = await ask<SelectionRange[]>(await start(), 'selectionRange', { positions });
      assert.deepEqual(
        ranges.map(({ range }) => range.end),
        [
          { line: 3, character: 1 },
          { line: 1, character: 7 },
        ],
      );
    });

    it('links to rules and documentation', async () => {
      const links = await ask<DocumentLink[]>(await start(), 'documentLink');
      const shown = links.map(({ range, target, data }) => [
        range.start.line,
        target?.replace(/#.*/, ''),
        data as unknown,
      ]);
      assert.deepEqual(shown[0], [2, 'https://docs.capillarytech.com/reference/create-target-groups', undefined]);
      assert.deepEqual(
        shown.filter(([line]) => line === 1),
        [[1, 'file:///RULES.md', 'schema-type']],
      );
    });

    const named = `{
  "periods": [{ "refCode": "Cycle_1", "startDate": "2027-03-08", "endDate": "2027-03-14" }, { "refCode": "b" }],
  "targets": [{ "name": "Spend", "defaultValues": [{ "defaultValue": 10 }] }]
}`;
    const value = { line: 2, character: 64 };
    const code = { line: 1, character: 30 };
    const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 1 } };

    it('shows hints and counts, each until it is switched off', async () => {
      const running = await start({}, named);
      const hints = () => ask<InlayHint[]>(running, 'inlayHint', { range: whole });
      const lenses = () => ask<CodeLens[]>(running, 'codeLens');
      assert.equal((await hints()).length, 2);
      assert.match((await lenses())[0]?.command?.title ?? '', /^2 periods · 1 target · \d+ problems$/);
      const set = (targetgroup: object) =>
        running.connection.sendNotification('workspace/didChangeConfiguration', { settings: { targetgroup } });
      await set({ inlayHints: { enabled: false } });
      assert.deepEqual([(await hints()).length, (await lenses()).length], [0, 1]);
      await set({ inlayHints: { enabled: true }, codeLens: { enabled: false } });
      assert.deepEqual([(await hints()).length, (await lenses()).length], [2, 0]);
    });

    it('asks the client to ask again when settings change, and the client for the switches of a document', async () => {
      const asked: string[] = [];
      const running = await start({
        capabilities: {
          workspace: { configuration: true, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
        },
        prepare: (connection) => {
          connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
            items.map(({ section, scopeUri }) => {
              asked.push(`${section ?? ''} ${scopeUri ?? ''}`);
              return section === 'targetgroup.codeLens.enabled' ? false : null;
            }),
          );
          for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
            connection.onRequest(method, () => {
              asked.push(method);
              return null;
            });
        },
      });
      assert.deepEqual(await ask(running, 'codeLens'), []);
      assert.ok(asked.includes(`targetgroup.codeLens.enabled ${uri}`), asked.join());
      await running.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const isToldOf = (method: string) => asked.includes(`workspace/${method}/refresh`);
      await until(() => isToldOf('codeLens') && isToldOf('inlayHint'), { what: 'both refreshes', within: 10_000 });
    });

    it('leads from a value to its period and back, and marks both', async () => {
      const running = await start({}, named);
      const places = async (method: string, position: object, more: object = {}) =>
        (await ask<Location[]>(running, method, { position, ...more })).map(({ range }) => range.start);
      const [codeStart, valueStart] = [
        { line: 1, character: 27 },
        { line: 2, character: 69 },
      ];
      assert.deepEqual(await places('definition', value), [codeStart]);
      assert.deepEqual(await places('definition', code), [valueStart]);
      assert.deepEqual(await places('references', value, { context: { includeDeclaration: true } }), [
        codeStart,
        valueStart,
      ]);
      assert.deepEqual(await places('references', code, { context: { includeDeclaration: false } }), [valueStart]);
      const marks = await ask<DocumentHighlight[]>(running, 'documentHighlight', { position: value });
      assert.deepEqual(
        marks.map(({ range }) => range.start),
        [codeStart, valueStart],
      );
    });

    it('renames a refCode, and says why it does not', async () => {
      const running = await start({}, named);
      assert.equal(await ask(running, 'prepareRename', { position: value }), null);
      const { placeholder } = await ask<{ placeholder: string }>(running, 'prepareRename', { position: code });
      assert.equal(placeholder, 'Cycle_1');
      const edit = await ask<WorkspaceEdit>(running, 'rename', { position: code, newName: 'Spring' });
      assert.deepEqual(
        edit.changes?.[uri]?.map(({ newText }) => newText),
        ['"Spring"'],
      );
      await assert.rejects(ask(running, 'rename', { position: code, newName: 'b' }), /that of period 2/);
    });

    it('says that it can prepare a rename only to a client that asks first', async () => {
      const capabilityOf = async (capabilities: ClientCapabilities) => {
        const { initialized } = await startLspClient({ capabilities }).then((running) => (client = running));
        await client?.stop();
        client = undefined;
        return initialized.capabilities.renameProvider;
      };
      assert.equal(await capabilityOf({}), true);
      assert.deepEqual(await capabilityOf({ textDocument: { rename: { prepareSupport: true } } }), {
        prepareProvider: true,
      });
    });

    it('finds groups and targets of the workspace, typed or on disk, each once', async () => {
      const folder = await createTemporaryFolder();
      const disk = `${pathToFileURL(folder.path).href}/disk.targetgroup.json`;
      const find = (running: LspClient, query: string) =>
        running.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
      writeFileSync(
        path.join(folder.path, 'disk.targetgroup.json'),
        '{ "name": "On disk", "targets": [{ "name": "Spend more" }] }',
      );
      try {
        const running = await start({ folders: [pathToFileURL(folder.path).href] }, named);
        await until(async () => (await find(running, 'odsk')).length === 1, {
          what: 'the group on disk',
          within: 10_000,
        });
        const found = (await find(running, 'SPEND')).map(({ name, location }) => `${name} ${location.uri}`).sort();
        assert.deepEqual(found, [`Spend more ${disk}`, `Spend ${uri}`].sort());
        await running.open(disk, '{ "name": "Typed", "targets": [] }');
        assert.deepEqual((await find(running, '')).map(({ name }) => name).sort(), ['Spend', 'Typed']);
        assert.deepEqual(await find(running, 'nothing of it'), []);
      } finally {
        await folder.remove();
      }
    });

    it('tells of a date how far it is from the day of the host', async () => {
      const hover = await ask<Hover>(await start({}, named), 'hover', { position: { line: 1, character: 55 } });
      const { value: markdown } = hover.contents as MarkupContent;
      assert.match(
        markdown,
        /^\*\*Monday, 8 Mar 2027\*\*, in 7 days\. [^]*\[date-format\]\(<file:\/\/\/RULES\.md#L\d+>\)/,
      );
    });

    it('answers nothing for a document that is not open', async () => {
      const running = await start();
      await running.close(uri);
      for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens'])
        assert.equal(await ask(running, method), null, method);
    });
  });
});
