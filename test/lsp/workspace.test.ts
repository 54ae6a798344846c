import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import {
  CancellationTokenSource,
  WorkspaceDiagnosticRequest,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { WorkspaceFiles } from '../../server/src/lsp/workspace-index/workspace-files';
import { workspaceFiles } from '../../server/src/node/files/workspace-files';
import { requests, type CheckWorkspaceResult } from '../../server/src/protocol/requests';
import { group } from '../support/definition-text';
import { useClientFolder } from '../support/client-folder';
import { startLspClient, type LspClient, type LspClientOptions } from '../support/start-lsp-client';
import { until } from '../support/until';
describe('over the connection: the workspace', () => {
  const within = 10_000;
  const named = (name: string) => group({ name: JSON.stringify(name) });
  const codesOf = (all: readonly Diagnostic[] | undefined) => all?.map(({ code }) => String(code)).sort();

  /** The message as text: ours are never Markdown. */
  const messageOf = (finding: Diagnostic | undefined) => (typeof finding?.message === 'string' ? finding.message : '');

  const folder = useClientFolder();

  const at = (file: string) => path.join(folder.path, file);
  const uriOf = (file: string) => `${pathToFileURL(folder.path).href}/${file}`;
  function write(file: string, text: string): void {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  }
  const start = async (options: LspClientOptions = {}): Promise<LspClient> =>
    folder.keep(await startLspClient({ folders: [pathToFileURL(folder.path).href], ...options }));
  const told = (running: LspClient, type: 1 | 2 | 3, ...files: string[]) =>
    running.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: files.map((file) => ({ uri: uriOf(file), type })),
    });
  const check = (running: LspClient) =>
    running.connection.sendRequest<CheckWorkspaceResult>(requests.checkWorkspace, {});

  /** A client that does not ask: the findings it was sent last, by path. */
  function pushed(): {
    readonly has: Map<string, PublishDiagnosticsParams>;
    readonly prepare: (c: ProtocolConnection) => void;
  } {
    const has = new Map<string, PublishDiagnosticsParams>();
    return {
      has,
      prepare: (connection) => {
        connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          has.set(params.uri.slice(uriOf('').length), params);
        });
      },
    };
  }

  describe('the workspace, pushed to a client that does not ask', () => {
    it('shows the findings of files that are not open, and clears them when the file goes', async () => {
      write('a/wrong.targetgroup.json', '{ "name": 5 }');
      write('fine.json', '{ "name": 5 }');
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      const first = await until(() => has.get('a/wrong.targetgroup.json'), { what: 'findings', within });
      assert.ok(codesOf(first.diagnostics)?.includes('schema-type'));
      assert.equal(first.version, undefined);
      rmSync(at('a/wrong.targetgroup.json'));
      await told(running, 3, 'a/wrong.targetgroup.json');
      await until(() => has.get('a/wrong.targetgroup.json')?.diagnostics.length === 0, { what: 'clearing', within });
      assert.deepEqual([...has.keys()], ['a/wrong.targetgroup.json']);
    });

    it('leaves a file to the editor while it is open, and shows what is on disk when it is closed', async () => {
      write('a.targetgroup.json', '{ "name": 5 }');
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      const codes = () => codesOf(has.get('a.targetgroup.json')?.diagnostics);
      await until(() => codes()?.includes('schema-type'), { what: 'findings on disk', within });
      await running.open(uriOf('a.targetgroup.json'), '{ "name": "" }', 7);
      await until(() => codes()?.includes('name-empty'), { what: 'findings as typed', within });
      assert.equal(has.get('a.targetgroup.json')?.version, 7);
      await running.close(uriOf('a.targetgroup.json'));
      await until(() => codes()?.includes('schema-type'), { what: 'findings on disk again', within });
    });

    it('sees what is made, changed and renamed', async () => {
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      write('new.targetgroup.json', '{ "name": 5 }');
      await told(running, 1, 'new.targetgroup.json');
      await until(() => codesOf(has.get('new.targetgroup.json')?.diagnostics)?.includes('schema-type'), {
        what: 'made',
        within,
      });
      write('new.targetgroup.json', '{ "name": "" }');
      await told(running, 2, 'new.targetgroup.json');
      await until(() => codesOf(has.get('new.targetgroup.json')?.diagnostics)?.includes('name-empty'), {
        what: 'changed',
        within,
      });
      renameSync(at('new.targetgroup.json'), at('other.targetgroup.json'));
      await running.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: uriOf('new.targetgroup.json'), type: 3 },
          { uri: uriOf('other.targetgroup.json'), type: 1 },
        ],
      });
      await until(() => has.get('new.targetgroup.json')?.diagnostics.length === 0, {
        what: 'old name cleared',
        within,
      });
      await until(() => codesOf(has.get('other.targetgroup.json')?.diagnostics)?.includes('name-empty'), {
        what: 'new name',
        within,
      });
    });

    it('clears a whole folder that is deleted', async () => {
      write('a/b/wrong.targetgroup.json', '{ "name": 5 }');
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      await until(() => has.has('a/b/wrong.targetgroup.json'), { what: 'findings', within });
      rmSync(at('a'), { recursive: true });
      await told(running, 3, 'a');
      await until(() => has.get('a/b/wrong.targetgroup.json')?.diagnostics.length === 0, { what: 'clearing', within });
    });

    it('is not pushed to a client that asks', async () => {
      write('wrong.targetgroup.json', '{ "name": 5 }');
      const { has, prepare } = pushed();
      const running = await start({ prepare, capabilities: { textDocument: { diagnostic: {} } } });
      assert.deepEqual(await check(running), { kind: 'checked', files: 1, tooLong: 0, unreadable: 0 });
      assert.equal(has.size, 0);
    });
  });

  describe('what the check of the workspace looks at', () => {
    it('respects .gitignore, nested ones too, and looks again when it changes', async () => {
      write('.gitignore', 'out/\n');
      write('out/a.targetgroup.json', '{}');
      write('in/.gitignore', '*\n!b.targetgroup.json\n');
      write('in/a.targetgroup.json', '{}');
      write('in/b.targetgroup.json', '{}');
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      await until(() => has.has('in/b.targetgroup.json'), { what: 'findings', within });
      await check(running);
      assert.deepEqual([...has.keys()], ['in/b.targetgroup.json']);
      write('.gitignore', '');
      await told(running, 2, '.gitignore');
      await until(() => has.has('out/a.targetgroup.json'), { what: 'no longer ignored', within });
    });

    it('leaves out what targetgroup.files.exclude names, and takes it up again', async () => {
      write('build/a.targetgroup.json', '{}');
      write('deep/old/b.targetgroup.json', '{}');
      write('c.targetgroup.json', '{}');
      const { has, prepare } = pushed();
      const options = { files: { exclude: ['build/**', 'old', 7] } };
      const running = await start({ prepare, initializationOptions: options });
      await until(() => has.has('c.targetgroup.json'), { what: 'findings', within });
      assert.equal((await check(running)).kind, 'checked');
      assert.deepEqual([...has.keys()], ['c.targetgroup.json']);
      assert.ok(running.log.some((line) => line.includes('targetgroup.files.exclude is no list')));
      await running.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { targetgroup: { files: { exclude: [] } } },
      });
      await until(() => has.size === 3, { what: 'all three', within });
    });

    it('survives links in a circle, named pipes, unreadable and broken things', async () => {
      write('a.targetgroup.json', '{}');
      symlinkSync(folder.path, at('circle'));
      symlinkSync(at('self.targetgroup.json'), at('self.targetgroup.json'));
      symlinkSync(at('a.targetgroup.json'), at('link.targetgroup.json'));
      mkdirSync(at('folder.targetgroup.json'));
      execFileSync('mkfifo', [at('pipe.targetgroup.json')]);
      writeFileSync(at('latin.targetgroup.json'), Buffer.from([0x7b, 0xff, 0x7d]));
      write('odd\n name%41 (é) #?.targetgroup.json', '{}');
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      const done = await check(running);
      assert.deepEqual(done, { kind: 'checked', files: 3, tooLong: 0, unreadable: 2 });
      const odd = 'odd%0A%20name%2541%20%28%C3%A9%29%20%23%3F.targetgroup.json';
      await until(() => has.size === 3, { what: 'findings', within });
      assert.deepEqual([...has.keys()].sort(), ['a.targetgroup.json', 'link.targetgroup.json', odd].sort());
      assert.ok(running.log.some((line) => line.includes('latin.targetgroup.json is not UTF-8')));
      assert.ok(running.log.some((line) => line.includes('self.targetgroup.json')));
    });

    it('says which files it may not read', async function () {
      // Root reads everything, so there is nothing that it may not.
      if (process.getuid?.() === 0) return;
      write('a.targetgroup.json', '{}');
      chmodSync(at('a.targetgroup.json'), 0);
      const running = await start();
      assert.deepEqual(await check(running), { kind: 'checked', files: 0, tooLong: 0, unreadable: 1 });
    });

    it('does not read a file over the limit, and says so on it', async () => {
      write('long.targetgroup.json', ' '.repeat(17 * 1024 * 1024));
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      assert.deepEqual(await check(running), { kind: 'checked', files: 0, tooLong: 1, unreadable: 0 });
      const { diagnostics } = await until(() => has.get('long.targetgroup.json'), { what: 'file-limit', within });
      assert.deepEqual(codesOf(diagnostics), ['file-limit']);
      assert.match(messageOf(diagnostics[0]), /17 MiB long; .* up to 16 MiB/);
    });

    it('ends after 2,000 files, and says so', async () => {
      for (let index = 0; index < 2003; index++) write(`${index}.targetgroup.json`, '{}');
      const running = await start();
      const done = await check(running);
      assert.deepEqual(done, { kind: 'checked', files: 2000, tooLong: 0, unreadable: 0, cutShortAt: 2000 });
      assert.ok(running.log.some((line) => line.includes('more than 2000 definitions')));
    });

    it('answers others in between, and ends early when it is cancelled', async () => {
      for (let index = 0; index < 500; index++) write(`${index}.targetgroup.json`, named('Spring'));
      const running = await start({ capabilities: { textDocument: { diagnostic: {} } } });
      const source = new CancellationTokenSource();
      const checked = running.connection.sendRequest<CheckWorkspaceResult>(requests.checkWorkspace, {}, source.token);
      const order: string[] = [];
      const noted = checked.then(
        () => order.push('check'),
        () => order.push('check'),
      );
      await running.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uriOf('none') },
        position: { line: 0, character: 0 },
      });
      order.push('hover');
      source.cancel();
      await noted;
      assert.deepEqual(order, ['hover', 'check']);
    });

    it('answers each keystroke after a few files, however many there are', async () => {
      const count = 200;
      for (let index = 0; index < count; index++) write(`${index}.targetgroup.json`, named(`Spring ${index}`));
      let reads = 0;
      const files: WorkspaceFiles = {
        ...workspaceFiles,
        read(file, limit) {
          reads += 1;
          // As from a slow disk, so that only a few fit into the time between two pauses.
          const end = performance.now() + 2;
          while (performance.now() < end);
          return workspaceFiles.read(file, limit);
        },
      };
      const running = await start({ capabilities: { textDocument: { diagnostic: {} } }, files });
      const textDocument = { uri: 'file:///elsewhere/a.targetgroup.json' };
      await running.open(textDocument.uri, named('Autumn'));
      const state = { isDone: false };
      const checked = check(running).finally(() => (state.isDone = true));
      const between: number[] = [];
      for (let version = 2; !state.isDone; version++) {
        const before = reads;
        await running.change(textDocument.uri, version % 2 === 0 ? '{ "name": "" }' : named('Autumn'), version);
        await running.connection.sendRequest('textDocument/diagnostic', { textDocument });
        between.push(reads - before);
      }
      assert.equal((await checked).kind, 'checked');
      assert.ok(reads >= count, `${reads} files`);
      assert.ok(Math.max(...between) < count / 8, `files read for each keystroke: ${between.join()}`);
    });

    it('is unavailable without folders, and where no files are reached', async () => {
      const without = await start({ folders: [] });
      assert.deepEqual(await check(without), { kind: 'unavailable' });
      await without.stop();
      const worker = await start({ files: null });
      assert.deepEqual(await check(worker), { kind: 'unavailable' });
    });
  });

  /** A client that asks for the workspace: what it was told in one request. */
  class WorkspacePull {
    readonly reports = new Map<string, WorkspaceDiagnosticReport['items'][number]>();
    answer: WorkspaceDiagnosticReport | undefined;
    failure: unknown;
    readonly source = new CancellationTokenSource();

    constructor(running: LspClient, previous: readonly { uri: string; value: string }[] = []) {
      const token = `token-${Math.random()}`;
      const take = ({ items }: WorkspaceDiagnosticReport) => {
        for (const item of items) this.reports.set(item.uri.slice(uriOf('').length), item);
      };
      running.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, take);
      running.connection
        .sendRequest<WorkspaceDiagnosticReport>(
          'workspace/diagnostic',
          { previousResultIds: previous, partialResultToken: token },
          this.source.token,
        )
        .then(
          (answer) => {
            take(answer);
            this.answer = answer;
          },
          (error: unknown) => (this.failure = error),
        );
    }

    get ids(): { uri: string; value: string }[] {
      return [...this.reports.values()].flatMap(({ uri, resultId }) =>
        resultId === undefined ? [] : { uri, value: resultId },
      );
    }

    codes(file: string): string[] | undefined {
      const report = this.reports.get(file);
      return report?.kind === 'full' ? codesOf(report.items) : undefined;
    }

    async answered(): Promise<this> {
      await until(() => this.answer, { what: 'the answer', within });
      return this;
    }
  }

  const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

  describe('the workspace, pulled', () => {
    it('streams what it finds, then waits until something changed and calls the rest unchanged', async () => {
      write('a.targetgroup.json', '{ "name": 5 }');
      write('b.targetgroup.json', named('Autumn'));
      const running = await start({ capabilities: pulling });
      const first = await new WorkspacePull(running).answered();
      assert.deepEqual(first.answer?.items, [], 'everything was streamed');
      assert.ok(first.codes('a.targetgroup.json')?.includes('schema-type'));
      assert.deepEqual(
        [...first.reports.values()].map((report) => 'version' in report && report.version),
        [null, null],
      );

      const second = new WorkspacePull(running, first.ids);
      await check(running);
      assert.equal(second.answer, undefined, 'held open while nothing changes');
      write('a.targetgroup.json', '{ "name": "" }');
      await told(running, 2, 'a.targetgroup.json');
      await second.answered();
      assert.ok(second.codes('a.targetgroup.json')?.includes('name-empty'));
      assert.equal(second.reports.get('b.targetgroup.json')?.kind, 'unchanged');

      const third = new WorkspacePull(running, second.ids);
      rmSync(at('a.targetgroup.json'));
      await told(running, 3, 'a.targetgroup.json');
      await third.answered();
      assert.deepEqual(third.codes('a.targetgroup.json'), [], 'cleared when deleted');
      assert.equal(third.reports.get('a.targetgroup.json')?.resultId, undefined);
    });

    it('gives open documents with their version, as they are typed', async () => {
      write('a.targetgroup.json', '{ "name": 5 }');
      const running = await start({ capabilities: pulling });
      await running.open(uriOf('a.targetgroup.json'), '{ "name": "" }', 4);
      const pull = await new WorkspacePull(running).answered();
      const report = pull.reports.get('a.targetgroup.json');
      assert.equal(report?.version, 4);
      assert.ok(pull.codes('a.targetgroup.json')?.includes('name-empty'));
    });

    it('is told again what is on disk when a document is closed', async () => {
      write('a.targetgroup.json', '{ "name": 5 }');
      const running = await start({ capabilities: pulling });
      await running.open(uriOf('a.targetgroup.json'), '{ "name": "" }');
      const first = await new WorkspacePull(running).answered();
      const second = new WorkspacePull(running, first.ids);
      await running.close(uriOf('a.targetgroup.json'));
      await second.answered();
      assert.ok(second.codes('a.targetgroup.json')?.includes('schema-type'));
      assert.equal(second.reports.get('a.targetgroup.json')?.version, null);
    });

    it('clears what was closed and is no file of the workspace, though the client has forgotten it', async () => {
      write('a.targetgroup.json', '{ "name": 5 }');
      const running = await start({ capabilities: pulling });
      const first = await new WorkspacePull(running).answered();
      // Neither was ever reported for the workspace: one came and went before that, the other is elsewhere.
      const [gone, elsewhere] = [uriOf('gone.targetgroup.json'), 'file:///elsewhere/b.targetgroup.json'];
      const second = new WorkspacePull(running, first.ids);
      for (const uri of [gone, elsewhere]) {
        await running.open(uri, '{ "name": 5 }');
        await running.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
        await running.close(uri);
      }
      const cleared = new Set<string>();
      for (let pull = second; cleared.size < 2; pull = new WorkspacePull(running, pull.ids)) {
        await pull.answered();
        for (const { uri, ...report } of pull.reports.values()) {
          if (uri !== gone && uri !== elsewhere) continue;
          assert.deepEqual(report.kind === 'full' && report.items, []);
          cleared.add(uri);
        }
      }
    });

    it('ends when it is cancelled', async () => {
      const running = await start({ capabilities: pulling });
      const pull = new WorkspacePull(running);
      await check(running);
      pull.source.cancel();
      await until(() => pull.failure, { what: 'the end', within });
      assert.equal((pull.failure as { code?: number }).code, -32800);
    });

    it('answers again when the levels change', async () => {
      write('a.targetgroup.json', '{ "name": "" }');
      const running = await start({ capabilities: pulling });
      const first = await new WorkspacePull(running).answered();
      const second = new WorkspacePull(running, first.ids);
      write('.targetgrouprc.json', '{ "rules": { "name-empty": "off" } }');
      await told(running, 1, '.targetgrouprc.json');
      await second.answered();
      assert.equal(second.codes('a.targetgroup.json')?.includes('name-empty'), false);
    });
  });

  describe('a name that two definitions have', () => {
    it('is a warning on both, which goes when one is changed, deleted or renamed out of the workspace', async () => {
      write('a.targetgroup.json', named('Spring'));
      write('b.targetgroup.json', named(' SPRING'));
      const { has, prepare } = pushed();
      const running = await start({ prepare });
      const doubled = (file: string) =>
        has.get(file)?.diagnostics.filter(({ code }) => code === 'name-duplicate') ?? [];
      const both = (count: number) =>
        until(() => doubled('a.targetgroup.json').length === count && doubled('b.targetgroup.json').length === count, {
          what: `${count} on both`,
          within,
        });
      await both(1);
      assert.equal(
        doubled('a.targetgroup.json')[0]?.relatedInformation?.[0]?.location.uri,
        uriOf('b.targetgroup.json'),
      );
      assert.match(messageOf(doubled('b.targetgroup.json')[0]), /as in a\.targetgroup\.json/);
      write('b.targetgroup.json', named('Autumn'));
      await told(running, 2, 'b.targetgroup.json');
      await both(0);
      write('b.targetgroup.json', named('spring'));
      await told(running, 2, 'b.targetgroup.json');
      await both(1);
      rmSync(at('b.targetgroup.json'));
      await told(running, 3, 'b.targetgroup.json');
      await both(0);
    });

    it('counts an open file with its unsaved text, and refreshes the other', async () => {
      write('a.targetgroup.json', named('Spring'));
      write('b.targetgroup.json', named('Autumn'));
      let refreshed = 0;
      const running = await start({
        capabilities: pulling,
        prepare: (connection) => {
          connection.onRequest('workspace/diagnostic/refresh', () => {
            refreshed += 1;
            return null;
          });
        },
      });
      await running.open(uriOf('a.targetgroup.json'), named('Spring'));
      await running.open(uriOf('b.targetgroup.json'), named('Autumn'));
      const pull = async (file: string, previousResultId?: string) => {
        const params = { textDocument: { uri: uriOf(file) }, previousResultId };
        return running.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
      };
      const doubled = (report: DocumentDiagnosticReport) =>
        report.kind === 'full' && report.items.some(({ code }) => code === 'name-duplicate');
      await check(running);
      const before = await pull('a.targetgroup.json');
      assert.equal(doubled(before), false);
      await running.change(uriOf('b.targetgroup.json'), named('spring '), 2);
      assert.equal(doubled(await pull('b.targetgroup.json')), true, 'at once in the one that is typed');
      await until(() => refreshed > 0, { what: 'refresh of the other', within });
      assert.equal(doubled(await pull('a.targetgroup.json', before.resultId)), true);
      await running.close(uriOf('b.targetgroup.json'));
      await until(async () => !doubled(await pull('a.targetgroup.json')), { what: 'as on disk', within });
    });

    it('takes no part outside of the folders, and in other schemes', async () => {
      const running = await start({ capabilities: pulling });
      const uris = [
        uriOf('a.targetgroup.json'),
        'file:///elsewhere/a.targetgroup.json',
        'untitled:a',
        `git:${folder.path}/a`,
      ];
      for (const uri of uris) await running.open(uri, named('Spring'));
      for (const uri of uris) {
        const params = { textDocument: { uri } };
        const report = await running.connection.sendRequest<DocumentDiagnosticReport>(
          'textDocument/diagnostic',
          params,
        );
        assert.ok(report.kind === 'full' && report.items.every(({ code }) => code !== 'name-duplicate'), uri);
      }
    });

    it('is found among open documents where no files are reached', async () => {
      const running = await start({ capabilities: pulling, folders: ['vscode-vfs://x/y'], files: null });
      await running.open('vscode-vfs://x/y/a.targetgroup.json', named('Spring'));
      await running.open('vscode-vfs://x/y/b.targetgroup.json', named('Spring'));
      const params = { textDocument: { uri: 'vscode-vfs://x/y/a.targetgroup.json' } };
      const isDoubled = async () => {
        const report = await running.connection.sendRequest<DocumentDiagnosticReport>(
          'textDocument/diagnostic',
          params,
        );
        return report.kind === 'full' && report.items.some(({ code }) => code === 'name-duplicate');
      };
      await until(isDoubled, { what: 'name-duplicate', within });
    });
  });
});
