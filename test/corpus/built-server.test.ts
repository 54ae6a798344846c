import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Position, Range } from 'vscode-languageserver';
import { requests } from '../../server/src/protocol/requests';
import { acceptedBodies } from '../support/accepted-bodies';
import { builtFile } from '../support/built-file';
import { type RpcProcess, startRpcProcess } from '../support/rpc-process';
import { type LspClient, startLspClient } from '../support/start-lsp-client';

/* The bundle is made with shortened names of members: it has to answer as the sources do, word for word. */

const folder = new URL('../fixtures/invalid/', import.meta.url);
const texts = [
  ...acceptedBodies.map(({ text }) => text),
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
];
/** What is typed into the middle of each text, one after the other; the first breaks the brackets. */
const typed = [' {', '"', ', "name": 5, ', '[[', '\u2028', '}', '// x\n', '1e'];
const capabilities = {
  textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

describe('the built server', () => {
  let built: RpcProcess;
  let source: LspClient;

  before(async () => {
    built = startRpcProcess(builtFile('server.js'));
    await built.request('initialize', { processId: null, rootUri: null, capabilities });
    built.notify('initialized', {});
    source = await startLspClient({ capabilities });
  });

  after(async () => {
    await built.stop();
    await source.stop();
  });

  const notify = async (method: string, params: object): Promise<void> => {
    built.notify(method, params);
    await source.connection.sendNotification(method, params);
  };

  /** One answer, of both; without what names the place of the rule pages. */
  async function same(method: string, params: object): Promise<void> {
    const answers = await Promise.all([built.request(method, params), source.connection.sendRequest(method, params)]);
    const [one, other] = answers.map((answer) =>
      JSON.stringify(answer ?? null)
        .replaceAll(/file:[^"#)]*RULES\.md/g, 'RULES.md')
        .replaceAll(/"resultId":"[^"]*"/g, '')
        // The clock of this suite stands still.
        .replaceAll(/\bin \d+ days\b|\b\d+ days ago\b|\b(?:today|tomorrow|yesterday)\b/g, 'some day'),
    );
    assert.equal(one, other, `${method} ${JSON.stringify(params)}`);
  }

  async function sameEverywhere(uri: string, lines: readonly string[]): Promise<void> {
    const textDocument = { uri };
    const end: Position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const whole: Range = { start: { line: 0, character: 0 }, end };
    await same('textDocument/diagnostic', { textDocument });
    for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink']) {
      await same(`textDocument/${method}`, { textDocument });
    }
    await same('textDocument/codeAction', { textDocument, range: whole, context: { diagnostics: [] } });
    await same('textDocument/inlayHint', { textDocument, range: whole });
    await same('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
    await same(requests.preview, { uri });
    for (let part = 0; part < 6; part++) {
      const line = Math.floor((lines.length * part) / 6);
      const position = { line, character: Math.floor((lines[line]?.length ?? 0) / 2) };
      for (const method of ['hover', 'completion', 'definition']) {
        await same(`textDocument/${method}`, { textDocument, position });
      }
    }
  }

  it(`answers as its sources do, to ${texts.length} texts and what is typed into them`, async () => {
    assert.ok(texts.length > 60, `${texts.length}`);
    for (const [index, text] of texts.entries()) {
      const uri = `file:///text-${index}.targetgroup.json`;
      await notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version: 1, text } });
      await same(requests.prepareSubmit, { uri, version: 1 });
      await sameEverywhere(uri, text.split('\n'));
      const line = Math.floor(text.split('\n').length / 2);
      const place = { line, character: text.split('\n')[line]?.length ?? 0 };
      const change = { range: { start: place, end: place }, text: typed[index % typed.length] ?? '' };
      await notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [change] });
      const lines = text.split('\n');
      await sameEverywhere(
        uri,
        lines
          .with(line, `${lines[line] ?? ''}${change.text}`)
          .join('\n')
          .split('\n'),
      );
      await notify('textDocument/didClose', { textDocument: { uri } });
    }
  });
});
