import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { requests, type GenerateParams, type GenerateResult } from '../../server/src/protocol/requests';
import { group } from '../support/definition-text';
import { startLspClient, type LspClient } from '../support/start-lsp-client';
// Hooks stand inside: at the root of a file they would run around every test of the suite.
describe('over the connection: generators', () => {
  const uri = 'file:///nowhere/a.targetgroup.json';
  const cycles = { start: '2027-01-01', frequencyType: 'MONTHLY', frequency: 1, count: 2 };

  let client: LspClient;
  beforeEach(async () => {
    client = await startLspClient();
  });
  afterEach(() => client.stop());

  const generate = (params: GenerateParams) => client.connection.sendRequest<GenerateResult>(requests.generate, params);
  const of = (generator: GenerateParams['generator'], version = 1) =>
    generate({ document: { uri, version }, generator });

  describe(requests.generate, () => {
    it('gives edits of the document', async () => {
      await client.open(uri, group());
      const made = await of({ kind: 'periods', ...cycles });
      assert.ok('edits' in made);
      const after = TextDocument.applyEdits(TextDocument.create(uri, '', 1, group()), [...made.edits]);
      assert.equal((JSON.parse(after) as { periods: unknown[] }).periods.length, 2);
    });

    it('gives the text of another: a new one, or that of the next year', async () => {
      const fresh = await generate({ generator: { kind: 'new', name: 'N', trackingType: 'DEFAULT', ...cycles } });
      assert.match('text' in fresh ? fresh.text : '', /^\{\n {2}"name": "N",/);
      await client.open(uri, group());
      const next = await of({ kind: 'nextYear', name: 'N' });
      assert.match('text' in next ? next.text : '', /"name": "N".*"2028-03-31"/);
    });

    it('says why there is none: broken text, another version, no such document', async () => {
      assert.deepEqual(await of({ kind: 'unified' }), { reason: 'The definition is not open any more.' });
      await client.open(uri, '{');
      const broken = await of({ kind: 'unified' });
      assert.match('reason' in broken ? broken.reason : '', /^Line 1 has a syntax error/);
      await client.change(uri, group(), 2);
      assert.deepEqual(await of({ kind: 'unified' }), { reason: 'The definition has changed meanwhile.' });
      assert.ok('edits' in (await of({ kind: 'unified' }, 2)));
      const none = await generate({ generator: { kind: 'unified' } });
      assert.match('reason' in none ? none.reason : '', /syntax error/);
    });
  });

  describe('refactorings over the protocol', () => {
    const at = group().indexOf('"trackingType"');
    const range = { start: { line: 0, character: at }, end: { line: 0, character: at } };
    const titlesFor = async (context: object) => {
      const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      return actions.map(({ title }) => title);
    };

    it('are offered when asked for, and not to a cursor that passes by', async () => {
      await client.open(uri, group());
      const titles = ['Make it a unified group'];
      assert.deepEqual(await titlesFor({}), titles);
      assert.deepEqual(await titlesFor({ triggerKind: 1 }), titles);
      assert.deepEqual(await titlesFor({ only: ['refactor'], triggerKind: 2 }), titles);
      assert.deepEqual(await titlesFor({ triggerKind: 2 }), []);
      assert.deepEqual(await titlesFor({ only: ['quickfix'] }), []);
      assert.deepEqual(await titlesFor({ only: ['refactor.inline'] }), []);
    });
  });
});
