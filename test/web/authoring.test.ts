import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type Diagnostic,
  env,
  extensions,
  type Hover,
  languages,
  type MarkdownString,
  Position,
  Range,
  type TextDocument,
  UIKind,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { codeOf, isError } from '../e2e/definition';
import { until } from '../support/until';

const text = `{
  "name": "Autumn",
  "trackingType": 7
}
`;

describe('a definition in VS Code for the Web', () => {
  let document: TextDocument;
  const problems = async (what: string, isRight: (all: readonly Diagnostic[]) => boolean) =>
    await until(() => isRight(languages.getDiagnostics(document.uri)) && languages.getDiagnostics(document.uri), {
      what,
      within: 15_000,
    });
  const isTypeError = (problem: Diagnostic) => codeOf(problem) === 'schema-type' && isError(problem);

  before(async () => {
    const uri = Uri.parse('tmp:/ws/autumn.targetgroup.json');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
  });

  it('is served by the flavour of the web', async () => {
    assert.equal(env.uiKind, UIKind.Web);
    assert.equal(typeof process, 'undefined');
    assert.equal(document.languageId, 'targetgroup');
    const extension = extensions.getExtension('targetgroup.targetgroup');
    await until(() => extension?.isActive, { what: 'activation', within: 15_000 });
  });

  it('has its problems marked, until they are mended', async () => {
    const marked = (await problems('schema-type', (all) => all.some(isTypeError))).find(isTypeError);
    assert.equal(marked && document.getText(marked.range), '7');
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(2, 18, 2, 19), '"DEFAULT"');
    assert.ok(await workspace.applyEdit(edit));
    await problems('no error', (all) => !all.some(isError));
  });

  it('gets completions', async () => {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new Position(2, 19),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const value of ['DEFAULT', 'UNIFIED', 'STREAKS']) assert.ok(labels.includes(value), labels.join());
  });

  it('gets a hover', async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(2, 6),
    );
    const words = hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join('\n');
    assert.match(words, /Tracking type/);
  });
});
