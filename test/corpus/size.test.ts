import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { builtFile } from '../support/built-file';
import { createDefinition } from '../bench/definitions';
import { group, list, period, target } from '../support/definition-text';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';

/* The built server with texts of a size that nobody writes, beside a document that somebody works in. */

const MiB = 1024 * 1024;
const many = 20_000;
const each = (make: (index: number) => string): string =>
  list(...Array.from({ length: many }, (_, index) => make(index)));

interface Big {
  readonly make: () => string;
  /** Among the codes of its findings. */
  readonly codes: readonly string[];
  /** Bytes that may become resident for each character, generously, besides what the server has when it is idle. */
  readonly perCharacter?: number;
  /** Read for much longer than one slice of time takes. */
  readonly isLong?: true;
}

const texts: Readonly<Record<string, Big>> = {
  'a definition of 9 MiB': {
    make: () => createDefinition(17_000).text,
    codes: ['cycle-limit'],
    perCharacter: 60,
    isLong: true,
  },
  '50 MB': { make: () => createDefinition(95_000).text, codes: ['file-limit'], perCharacter: 60, isLong: true },
  'one line of 20 MB': { make: () => group({ name: `"${'x'.repeat(20e6)}"` }), codes: ['file-limit'] },
  'a text of 10 MB in one line, which is checked': {
    make: () => group({ name: `"${'x'.repeat(10e6)}"` }),
    codes: ['name-length'],
  },
  'one line of a million numbers': {
    make: () => `{ "a": [${'1,'.repeat(1e6)}1] }`,
    codes: [],
    perCharacter: 200,
    isLong: true,
  },
  '20,000 periods': {
    make: () => group({ totalPeriods: String(many), periods: each((index) => period({ refCode: `"${index}"` })) }),
    codes: ['file-limit', 'periods-overlap'],
    perCharacter: 200,
  },
  '20,000 targets': {
    make: () => group({ targets: each((index) => target({ name: `"${index}"` })) }),
    codes: ['tracking-type-targets'],
    perCharacter: 200,
  },
  '100,000 keys that are the same': {
    make: () => `{ ${'"name": "a", '.repeat(100_000)}"name": "a" }`,
    codes: ['duplicate-key', 'file-limit'],
    perCharacter: 400,
  },
  '100,000 open brackets': {
    make: () => '['.repeat(100_000),
    codes: ['file-limit', 'json-syntax'],
    perCharacter: 2000,
  },
  '100,000 objects, one in the other': {
    make: () => '{"a":'.repeat(100_000),
    codes: ['file-limit', 'json-syntax'],
    perCharacter: 400,
  },
  '4 million commas too many': {
    make: () => `{ "periods": [${',,'.repeat(2e6)}] }`,
    codes: ['json-syntax'],
    perCharacter: 400,
  },
};

const residentIn = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;

describe('documents of any size, over the pipe', function () {
  // Generous: it is about ending at all.
  this.timeout(300_000);

  const small = 'file:///small.targetgroup.json';
  const big = 'file:///big.targetgroup.json';
  let rpc: RpcProcess;
  const open = (uri: string, text: string) => {
    rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version: 1, text } });
  };
  const close = (uri: string) => {
    rpc.notify('textDocument/didClose', { textDocument: { uri } });
  };
  const diagnose = async (uri: string): Promise<readonly Diagnostic[]> => {
    const report = await rpc.request('textDocument/diagnostic', { textDocument: { uri } });
    return (report as DocumentDiagnosticReport & { items: Diagnostic[] }).items;
  };
  const hover = () =>
    rpc.request('textDocument/hover', { textDocument: { uri: small }, position: { line: 0, character: 3 } });

  /** Asks about the other document again and again, and measures the waits in milliseconds. */
  async function hoverUntil(done: Promise<unknown>): Promise<{ count: number; longest: number }> {
    const measured = { count: 0, longest: 0 };
    const state = { isDone: false };
    const end = done.finally(() => (state.isDone = true));
    while (!state.isDone) {
      const before = performance.now();
      assert.notEqual(await hover(), null);
      measured.longest = Math.max(measured.longest, performance.now() - before);
      measured.count += 1;
      // A pause between two questions, not a wait: without it the questions alone would keep the server busy.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await end;
    return measured;
  }

  beforeEach(async () => {
    rpc = startRpcProcess(builtFile('server.js'));
    const capabilities = { textDocument: { diagnostic: {} } };
    await rpc.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    rpc.notify('initialized', {});
    open(small, group());
    assert.notEqual(await hover(), null);
  });
  afterEach(() => rpc.stop());

  for (const [what, { make, codes, perCharacter = 20, isLong = false }] of Object.entries(texts)) {
    const meanwhile = isLong ? 'answers for another document before it is done' : 'is answered';
    it(`${what}: ${meanwhile}, and keeps within its memory`, async () => {
      const text = make();
      const idle = residentIn(rpc.pid);
      open(big, text);
      const asked = diagnose(big);
      const { count, longest } = await hoverUntil(asked);
      const found = new Set((await asked).map(({ code }) => String(code)));
      for (const code of codes) assert.ok(found.has(code), `${code}, but ${[...found].join()}`);
      assert.ok((await asked).length <= 1000);
      const resident = residentIn(rpc.pid) - idle;
      console.error(
        `${what}: ${(text.length / MiB).toFixed(1)} MiB, ${count} hovers meanwhile, the longest ${longest.toFixed()} ms, ${(resident / MiB).toFixed()} MiB more`,
      );
      // One is answered by chance.
      assert.ok(!isLong || count > 5, `${count} hovers`);
      assert.ok(resident < 100 * MiB + perCharacter * text.length, `${resident} bytes for ${text.length} characters`);
      close(big);
      assert.deepEqual(await diagnose(big), []);
      assert.notEqual(await hover(), null);
    });
  }

  it('1,000 documents: each is answered, and what they took is used again when they are closed', async () => {
    const text = createDefinition(40).text;
    const uris = Array.from({ length: 1000 }, (_, index) => `file:///many-${index}.targetgroup.json`);
    const idle = residentIn(rpc.pid);
    const sizes: number[] = [];
    for (let round = 0; round < 4; round++) {
      for (const uri of uris) open(uri, text);
      const done = Promise.all(uris.map(diagnose));
      const { count, longest } = await hoverUntil(done);
      assert.deepEqual(new Set((await done).map(({ length }) => length)).size, 1);
      assert.ok(count > 20, `${count} hovers`);
      sizes.push(residentIn(rpc.pid) - idle);
      console.error(
        `1,000 documents of ${text.length} characters: ${count} hovers, the longest ${longest.toFixed()} ms`,
      );
      for (const uri of uris) close(uri);
    }
    console.error(`resident, in MiB: ${sizes.map((size) => (size / MiB).toFixed()).join(', ')}`);
    // Kept from round to round the last would be four times the first.
    assert.ok((sizes.at(-1) ?? 0) < 2.5 * (sizes[0] ?? 0) + 100 * MiB, sizes.join());
  });
});
