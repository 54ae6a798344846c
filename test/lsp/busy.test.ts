import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { createDefinition } from '../bench/definitions';
import { builtFile } from '../support/built-file';
import { group } from '../support/definition-text';
import { RpcError, startRpcProcess, type RpcProcess } from '../support/rpc-process';
import { until } from '../support/until';

/* The built server, as a process, with more to do than it can at once: what comes first, and what is left out. */

describe('over the pipe: a server with much to do', () => {
  const within = 20_000;
  const languageId = 'targetgroup';
  const small = 'file:///small.targetgroup.json';
  const uri = 'file:///large.targetgroup.json';
  const many = Array.from({ length: 150 }, (_, index) => `file:///many-${index}.targetgroup.json`);
  const one = createDefinition(20).text;
  const large = createDefinition(800).text;

  const codesOf = (all: readonly Diagnostic[] | undefined) => all?.map(({ code }) => code);
  const itemsOf = (report: DocumentDiagnosticReport | undefined) =>
    report?.kind === 'full' ? report.items : undefined;

  let rpc: RpcProcess;
  let pushed: PublishDiagnosticsParams[];
  const open = (of: string, text: string, version = 1) => {
    rpc.notify('textDocument/didOpen', { textDocument: { uri: of, languageId, version, text } });
  };
  const pull = (of: string) => rpc.request('textDocument/diagnostic', { textDocument: { uri: of } });
  const hover = (of = small) =>
    rpc.request('textDocument/hover', { textDocument: { uri: of }, position: { line: 0, character: 3 } });
  /** A server that knows a small document; a client that asks, or else is told. */
  async function start(client: 'pulls' | 'is pushed'): Promise<void> {
    rpc = startRpcProcess(builtFile('server.js'));
    pushed = [];
    rpc.listen('textDocument/publishDiagnostics', (params) => pushed.push(params as PublishDiagnosticsParams));
    const capabilities = client === 'pulls' ? { textDocument: { diagnostic: {} } } : {};
    await rpc.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    rpc.notify('initialized', {});
    open(small, group());
    assert.notEqual(await hover(), null);
  }
  afterEach(() => rpc.stop());

  /** Where its name stands in the large document. */
  const nameAt = large.indexOf('"', large.indexOf(':'));
  const [line, character] = [
    large.slice(0, nameAt).split('\n').length - 1,
    nameAt - large.lastIndexOf('\n', nameAt) - 1,
  ];
  const end = large.indexOf('"', nameAt + 1) + 1 - nameAt + character;
  const range = { start: { line, character }, end: { line, character: end } };
  /** Versions 2 to 201, in each of which the name is another number, and in the last a text. */
  function typeOften(between: () => void = () => undefined): void {
    for (let version = 2; version <= 201; version++) {
      const text = version === 201 ? '"Autumn"' : String(100 + version);
      const contentChanges = [
        { range: version === 2 ? range : { ...range, end: { line, character: character + 3 } }, text },
      ];
      rpc.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      between();
    }
  }

  it('answers a hover before the findings of 150 documents that were asked for in front of it', async () => {
    await start('pulls');
    for (const each of many) open(each, one);
    assert.notEqual(await hover(), null);
    let answered = 0;
    const asked: Promise<unknown>[] = [];
    rpc.together(() => {
      for (const each of many) asked.push(pull(each).then(() => (answered += 1)));
      asked.push(
        hover().then(() => {
          assert.ok(answered < 10, `${answered} answers before it`);
        }),
      );
    });
    await Promise.all(asked);
    assert.equal(answered, many.length);
  });

  it('answers hovers while it sends the findings of 150 documents that were opened at once', async () => {
    await start('is pushed');
    const firstOf = () => new Set(pushed.map((each) => each.uri)).size;
    rpc.together(() => {
      for (const each of many) open(each, one);
    });
    await until(() => pushed.length > 1, { what: 'first findings', within, every: 1 });
    let hovers = 0;
    while (firstOf() < many.length) {
      const before = pushed.length;
      assert.notEqual(await hover(), null);
      hovers += 1;
      assert.ok(pushed.length - before < 60, `${pushed.length - before} documents before a hover`);
    }
    assert.ok(hovers > 5, `${hovers} hovers`);
  });

  it('reads the last of 200 texts, not each, for a client that is pushed, and nothing of an old one comes behind', async () => {
    await start('is pushed');
    open(uri, large);
    rpc.together(typeOften);
    const has = (wanted: number) => () => pushed.some(({ version }) => version === wanted);
    await until(has(201), { what: 'findings of the last version', within });
    const findings = pushed.at(-1)?.diagnostics;
    assert.deepEqual(codesOf(findings), ['cycle-limit']);
    rpc.notify('textDocument/didChange', {
      textDocument: { uri, version: 202 },
      contentChanges: [{ range: { start: range.start, end: range.start }, text: ' ' }],
    });
    await until(has(202), { what: 'findings of the one behind it', within });
    const versions = pushed.filter((each) => each.uri === uri).map(({ version }) => version);
    // That of the text that was opened is sent at once, if it can.
    assert.deepEqual(
      versions.filter((version) => version !== 1),
      [201, 202],
    );
  });

  it('reads the last of 200 texts, not each, for a client that asks after each', async () => {
    await start('pulls');
    open(uri, large);
    const asked: Promise<DocumentDiagnosticReport>[] = [];
    rpc.together(() => {
      typeOften(() => asked.push(pull(uri) as Promise<DocumentDiagnosticReport>));
    });
    const reports = await Promise.all(asked);
    const read = new Set(reports.map(({ resultId }) => resultId));
    assert.ok(read.size <= 3, `${read.size} texts`);
    assert.deepEqual(codesOf(itemsOf(reports.at(-1))), ['cycle-limit']);
  });

  it('answers -32800 to what is cancelled while its text is read, and to what a later question took the place of', async () => {
    await start('pulls');
    open(uri, large);
    const endOf = (asked: Promise<unknown>) =>
      asked.catch((error: unknown) => (error instanceof RpcError ? error.code : error));
    const hovered = hover();
    const begun = endOf(pull(uri));
    await hovered;
    rpc.cancel();
    assert.equal(await begun, -32800);
    const ends: Promise<unknown>[] = [];
    rpc.together(() => {
      typeOften(() => {
        if (ends.length > 0) rpc.cancel();
        ends.push(endOf(pull(uri)));
      });
    });
    const all = await Promise.all(ends);
    assert.deepEqual(new Set(all.slice(0, -1)), new Set([-32800]));
    assert.deepEqual(codesOf(itemsOf(all.at(-1) as DocumentDiagnosticReport)), ['cycle-limit']);
  });
});
