import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { requests } from '../../server/src/protocol/requests';
import { startLspClient, type LspClient } from '../support/start-lsp-client';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { writeFiles } from '../support/write-files';

const target = (eventName: string) => `{ "targets": [{ "eventName": "${eventName}" }] }`;

let folder: TemporaryFolder;
let client: LspClient;
let uri: string;

async function itemsAt(text: string, version: number): Promise<CompletionItem[]> {
  await client.change(uri, text.replace('¦', ''), version);
  const position = { line: 0, character: text.indexOf('¦') };
  const params = { textDocument: { uri }, position };
  return (await client.connection.sendRequest<CompletionList>('textDocument/completion', params)).items;
}

describe('completion over the protocol', () => {
  beforeEach(async () => {
    folder = await createTemporaryFolder();
    uri = pathToFileURL(path.join(folder.path, 'a.targetgroup.json')).href;
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  it('knows the events of open definitions and of files on disk, as they are now', async () => {
    writeFiles(folder.path, { 'b.targetgroup.json': target('onDisk'), 'c.targetgroup.json': target('stale') });
    client = await startLspClient({ folders: [pathToFileURL(folder.path).href] });
    const other = pathToFileURL(path.join(folder.path, 'c.targetgroup.json')).href;
    await client.open(uri, '{}');
    await client.open(other, target('open'));
    await client.connection.sendRequest(requests.checkWorkspace, {});
    const labels = (await itemsAt('{ "targets": [{ "eventName": "own" }, { "eventName": ¦ }] }', 2)).map(
      ({ label }) => label,
    );
    assert.deepEqual(labels.slice(0, 3).sort(), ['onDisk', 'open', 'own']);
    assert.ok(!labels.includes('stale'));
  });

  it('leaves documentation out for a client that asks for it, and gives it then', async () => {
    const completionItem = { resolveSupport: { properties: ['documentation'] } };
    client = await startLspClient({ capabilities: { textDocument: { completion: { completionItem } } } });
    await client.open(uri, '{}');
    const [item] = await itemsAt('{¦}', 2);
    assert.equal(item?.documentation, undefined);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /Group name/);
  });
});
