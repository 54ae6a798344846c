import assert from 'node:assert/strict';
import { type CodeLens, commands, env, Uri, window, workspace } from 'vscode';
import { until } from '../support/until';
import { answering } from './author';
import { openDefinition } from './definition';

const uriOf = (name: string) => Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), name);
const write = (name: string, text: string) => workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));

describe('definitions from and for elsewhere', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('copies the request as cURL, its secret a variable of the shell', async () => {
    const { document } = await openDefinition('accepted/create-12-behavioural-visit.targetgroup.json');
    const { messages } = await answering([{ to: 'Choose the environment', with: 'Sandbox' }], async () => {
      await commands.executeCommand('targetgroup.copyAsCurl');
    });
    const copied = await env.clipboard.readText();
    assert.match(copied, /^curl --request POST 'http:\/\/127\.0\.0\.1:8765\/v3\/targetGroups' \\\n/);
    assert.ok(copied.includes('"Authorization: Basic $TG_TOKEN"'));
    assert.ok(copied.endsWith(`'${document.getText().replaceAll("'", "'\\''")}'`));
    assert.ok(
      messages.some((message) => message.includes('$TG_TOKEN')),
      messages.join('; '),
    );
  });

  it('offers to treat a JSON file as a definition, and does so from then on', async () => {
    await write('plain [1].json', '{ "name": "Plain", "targets": [], "periods": [], "trackingType": "DEFALT" }\n');
    await write('other.json', '{ "name": "other", "version": "1" }\n');
    const lensesOf = async (name: string) => {
      await window.showTextDocument(uriOf(name));
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uriOf(name));
      return lenses.filter(({ command }) => command?.command === 'targetgroup.treatAsDefinition');
    };
    assert.deepEqual(await lensesOf('other.json'), []);
    const [lens] = await lensesOf('plain [1].json');
    assert.ok(lens?.command);
    assert.equal(lens.command.title, 'Treat this file as a target group');
    await commands.executeCommand('targetgroup.treatAsDefinition', ...((lens.command.arguments ?? []) as unknown[]));
    await until(() => window.activeTextEditor?.document.languageId === 'targetgroup', {
      what: 'the language',
      within: 10_000,
    });
    const associations = workspace
      .getConfiguration('files')
      .inspect<Record<string, string>>('associations')?.workspaceValue;
    assert.deepEqual(
      Object.entries(associations ?? {}).map(([glob, id]) => [glob.replace(/^\*\*\/[^/]+/, ''), id]),
      [['/plain [[]1].json', 'targetgroup']],
    );
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(async () => (await workspace.openTextDocument(uriOf('plain [1].json'))).languageId === 'targetgroup', {
      what: 'the language, opened again',
      within: 10_000,
    });
    await workspace.getConfiguration('files').update('associations', undefined);
  });
});
