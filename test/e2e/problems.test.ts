import assert from 'node:assert/strict';
import { commands, type Diagnostic, languages, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { until } from '../support/until';
import { codeOf, openDefinition } from './definition';

const uriOf = (name: string) => Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), name);
const write = (name: string, text: string) => workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
const all = (name: string) => languages.getDiagnostics(uriOf(name));
const within = 20_000;

/** Every kind of mistake that the JSON support of VS Code would tell too. */
const mistakes = `{
  // a comment
  "name": 5,
  "name": "twice",
  "trackingType": "DEFALT",
  "$schema": "http://127.0.0.1:9/schema.json",
  "periods": [1 2,],
}
`;

describe('the problems of a definition', () => {
  it('are told once, also while the JSON support of VS Code is at work', async () => {
    await write('other.json', mistakes);
    await window.showTextDocument(await workspace.openTextDocument(uriOf('other.json')));
    await until(() => all('other.json').length > 0, { what: 'problems of the JSON support', within });
    await write('mistakes.targetgroup.json', mistakes);
    const definition = await openDefinition('mistakes.targetgroup.json');
    const problems = await definition.problems('json-syntax', (found) =>
      found.some((one) => codeOf(one) === 'json-syntax'),
    );
    assert.deepEqual([...new Set(problems.map(({ source }) => source))], ['targetgroup']);
    const words = ({ range: { start, end }, message }: Diagnostic) => JSON.stringify([start, end, message]);
    assert.equal(new Set(problems.map(words)).size, problems.length);
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['other.json', 'mistakes.targetgroup.json']) await workspace.fs.delete(uriOf(name));
  });

  it('go with it when it is renamed, and when it is deleted while it is open', async () => {
    await write('old.targetgroup.json', '{ "name": 5 }');
    const definition = await openDefinition('old.targetgroup.json');
    await definition.problems('some', (found) => found.length > 0);
    const edit = new WorkspaceEdit();
    edit.renameFile(uriOf('old.targetgroup.json'), uriOf('new.targetgroup.json'));
    assert.ok(await workspace.applyEdit(edit));
    await until(() => all('new.targetgroup.json').length > 0 && all('old.targetgroup.json').length === 0, {
      what: 'problems under the new name alone',
      within,
    });
    await workspace.fs.delete(uriOf('new.targetgroup.json'));
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => all('new.targetgroup.json').length === 0, { what: 'none', within });
  });

  it('of one that is no file go when it is closed', async () => {
    const untitled = await workspace.openTextDocument({ language: 'targetgroup', content: '{ "name": 5 }' });
    await window.showTextDocument(untitled);
    await until(() => languages.getDiagnostics(untitled.uri).length > 0, { what: 'problems', within });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => languages.getDiagnostics(untitled.uri).length === 0, { what: 'none', within });
  });
});
