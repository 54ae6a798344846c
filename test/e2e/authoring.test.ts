import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type DocumentSymbol,
  extensions,
  type Hover,
  languages,
  type MarkdownString,
  TabInputWebview,
  type TextEdit,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';
import { codeOf, type Definition, isError, openDefinition } from './definition';

const body = 'accepted/create-01-default-event-attribute-daily.targetgroup.json';

describe('a definition in the editor', () => {
  let definition: Definition;

  beforeEach(async () => {
    definition = await openDefinition(body);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });

  const hasError = (code: string) => (all: readonly Parameters<typeof codeOf>[0][]) =>
    all.some((one) => codeOf(one) === code && isError(one));

  it('gets the language of this extension, which starts', async () => {
    assert.equal(definition.document.languageId, 'targetgroup');
    const extension = extensions.getExtension('targetgroup.targetgroup');
    await until(() => extension?.isActive, { what: 'activation', within: 15_000 });
  });

  it('shows a problem while it is typed and no error once it is mended', async () => {
    await definition.replace('"trackingType": "DEFAULT"', '"trackingType": 7');
    const [problem] = await definition.problems('schema-type', hasError('schema-type'));
    assert.equal(problem?.source, 'targetgroup');
    await definition.replace('"trackingType": 7', '"trackingType": "DEFAULT"');
    await definition.problems('no error', (all) => !all.some(isError));
  });

  it('marks exactly the wrong text, with a link to the rule', async () => {
    await definition.replace('"trackingType": "DEFAULT"', '"trackingType": 7');
    const problem = (await definition.problems('schema-type', hasError('schema-type'))).find(isError);
    assert.equal(problem && definition.document.getText(problem.range), '7');
    assert.ok(typeof problem?.code === 'object');
    assert.equal(problem.code.target.toString(true), 'command:targetgroup.showRule?["schema-type"]');
  });

  it('opens the page of a rule', async () => {
    await commands.executeCommand('targetgroup.showRule', 'schema-type');
    const isShown = () =>
      window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input, label }) => input instanceof TabInputWebview && label.includes('RULES.md')),
      );
    await until(isShown, { what: 'the page of the rule', within: 20_000 });
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('checks definitions that are not open, and tells both of a name that two of them have', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uris = ['one', 'two'].map((name) => Uri.joinPath(folder.uri, `twin-${name}.targetgroup.json`));
    const isDoubled = (uri: Uri) => languages.getDiagnostics(uri).some((one) => codeOf(one) === 'name-duplicate');
    for (const uri of uris) await workspace.fs.writeFile(uri, new TextEncoder().encode('{ "name": "Twin of a test" }'));
    await until(() => uris.every(isDoubled), { what: 'name-duplicate on both', within: 20_000 });
    const [one, two] = uris;
    assert.ok(one && two);
    await workspace.fs.delete(two);
    await until(() => !isDoubled(one) && languages.getDiagnostics(two).length === 0, { what: 'gone', within: 20_000 });
    await workspace.fs.delete(one);
    await until(() => languages.getDiagnostics(one).length === 0, { what: 'cleared', within: 20_000 });
  });

  it('survives text that is broken off, and says where', async () => {
    await definition.replace('"periods": [', '"periods": [ {');
    await definition.problems('json-syntax', hasError('json-syntax'));
  });

  it('completes keys and values in their place', async () => {
    const complete = async (after: string): Promise<readonly string[]> => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        definition.document.uri,
        definition.after(after),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
    };
    await definition.replace('"active": true,', '"active": true,\n  "');
    const keys = await complete('"active": true,\n  "');
    assert.ok(keys.includes('leaderboardEnabled'), keys.join());
    assert.ok(!keys.includes('periods'), `periods is there already: ${keys.join()}`);
    await definition.replace('"trackingType": "DEFAULT"', '"trackingType": "');
    const values = await complete('"trackingType": "');
    assert.deepEqual(values.slice(0, 3), ['DEFAULT', 'UNIFIED', 'STREAKS']);
  });

  it('explains a key on hover', async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      definition.document.uri,
      definition.after('"tracking'),
    );
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join('\n');
    assert.match(text, /Tracking type[\s\S]*milestone/);
  });

  it('outlines the periods and targets', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      definition.document.uri,
    );
    const names = symbols.flatMap((symbol) => [symbol.name, ...symbol.children.map(({ name }) => name)]);
    for (const part of ['periods', 'targets'])
      assert.ok(
        names.some((name) => name.includes(part)),
        names.join(),
      );
  });

  it('formats without touching a number', async () => {
    await definition.replace('75050875', '7998987987686876867.00');
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      definition.document.uri,
      { insertSpaces: true, tabSize: 4 },
    );
    assert.ok(edits.length > 0);
    const edit = new WorkspaceEdit();
    edit.set(definition.document.uri, edits);
    assert.ok(await workspace.applyEdit(edit));
    assert.match(definition.document.getText(), /^ {4}"preferredTillId": 7998987987686876867\.00,$/m);
  });

  it('mends a problem with its quick fix', async () => {
    await definition.replace('"totalPeriods": 4', '"totalPeriods": 9');
    const isCount = (one: Parameters<typeof codeOf>[0]) => codeOf(one) === 'total-periods-count';
    const problem = (await definition.problems('total-periods-count', (all) => all.some(isCount))).find(isCount);
    assert.ok(problem);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      definition.document.uri,
      problem.range,
      'quickfix',
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join()}`);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.match(definition.document.getText(), /"totalPeriods": 4/);
    await definition.problems('no total-periods-count', (all) => !all.some(isCount));
    assert.ok(!languages.getDiagnostics(definition.document.uri).some(isError));
  });
});
