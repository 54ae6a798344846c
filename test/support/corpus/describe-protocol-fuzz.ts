import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { builtFile } from '../built-file';
import { documentQuestions } from '../document-questions';
import { RpcError, startRpcProcess, type RpcProcess } from '../rpc-process';
import { damaged } from './damage';
import type { FuzzSize } from './describe-fuzz';
import { createRandom, type Random } from './random';
import { sample } from './samples';

// Of one name, which a suggestion has from the file.
const edited = 'file:///edited/spring.targetgroup.json';
const fresh = 'file:///opened/spring.targetgroup.json';
const languageId = 'targetgroup';

/** Everything that can be asked about a document at one place, by method. */
function questionsAt(uri: string, version: number, document: TextDocument, offset: number) {
  const position = document.positionAt(offset);
  const range = { start: document.positionAt(Math.floor(offset / 2)), end: position };
  return documentQuestions({ uri, version, position, range });
}

/** Asks all of it at once; the answers without what tells documents and versions apart. */
async function ask(rpc: RpcProcess, uri: string, questions: Readonly<Record<string, object>>): Promise<object> {
  const answers = await Promise.all(
    Object.entries(questions).map(async ([method, params]) => {
      const answer = await rpc.request(method, params).catch((error: unknown) => {
        // A name that cannot be changed is refused; anything else is a fault of the server.
        if (error instanceof RpcError && error.code === -32803) return error.message;
        throw error;
      });
      return [method, answer] as const;
    }),
  );
  const text = JSON.stringify(Object.fromEntries(answers), (key: string, value: unknown) =>
    key === 'resultId' || key === 'version' ? undefined : value,
  );
  return JSON.parse(text.replaceAll(new URL('.', uri).href, 'file:///')) as object;
}

/** A change of a piece, as an editor sends it, sometimes of everything. */
function change(document: TextDocument, random: Random): TextDocumentContentChangeEvent {
  const text = document.getText();
  if (random.once(8)) return { text: damaged(text, random) };
  const [a, b] = [random.integer(0, text.length), random.integer(0, 20)];
  const source = sample(random);
  const from = random.integer(0, source.length);
  const range = { start: document.positionAt(a), end: document.positionAt(a + (random.once(2) ? b : 0)) };
  return { range, text: source.slice(from, from + random.integer(0, 12)) };
}

/** Opens a text, changes it step by step and asks after each; then asks the same of its end, freshly opened. */
async function assertServed(rpc: RpcProcess, random: Random): Promise<void> {
  const text = damaged(sample(random), random);
  const document = TextDocument.create(edited, languageId, 1, text);
  rpc.notify('textDocument/didOpen', { textDocument: { uri: edited, languageId, version: 1, text } });
  const offset = () => random.integer(0, document.getText().length);
  const steps = random.integer(1, 4);
  for (let version = 2; version <= steps + 1; version++) {
    const contentChanges = [change(document, random)];
    TextDocument.update(document, contentChanges, version);
    rpc.notify('textDocument/didChange', { textDocument: { uri: edited, version }, contentChanges });
    if (random.once(2)) await ask(rpc, edited, questionsAt(edited, version, document, offset()));
  }
  const at = offset();
  const answers = await ask(rpc, edited, questionsAt(edited, steps + 1, document, at));
  rpc.notify('textDocument/didClose', { textDocument: { uri: edited } });
  const whole = { uri: fresh, languageId, version: 1, text: document.getText() };
  rpc.notify('textDocument/didOpen', { textDocument: whole });
  const again = await ask(rpc, fresh, questionsAt(fresh, 1, document, at));
  rpc.notify('textDocument/didClose', { textDocument: { uri: fresh } });
  assert.deepEqual(answers, again, JSON.stringify(document.getText()));
}

/** Collects what the server logs, until it ends. */
async function collectLog(rpc: RpcProcess, log: string[]): Promise<void> {
  for (;;) {
    const { message } = (await rpc.next('window/logMessage')) as { message: string };
    log.push(message);
  }
}

/** Tests on damaged definitions, edited over the pipe. */
export function describeProtocolFuzz({ seed, cases, minutes = Infinity }: FuzzSize): void {
  const until = Number.isFinite(minutes) ? `${minutes} minutes of` : `${cases}`;
  describe(`over the pipe: ${until} damaged definitions that are edited, from seed ${seed}`, () => {
    it('are answered without an error, as the same text freshly opened is', async function () {
      this.timeout(0);
      const rpc = startRpcProcess(builtFile('server.js'));
      const log: string[] = [];
      // Its only way to end is the rejection that comes when the server is stopped; what the server answers is asserted elsewhere.
      const collected = collectLog(rpc, log).catch(() => undefined);
      const capabilities = { textDocument: { diagnostic: {} } };
      await rpc.request('initialize', { processId: process.pid, rootUri: null, capabilities });
      rpc.notify('initialized', {});
      const end = Date.now() + minutes * 60_000;
      let each = seed;
      try {
        for (; each < seed + cases && Date.now() < end; each++) await assertServed(rpc, createRandom(each));
      } catch (error) {
        throw new Error(`seed ${each}`, { cause: error });
      } finally {
        await rpc.stop();
        await collected;
      }
      assert.deepEqual(
        log.filter((line) => /crash|Error/.test(line)),
        [],
      );
      if (Number.isFinite(minutes)) console.error(`${each - seed} definitions over the pipe, from seed ${seed}`);
    });
  });
}
