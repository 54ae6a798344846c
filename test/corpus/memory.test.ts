import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createDefinition } from '../bench/definitions';
import { builtFile } from '../support/built-file';
import { createHeapProbe, type HeapProbe } from '../support/heap-probe';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';

/* The built server, as a process: what it keeps of what is over. */

describe('over the pipe: memory', function () {
  // Generous: it is about what is left, not about how long it takes.
  this.timeout(300_000);

  const position = { line: 0, character: 3 };
  const range = { start: position, end: position };
  const { text } = createDefinition(2);
  const uris = (round: number) =>
    Array.from({ length: 1000 }, (_, index) => `file:///folder/${round}-${index}.targetgroup.json`);

  let folder: TemporaryFolder;
  let probe: HeapProbe;
  let rpc: RpcProcess;
  async function start(capabilities: object): Promise<void> {
    rpc = startRpcProcess(builtFile('server.js'), undefined, undefined, probe.node);
    const workspaceFolders = [{ uri: 'file:///folder', name: 'folder' }];
    await rpc.request('initialize', { processId: process.pid, rootUri: null, capabilities, workspaceFolders });
    rpc.notify('initialized', {});
  }
  beforeEach(async () => {
    folder = await createTemporaryFolder();
    probe = createHeapProbe(folder.path);
  });
  afterEach(async () => {
    await rpc.stop();
    await folder.remove();
  });

  const open = (uri: string) => {
    rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version: 1, text } });
  };

  /** What the heap takes when it has come to rest, in bytes: work may be left when everything is answered. */
  async function heapAtRest(): Promise<number> {
    let size = await probe.heapOf(rpc.pid);
    const isAtRest = async () => {
      const before = size;
      size = await probe.heapOf(rpc.pid);
      return before - size < 20_000;
    };
    await until(isAtRest, { what: 'rest', within: 20_000, every: 300 });
    return size;
  }

  /** Fails when a round leaves more than noise behind, once the first ones have filled what is filled once. */
  async function assertNoGrowth(round: (index: number) => Promise<unknown>): Promise<void> {
    const sizes: number[] = [];
    for (let index = 0; index < 6; index++) {
      await round(index);
      sizes.push(await heapAtRest());
    }
    const shown = sizes.map((size) => Math.round(size / 1024)).join(', ');
    console.error(`KiB after each round: ${shown}`);
    const growth = ((sizes[5] ?? Infinity) - (sizes[2] ?? 0)) / 3;
    assert.ok(growth < 150_000, `${growth} bytes more in each round: ${shown}`);
  }

  it('is back after each 10,000 questions at once', async () => {
    await start({ textDocument: { diagnostic: {} } });
    const [uri = ''] = uris(0);
    const textDocument = { uri };
    open(uri);
    const asked: readonly (readonly [string, object])[] = [
      ['textDocument/hover', { textDocument, position }],
      ['textDocument/diagnostic', { textDocument }],
      ['textDocument/completion', { textDocument, position }],
      ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
      ['textDocument/hover', { textDocument: { uri: 'file:///none' }, position }],
    ];
    await assertNoGrowth(async () => {
      const ends: Promise<unknown>[] = [];
      rpc.together(() => {
        for (let index = 0; index < 10_000; index++) {
          const [method, params] = asked[index % asked.length] ?? assert.fail();
          ends.push(rpc.request(method, params));
          if (index % 7 === 0) rpc.cancel();
        }
      });
      await Promise.allSettled(ends);
    });
  });

  const clients: Readonly<Record<string, object>> = {
    'a client that asks': { textDocument: { diagnostic: {} } },
    'a client that is pushed': {},
  };
  for (const [client, capabilities] of Object.entries(clients)) {
    it(`is back after each 1,000 documents that were opened and closed, by ${client}`, async () => {
      await start(capabilities);
      const isPulling = 'textDocument' in capabilities;
      await assertNoGrowth(async (round) => {
        const all = uris(round);
        for (const uri of all) open(uri);
        const methods = ['hover', 'codeLens', 'inlayHint', ...(isPulling ? ['diagnostic'] : [])];
        await Promise.all(
          all.flatMap((uri) =>
            methods.map((method) => rpc.request(`textDocument/${method}`, { textDocument: { uri }, position, range })),
          ),
        );
        for (const uri of all) rpc.notify('textDocument/didClose', { textDocument: { uri } });
        await rpc.request('textDocument/hover', { textDocument: { uri: 'file:///none' }, position });
      });
    });
  }
});
