import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  notifications,
  requests,
  type ByteOrderMarkResult,
  type LocateResult,
  type PrepareSubmitResult,
  type PreviewModel,
} from '../../server/src/protocol/requests';
import { acceptedBodies } from '../support/accepted-bodies';
import { group } from '../support/definition-text';
import { startLspClient, type LspClient } from '../support/start-lsp-client';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';
import { writeFiles } from '../support/write-files';
// Hooks stand inside: at the root of a file they would run around every test of the suite.
describe('over the connection: requests of our own', () => {
  const within = 10_000;
  const unknown = 'file:///nowhere/unknown.targetgroup.json';

  let folder: TemporaryFolder;
  let client: LspClient;
  let uri: string;
  let levelsChanged: number;

  beforeEach(async () => {
    folder = await createTemporaryFolder();
    uri = pathToFileURL(path.join(folder.path, 'a.targetgroup.json')).href;
    levelsChanged = 0;
    client = await startLspClient({
      prepare: (connection) => {
        connection.onNotification(notifications.levelsChanged, () => {
          levelsChanged += 1;
        });
      },
    });
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const ask = <Result>(method: string, params: object): Promise<Result> =>
    client.connection.sendRequest(method, params);
  const prepare = (version: number, of = uri) => ask<PrepareSubmitResult>(requests.prepareSubmit, { uri: of, version });
  const setLevels = async (rules: object) => {
    writeFiles(folder.path, { '.targetgrouprc.json': JSON.stringify({ rules }) });
    const rc = pathToFileURL(path.join(folder.path, '.targetgrouprc.json')).href;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: rc, type: 2 }] });
  };

  describe(requests.prepareSubmit, () => {
    it('gives the very text, its version and its counts, and nothing that blocks, for each accepted body', async () => {
      for (const [index, { name, text }] of acceptedBodies.entries()) {
        const own = `${uri}.${index}`;
        await client.open(own, text, index + 3);
        const prepared = await prepare(index + 3, own);
        assert.ok(prepared.kind === 'prepared', name);
        assert.equal(prepared.body, text, name);
        assert.equal(prepared.version, index + 3);
        assert.deepEqual([prepared.blocking, prepared.lowered], [[], []], name);
        const { name: said, periods = [], targets = [] } = JSON.parse(text) as Record<string, unknown[]>;
        assert.equal(prepared.summary.name, said);
        assert.deepEqual([prepared.summary.periods, prepared.summary.targets], [periods.length, targets.length], name);
      }
    });

    it('refuses another version than the one it has, and a document that is not open', async () => {
      await client.open(uri, group(), 7);
      assert.deepEqual(await prepare(6), { kind: 'stale', version: 7 });
      await client.change(uri, group(), 8);
      assert.deepEqual(await prepare(7), { kind: 'stale', version: 8 });
      assert.deepEqual(await prepare(1, unknown), { kind: 'unknown-document' });
      await client.close(uri);
      assert.deepEqual(await prepare(8), { kind: 'unknown-document' });
    });

    it('sends no byte order mark, and keeps everything behind it', async () => {
      await client.open(uri, `\uFEFF${group({ preferredTillId: '7998987987686876867' })}\r\n`);
      const prepared = await prepare(1);
      assert.equal(
        prepared.kind === 'prepared' && prepared.body,
        `${group({ preferredTillId: '7998987987686876867' })}\r\n`,
      );
    });

    it('blocks an error though its rule is lowered or switched off, and says which rules those are', async () => {
      await client.open(uri, group({ active: '"yes"', trackingType: '"X"' }));
      for (const level of ['hint', 'off']) {
        await setLevels({ 'schema-type': level });
        const prepared = await prepare(1);
        assert.ok(prepared.kind === 'prepared');
        assert.deepEqual(prepared.blocking.map(({ code }) => String(code)).sort(), ['schema-enum', 'schema-type']);
        assert.deepEqual(prepared.lowered, ['schema-type']);
      }
    });

    it('blocks a warning that was raised to an error, and does not call it lowered', async () => {
      await client.open(uri, group({ foo: '1' }));
      await setLevels({ 'unknown-property': 'error' });
      const prepared = await prepare(1);
      assert.ok(prepared.kind === 'prepared');
      assert.deepEqual(
        prepared.blocking.map(({ code, severity }) => [code, severity]),
        [['unknown-property', 2]],
      );
      assert.deepEqual(prepared.lowered, []);
    });
  });

  describe(requests.preview, () => {
    it('draws each accepted body, at the version that is open', async () => {
      for (const [index, { name, text }] of acceptedBodies.entries()) {
        const own = `${uri}.${index}`;
        await client.open(own, text, index + 3);
        const model = await ask<PreviewModel>(requests.preview, { uri: own });
        assert.equal(model.version, index + 3);
        assert.equal(model.state, 'complete', name);
        assert.equal(model.headline.name, (JSON.parse(text) as { name: string }).name);
      }
    });

    it('follows the text, half typed and unreadable', async () => {
      await client.open(uri, group(), 1);
      await client.change(uri, group().slice(0, -4), 2);
      const broken = await ask<PreviewModel>(requests.preview, { uri });
      assert.deepEqual([broken.version, broken.state], [2, 'broken']);
      await client.change(uri, '[', 3);
      const unreadable = await ask<PreviewModel>(requests.preview, { uri });
      assert.deepEqual([unreadable.version, unreadable.state], [3, 'unreadable']);
    });

    it('draws nothing of a document that is not open', async () => {
      assert.equal(await ask(requests.preview, { uri: unknown }), null);
    });
  });

  describe(requests.locate, () => {
    it('finds every place of a pointer in the text as it is, and none in a document that is not open', async () => {
      await client.open(uri, '{\n "targets": [{ "name": "a" },\n { "name": "b" }] }');
      const found = await ask<LocateResult>(requests.locate, { uri, pointers: ['/targets/*/name', '/nothing'] });
      assert.deepEqual(
        found.ranges.map(({ start }) => start.line),
        [1, 2],
      );
      assert.deepEqual(await ask(requests.locate, { uri: unknown, pointers: ['/name'] }), { ranges: [] });
    });
  });

  describe(requests.byteOrderMark, () => {
    const mark = async () => (await ask<ByteOrderMarkResult>(requests.byteOrderMark, { uri })).diagnostics;

    it('gives the finding at the level of the file, and tells when that may have changed', async () => {
      await setLevels({ 'name-empty': 'hint' });
      assert.deepEqual(
        (await mark()).map(({ code, severity }) => [code, severity]),
        [['byte-order-mark', 2]],
      );
      assert.equal(levelsChanged, 0, 'nobody had asked before');
      await setLevels({ 'byte-order-mark': 'error' });
      await until(() => levelsChanged === 1, { what: 'word of the change', within });
      assert.deepEqual(
        (await mark()).map(({ severity }) => severity),
        [1],
      );
      await setLevels({ 'byte-order-mark': 'off' });
      assert.deepEqual(await mark(), []);
      rmSync(path.join(folder.path, '.targetgrouprc.json'));
      assert.equal((await mark()).length, 1);
    });
  });
});
