import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { DocumentLink, FoldingRange, SelectionRange } from 'vscode-languageserver';
import { startLspClient, type LspClient, type LspClientOptions } from '../support/start-lsp-client';

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

  it('answers nothing for a document that is not open', async () => {
    const running = await start();
    await running.close(uri);
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
      assert.equal(await ask(running, method), null, method);
  });
});
