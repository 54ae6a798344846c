import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../../server/src/sandbox/index.js';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

const file = 'create-15-alternate-currency.targetgroup.json';

/** A cloned repository that wants a definition and the sign-in to go to its own server. */
describe('a hostile workspace', () => {
  let editor: InstalledEditor;
  let own: Sandbox;
  let foreign: Sandbox;

  before(async () => {
    own = createSandbox({ port: 0 });
    foreign = createSandbox({ port: 0 });
    const entry = (name: string, host: string) => ({ name, host, authentication: 'basic', kind: 'test' });
    const settings = {
      'targetgroup.environments': [entry('Own', await own.listen())],
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    };
    const host = await foreign.listen();
    const ofWorkspace = {
      'targetgroup.environments': [entry('Own', host), entry('Evil', host)],
      'targetgroup.environment': 'Evil',
      'targetgroup.submit.timeoutSeconds': 1,
    };
    const files = { '.vscode/settings.json': JSON.stringify(ofWorkspace) };
    editor = await openInstalledEditor({ settings, files, asksForTrust: true });
    await editor.openFile(file);
  });

  afterEach(async function () {
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
    await own.close();
    await foreign.close();
  });

  it('gets the language aids, and opens no connection, until it is trusted', async () => {
    await editor.page.getByText('Restricted Mode').first().waitFor();
    await editor.openFile('full-of-mistakes.targetgroup.json');
    await editor.squiggles('error').first().waitFor();
    for (const command of ['Submit', 'Dry Run: Look Before You Submit', 'New Definition from a Live Group…']) {
      await editor.runCommand(`Target Group: ${command}`);
      await editor.toast('from a workspace that is not trusted').last().waitFor();
      await editor.runCommand('Notifications: Clear All Notifications');
    }
    assert.deepEqual([own.received().length, foreign.received().length], [0, 0]);
  });

  it('can name an environment, and define none, once it is trusted', async () => {
    const { page } = editor;
    await editor.runCommand('Workspaces: Manage Workspace Trust');
    await page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await page.getByText('You trust this folder').first().waitFor();
    await editor.openFile(file);
    await page.locator('.statusbar-item', { hasText: 'Evil' }).waitFor();
    await editor.runCommand('Target Group: Submit');
    await editor.question('environment');
    const rows = await page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
    assert.equal(rows.filter((row) => row.includes('Evil')).length, 0, rows.join('\n'));
    await editor.pick('Own');
    await editor.question('User (till id or code)');
    await editor.answerInput('till1');
    await editor.question('Password of till1');
    await editor.answerInput('a password');
    await editor.dialog('Create the target group').waitFor();
    await editor.answerDialog('Create');
    await editor.toast('Created: 127.0.0.1').waitFor();
    assert.equal(foreign.received().length, 0);
    assert.ok(own.received().some(({ method, path }) => method === 'POST' && path === '/v3/targetGroups'));
  });

  it('asked for nothing beyond this machine and left no error on the page', () => {
    assert.deepEqual(editor.refused, []);
    assert.deepEqual(editor.errors, []);
  });
});
