import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { catalogue } from '../../server/src/core/rules/catalogue';
import { builtFile } from '../support/built-file';
import { expectPlanted } from '../support/corpus/describe-corpus';
import { faults } from '../support/corpus/faults/index';
import { diagnose, documentOf } from '../support/diagnose';
import { fixesOf } from '../support/fixes';
import { startRpcProcess, type RpcProcess } from '../support/rpc-process';

const uri = 'file:///test.targetgroup.json';

/** As the engine in this process tells it, which is given no rule page to link to. */
function withoutLink(diagnostic: Diagnostic): Diagnostic {
  const plain = { ...diagnostic };
  delete plain.codeDescription;
  return plain;
}

describe('the matrix of faults over the built server on a pipe', () => {
  let server: RpcProcess;
  let version = 0;
  const mendedCodes = new Set<string>();

  before(async function () {
    this.timeout(120_000);
    server = startRpcProcess(builtFile('server.js'));
    const textDocument = {
      diagnostic: {},
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    };
    await server.request('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument } });
    server.notify('initialized', {});
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'targetgroup', version, text: '' } });
  });
  after(() => server.stop());

  async function findingsOf(text: string): Promise<Diagnostic[]> {
    version += 1;
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    const { items } = (await server.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: Diagnostic[];
    };
    return items;
  }

  /** The texts that the repairs of the finding make of a text. */
  async function mended(text: string, finding: Diagnostic): Promise<string[]> {
    const context = { diagnostics: [finding], only: ['quickfix'] };
    const params = { textDocument: { uri }, range: finding.range, context };
    const actions = (await server.request('textDocument/codeAction', params)) as CodeAction[];
    return actions.flatMap(({ edit }) => {
      const edits = edit?.changes?.[uri];
      return edits ? [TextDocument.applyEdits(documentOf(text), edits)] : [];
    });
  }

  for (const [index, fault] of faults.entries()) {
    it(`${fault.code}: ${fault.what}`, async () => {
      const text = expectPlanted(fault, index);
      const found = await findingsOf(text);
      assert.deepEqual(found.map(withoutLink), diagnose(text));
      const [finding] = found;
      assert.ok(finding);
      const repaired = await mended(text, finding);
      const fixes = fixesOf(text, fault.code);
      assert.equal(repaired.length, fixes.length);
      if (repaired.length > 0) mendedCodes.add(fault.code);
      for (const after of repaired) {
        const left = await findingsOf(after);
        const grave = left.filter(({ severity = 1 }) => severity <= DiagnosticSeverity.Warning);
        assert.deepEqual(grave, [], after);
        assert.ok(!left.some(({ code }) => code === fault.code), after);
      }
    });
  }

  it('has a repair for a fault of every rule that has a fix', () => {
    const missing = catalogue.filter(({ code, fix }) => (fix !== undefined) !== mendedCodes.has(code));
    assert.deepEqual(
      missing.map(({ code }) => code),
      [],
    );
  });
});
