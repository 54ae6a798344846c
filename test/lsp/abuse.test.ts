import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { requests } from '../../server/src/protocol/requests';
import { builtFile } from '../support/built-file';
import { group } from '../support/definition-text';
import { documentQuestions } from '../support/document-questions';
import { RpcError, startRpcProcess, toFrame, type RpcProcess } from '../support/rpc-process';
import { until } from '../support/until';

/* The built server, as a process, with clients that do not keep to the protocol. */

const within = 10_000;
const uri = 'file:///nowhere/a.targetgroup.json';
const textDocument = { uri };
const position = { line: 0, character: 3 };
const range = { start: position, end: position };
const initialize = { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } };
const text = '{ "name": "" }';

/** How a request ends: its result, or the code and the words of its error. */
const endOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    (result) => ({ result }),
    (error: unknown) => (error instanceof RpcError ? { code: error.code, message: error.message } : error),
  );

describe('over the pipe: clients that do not keep to the protocol', () => {
  const started: RpcProcess[] = [];
  const start = (): RpcProcess => {
    const rpc = startRpcProcess(builtFile('server.js'));
    started.push(rpc);
    return rpc;
  };
  /** A server with one document open in it, and the lines of its log. */
  async function serve(): Promise<RpcProcess> {
    const rpc = start();
    await rpc.request('initialize', initialize);
    rpc.notify('initialized', {});
    open(rpc);
    return rpc;
  }
  const open = (rpc: RpcProcess, of = uri, content = text, version = 1) => {
    rpc.notify('textDocument/didOpen', {
      textDocument: { uri: of, languageId: 'targetgroup', version, text: content },
    });
  };
  const isServing = async (rpc: RpcProcess) => {
    assert.notEqual(await rpc.request('textDocument/hover', { textDocument, position }), null);
  };
  const codesNow = async (rpc: RpcProcess, of = uri) => {
    const report = await rpc.request('textDocument/diagnostic', { textDocument: { uri: of } });
    return (report as DocumentDiagnosticReport & { items: { code: string }[] }).items.map(({ code }) => code);
  };

  afterEach(async () => {
    for (const rpc of started.splice(0)) {
      rpc.hangUp();
      await rpc.exit;
    }
  });

  describe('in an order that is none', () => {
    const early = ['textDocument/hover', 'textDocument/diagnostic', 'shutdown', requests.preview, 'no/such'];
    it('answers -32002 to whatever comes before initialize, and goes on', async () => {
      const rpc = start();
      open(rpc);
      for (const method of early) {
        const message = `${method} came before initialize.`;
        assert.deepEqual(await endOf(rpc.request(method, { textDocument, position })), { code: -32002, message });
      }
      await rpc.request('initialize', initialize);
      rpc.notify('initialized', {});
      assert.equal(await rpc.request('textDocument/hover', { textDocument, position }), null, 'nothing was opened');
      open(rpc);
      await isServing(rpc);
    });

    it('answers -32600 to a second initialize, and keeps what it has', async () => {
      const rpc = await serve();
      const again = await endOf(rpc.request('initialize', { ...initialize, capabilities: {} }));
      assert.deepEqual(again, { code: -32600, message: 'initialize came twice.' });
      await isServing(rpc);
      assert.ok((await codesNow(rpc)).includes('name-empty'));
    });

    it('answers -32600 to whatever comes behind shutdown, and ends with 0', async () => {
      const rpc = await serve();
      assert.equal(await rpc.request('shutdown'), null);
      for (const method of [...early, 'initialize']) {
        const message = `${method} came behind shutdown; exit is expected.`;
        assert.deepEqual(await endOf(rpc.request(method, { textDocument, position })), { code: -32600, message });
      }
      rpc.notify('exit');
      assert.equal(await rpc.exit, 0);
    });

    it('is initialized at the second try, when the first was none', async () => {
      const rpc = start();
      for (const params of [{}, { capabilities: 5 }, { capabilities: {}, workspaceFolders: [5] }, 'x']) {
        assert.equal(((await endOf(rpc.request('initialize', params))) as RpcError).code, -32602);
      }
      await rpc.request('initialize', { capabilities: {} });
      open(rpc);
      await isServing(rpc);
    });
  });

  describe('at its end', () => {
    it('is 1 for exit without shutdown, initialized or not', async () => {
      const [fresh, served] = [start(), await serve()];
      fresh.notify('exit');
      served.notify('exit');
      assert.deepEqual([await fresh.exit, await served.exit], [1, 1]);
    });

    it('is 1 when the client hangs up, with questions unanswered too, and 0 behind shutdown', async () => {
      const [idle, asked, done] = [await serve(), await serve(), await serve()];
      idle.hangUp();
      const answers = Array.from({ length: 100 }, () =>
        endOf(asked.request('textDocument/documentSymbol', { textDocument })),
      );
      asked.hangUp();
      await done.request('shutdown');
      done.hangUp();
      assert.deepEqual([await idle.exit, await asked.exit, await done.exit], [1, 1, 0]);
      await Promise.all(answers);
    });

    it('comes when the process that started it is killed', async () => {
      const script = `
        const { spawn } = require('node:child_process');
        const server = spawn(process.execPath, [process.argv[1], '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
        server.stdout.once('data', () => process.stdout.write(String(server.pid)));
        server.stdin.write(Buffer.from(process.argv[2], 'base64'));
      `;
      const frame = toFrame({ id: 1, method: 'initialize', params: initialize }).toString('base64');
      const parent = spawn(process.execPath, ['-e', script, builtFile('server.js'), frame], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(said.toString());
      assert.ok(isAlive(pid));
      parent.kill('SIGKILL');
      await until(() => !isAlive(pid), { what: 'its end', within });
    });

    it('comes when the process whose id it was told is gone, though somebody keeps its pipe open', async () => {
      const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      const rpc = start();
      await rpc.request('initialize', { ...initialize, processId: client.pid });
      client.kill('SIGKILL');
      assert.equal(await rpc.exit, 1);
    });
  });

  describe('with what it does not know', () => {
    it('answers -32601 to unknown requests and takes no notice of unknown notifications', async () => {
      const rpc = await serve();
      for (const method of ['no/such', 'textDocument/noSuch', 'targetgroup/noSuch', '$/noSuch', '', '__proto__']) {
        rpc.notify(method, { textDocument });
        const end = await endOf(rpc.request(method, { textDocument }));
        assert.deepEqual(end, { code: -32601, message: `Unhandled method ${method}` });
      }
      await isServing(rpc);
    });

    it('takes no notice of what is no message, of answers to nothing and of cancelling nothing', async () => {
      const rpc = await serve();
      const odd = [
        { id: null, method: 'textDocument/hover', params: { textDocument, position } },
        { id: {}, method: 'textDocument/hover' },
        { id: 5 },
        { id: 6, method: 5 },
        { id: 99, result: 1 },
        { id: null, error: { code: 1, message: 'x' } },
        { method: '$/cancelRequest' },
        { method: '$/cancelRequest', params: null },
        { method: '$/cancelRequest', params: { id: null } },
        { method: '$/cancelRequest', params: { id: 777 } },
        { method: '$/progress', params: [5] },
        { method: '$/setTrace', params: { value: 5 } },
      ];
      for (const message of odd) rpc.write(toFrame(message));
      for (const body of ['null', '5', '[]', '{"a":', '"x"', '']) {
        rpc.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      }
      await isServing(rpc);
    });

    it('answers behind a header that is none', async () => {
      const rpc = await serve();
      for (const header of ['no colon', 'a: b', 'Content-Length: x', 'Content-Length: 0']) {
        rpc.write(`${header}\r\n\r\n`);
        let isAnswered = false;
        const asked = isServing(rpc).then(() => (isAnswered = true));
        // What came in one piece with it is looked at when the next piece comes.
        const more = () => (rpc.notify('$/more'), isAnswered);
        await until(more, { what: `an answer behind ${header}`, within });
        await asked;
      }
    });

    it('ends with its client where lengths are wrong and it cannot tell messages apart any more', async () => {
      for (const bytes of [
        'Content-Length: -5\r\n\r\n',
        'Content-Length: 3\r\n\r\n{"jsonrpc":"2.0"}',
        '\n\n',
        '\0'.repeat(9999),
      ]) {
        const rpc = await serve();
        await isServing(rpc);
        rpc.write(bytes);
        const asked = endOf(rpc.request('textDocument/hover', { textDocument, position }));
        rpc.hangUp();
        assert.equal(await rpc.exit, 1, bytes.slice(0, 20));
        await asked;
      }
    });
  });

  describe('with params of wrong types', () => {
    const context = { diagnostics: [] };
    /** Params that are answered, by method; each member is needed. */
    const right: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      ...documentQuestions({ uri, version: 1, position, range }),
      'completionItem/resolve': { label: 'x' },
      'workspace/symbol': { query: '' },
      [requests.byteOrderMark]: { uri },
      [requests.generate]: { generator: { kind: 'createBody', text: '' } },
    };
    const wrong = [undefined, 5, 'x', [], [5], null, {}];

    it('answers -32602 and names the member, for each request and member of it', async () => {
      const rpc = await serve();
      for (const [method, params] of Object.entries(right)) {
        const whole = (await endOf(rpc.request(method, params))) as { code?: number };
        // A name that cannot be changed is refused as such.
        assert.ok('result' in whole || whole.code === -32803, `${method}: ${JSON.stringify(whole)}`);
        for (const value of wrong.slice(1, -1)) {
          const end = (await endOf(rpc.request(method, value))) as RpcError;
          assert.equal(end.code, -32602, `${method} ${JSON.stringify(value)}`);
          assert.doesNotMatch(end.message, /Cannot|undefined/, method);
        }
        for (const [member, good] of Object.entries(params)) {
          for (const value of wrong) {
            if (typeof value === typeof good && Array.isArray(value) === Array.isArray(good) && value !== null)
              continue;
            const end = (await endOf(rpc.request(method, { ...params, [member]: value }))) as RpcError;
            assert.equal(end.code, -32602, `${method} ${member} ${JSON.stringify(value)}`);
            assert.ok(end.message.startsWith(`${method}: params.${member} is `), end.message);
            assert.match(end.message, /; .+ is expected\.$/);
          }
        }
      }
      await isServing(rpc);
    });

    it('says in its own words what is wrong deep inside', async () => {
      const rpc = await serve();
      const cases: readonly [method: string, params: unknown, message: string][] = [
        [
          'textDocument/hover',
          { textDocument: { uri: 5 }, position },
          'params.textDocument.uri is 5; a text is expected.',
        ],
        [
          'textDocument/hover',
          { textDocument, position: { line: 0.5, character: 0 } },
          'params.position.line is 0.5; a whole number is expected.',
        ],
        [
          'textDocument/codeAction',
          { textDocument, range: { start: position }, context },
          'params.range.end is missing; an object is expected.',
        ],
        [requests.locate, { uri, pointers: ['', {}] }, 'params.pointers[1] is an object; a text is expected.'],
        [requests.prepareSubmit, { uri, version: '1' }, 'params.version is "1"; a whole number is expected.'],
        [
          requests.generate,
          { generator: { kind: 'periods', start: '2027-01-01', frequencyType: 'MONTHS', frequency: 1 } },
          'params.generator.count is missing; a whole number is expected.',
        ],
        [
          requests.generate,
          { document: { uri, version: 1 }, generator: { kind: 'toString' } },
          'params.generator.kind is "toString"; one of periods, shiftDates, defaultValues, target, nextPeriod, unified, sortPeriods, nextYear, createBody, new is expected.',
        ],
      ];
      for (const [method, params, message] of cases) {
        assert.deepEqual(await endOf(rpc.request(method, params)), { code: -32602, message: `${method}: ${message}` });
      }
    });

    it('takes no notice of such notifications, tells the log, and goes on with what it has', async () => {
      const rpc = await serve();
      const change = (contentChanges: unknown, version: unknown = 2) => ({
        textDocument: { uri, version },
        contentChanges,
      });
      const odd: readonly [method: string, params: unknown][] = [
        ['textDocument/didOpen', null],
        ['textDocument/didOpen', { textDocument: { uri: 5, version: 1, text: 5 } }],
        ['textDocument/didOpen', { textDocument: { uri: `${uri}.2`, version: 1 } }],
        ['textDocument/didChange', change(null)],
        ['textDocument/didChange', change([{ text: '{}' }], null)],
        ['textDocument/didChange', change([{ range: { start: 5, end: 6 }, text: 'x' }])],
        ['textDocument/didChange', change([{ range, text: 5 }])],
        ['textDocument/didClose', {}],
        ['workspace/didChangeWatchedFiles', { changes: 5 }],
        ['workspace/didChangeWatchedFiles', { changes: [5, null] }],
        ['workspace/didChangeConfiguration', null],
        ['workspace/didChangeWorkspaceFolders', { event: 5 }],
      ];
      for (const [method, params] of odd) {
        const logged = rpc.next('window/logMessage');
        rpc.notify(method, params);
        const { message } = (await logged) as { message: string };
        assert.ok(message.startsWith(`${method}: params`), message);
      }
      assert.ok((await codesNow(rpc)).includes('name-empty'));
      await isServing(rpc);
    });
  });

  describe('with documents that are not as they were told', () => {
    it('answers nothing about one that is closed or was never open, and survives changes of it', async () => {
      const rpc = await serve();
      for (const of of [uri, `${uri}.never`]) {
        rpc.notify('textDocument/didClose', { textDocument: { uri: of } });
        rpc.notify('textDocument/didClose', { textDocument: { uri: of } });
        rpc.notify('textDocument/didChange', { textDocument: { uri: of, version: 2 }, contentChanges: [{ text }] });
        assert.equal(await rpc.request('textDocument/hover', { textDocument: { uri: of }, position }), null);
        assert.deepEqual(await codesNow(rpc, of), []);
        assert.equal(await rpc.request(requests.preview, { uri: of }), null);
      }
      open(rpc);
      await isServing(rpc);
    });

    it('takes changes as they come, with versions that go backwards, stay and jump', async () => {
      const rpc = await serve();
      let previousResultId: string | undefined;
      for (const [index, version] of [9, 3, 3, 2_000_000_000, -1, 0].entries()) {
        const content = group({ name: index % 2 === 0 ? '""' : '5' });
        rpc.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: content }] });
        const asked = rpc.request('textDocument/diagnostic', { textDocument, previousResultId });
        const report = (await asked) as DocumentDiagnosticReport;
        assert.ok(report.kind === 'full', `version ${version} is news`);
        assert.deepEqual(
          report.items.map(({ code }) => code),
          [index % 2 === 0 ? 'name-empty' : 'schema-type'],
        );
        previousResultId = report.resultId;
        const again = await rpc.request('textDocument/diagnostic', { textDocument, previousResultId });
        assert.deepEqual(again, { kind: 'unchanged', resultId: previousResultId });
      }
    });

    it('takes ranges outside of the text and the wrong way round as the nearest inside', async () => {
      const rpc = await serve();
      const far = { line: 900_000_000, character: 900_000_000 };
      const changes = [
        { range: { start: { line: 0, character: 900_000_000 }, end: far }, text: ' ' },
        { range: { start: far, end: { line: 0, character: text.length } }, text: '' },
      ];
      rpc.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: changes });
      assert.ok((await codesNow(rpc)).includes('name-empty'));
      assert.equal(await rpc.request('textDocument/hover', { textDocument, position: far }), null);
      const prepared = (await rpc.request(requests.prepareSubmit, { uri, version: 2 })) as { body: string };
      assert.equal(prepared.body, text);
    });
  });

  describe('with very many questions', () => {
    it('answers -32800 to those that are cancelled before their turn, and the rest', async () => {
      const rpc = await serve();
      const ends: Promise<unknown>[] = [];
      rpc.together(() => {
        for (let index = 0; index < 100; index++) {
          ends.push(endOf(rpc.request('textDocument/hover', { textDocument, position })));
          if (index % 2 === 1) rpc.cancel();
        }
      });
      for (const [index, end] of (await Promise.all(ends)).entries()) {
        if (index % 2 === 1) assert.deepEqual(end, { code: -32800, message: 'cancelled' });
        else assert.ok('result' in (end as object));
      }
    });

    it('answers each of 10,000 at once, in their order', async () => {
      const rpc = await serve();
      const order: number[] = [];
      const methods = ['textDocument/hover', 'textDocument/diagnostic', 'textDocument/completion', 'no/such'];
      const asked = Array.from({ length: 10_000 }, async (_, index) => {
        await endOf(rpc.request(methods[index % methods.length] ?? '', { textDocument, position }));
        if (index % methods.length === 0) order.push(index);
      });
      await Promise.all(asked);
      assert.equal(order.length, 2500);
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      );
      await isServing(rpc);
    });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
