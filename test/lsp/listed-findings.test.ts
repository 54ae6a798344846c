import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { group } from '../support/definition-text';
import { startLspClient, type LspClient } from '../support/start-lsp-client';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';
import { writeFiles } from '../support/write-files';

const unknowns = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`unknown${index}`, '1']));
const text = group({ ...unknowns, active: '"yes"' });
const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

describe('a file with more findings than are listed', () => {
  let folder: TemporaryFolder;
  let client: LspClient | undefined;
  let uri: string;
  const pushed: PublishDiagnosticsParams[] = [];

  beforeEach(async () => {
    folder = await createTemporaryFolder();
    uri = pathToFileURL(path.join(folder.path, 'a.targetgroup.json')).href;
    writeFiles(folder.path, { 'a.targetgroup.json': text });
    pushed.length = 0;
  });
  afterEach(async () => {
    await client?.stop();
    await folder.remove();
  });

  const start = async (capabilities: ClientCapabilities) => {
    await client?.stop();
    client = await startLspClient({
      capabilities,
      folders: [pathToFileURL(folder.path).href],
      prepare: (connection) => {
        connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          pushed.push(params);
        });
      },
    });
    return client;
  };

  /** Its findings as a client that can do this gets them, unopened and open. */
  async function both(capabilities: ClientCapabilities): Promise<readonly (readonly Diagnostic[])[]> {
    const running = await start(capabilities);
    const isPulling = capabilities.textDocument?.diagnostic !== undefined;
    const push = () => until(() => pushed.shift()?.diagnostics, { what: 'findings', within: 10_000 });
    const pull = async () => {
      const answer = await running.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: [],
      });
      return answer.items.flatMap((report) => (report.kind === 'full' ? report.items : []));
    };
    const unopened = await (isPulling ? pull() : push());
    await running.open(uri, text);
    if (!isPulling) return [unopened, await push()];
    const params = { textDocument: { uri } };
    const report = await running.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
    return [unopened, await pull(), report.kind === 'full' ? report.items : []];
  }

  it('has the same ones however they are asked for', async () => {
    const [first = [], ...others] = [...(await both({})), ...(await both(pulling))];
    assert.equal(first.length, 1000);
    assert.equal(first[0]?.code, 'file-limit');
    assert.match(JSON.stringify(first[0]), /has 1501 findings, of which 999 are listed.*: 502 are left out/);
    assert.ok(first.some(({ code }) => code === 'schema-type'));
    assert.equal(others.length, 4);
    for (const other of others) assert.deepEqual(other, first);
  });
});
