import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSandbox, type Sandbox } from '../../../server/src/sandbox/index.js';
import { until } from '../../support/until.js';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

const file = 'create-15-alternate-currency.targetgroup.json';

/** Where the extension looks for the built-in environment's sandbox. */
const builtIn = 'http://127.0.0.1:8765';

describe('submit in the installed extension', () => {
  let editor: InstalledEditor;
  let sandbox: Sandbox;
  let name: string;

  before(async () => {
    sandbox = createSandbox({ port: 0 });
    const environments = [{ name: 'Local', host: await sandbox.listen(), authentication: 'basic', kind: 'test' }];
    editor = await openInstalledEditor({ settings: { 'targetgroup.environments': environments } });
    await editor.openFile(file);
    // Each run its own name: another sandbox may listen at the built-in address already.
    name = `outside ${Date.now()}`;
    await editor.placeCursor(1, 1);
    await editor.replaceInFile('alternatecuurency_target', name);
  });

  afterEach(async function () {
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
    await sandbox.close();
  });

  const posts = () =>
    sandbox.received().filter(({ method, path: place }) => method === 'POST' && place === '/v3/targetGroups');

  it('creates the group in the sandbox that it offers to start, and says so', async () => {
    await editor.runCommand('Target Group: Submit');
    await editor.question('environment');
    await editor.pick('Sandbox');
    // Another sandbox may listen there already, or end just now.
    const offer = editor.dialog('The sandbox does not run');
    const card = editor.dialog(`Create the target group "${name}" in Sandbox?`);
    await offer.or(card).waitFor();
    if (await offer.isVisible()) await editor.answerDialog('Start the Sandbox');
    await card.waitFor();
    await editor.answerDialog('Create');
    await editor.toast('Created: 127.0.0.1:8765 made the target group under id').waitFor();
    assert.ok((await namesIn(builtIn)).includes(name));
  });

  it('shows the answer of the API as a document', async () => {
    const { page } = editor;
    await editor.toast('Created').getByRole('button', { name: 'Show Answer' }).click();
    await page.locator('.tab.active', { hasText: 'answer-1.json' }).waitFor();
    await page.keyboard.press('Control+W');
    await page.locator('.tab', { hasText: 'answer-1.json' }).waitFor({ state: 'detached' });
  });

  it('asks for no confirmation under a name that is taken, says when it was created, and marks the name', async () => {
    await editor.openFile(file);
    await editor.runCommand('Target Group: Submit');
    await editor.toast(`the organisation has a group "${name}" already. Exactly this content was created at`).waitFor();
    await editor.squiggles('error').first().waitFor();
    await editor.showProblems(`**/${file}`);
    await editor.problems.filter({ hasText: '310069' }).first().waitFor();
  });

  it('sends nothing when the confirmation is cancelled', async () => {
    await editor.runCommand('Target Group: Select Environment');
    await editor.pick('Local');
    await editor.runCommand('Target Group: Submit');
    await editor.question('User (till id or code)');
    await editor.answerInput('till1');
    await editor.question('Password of till1');
    await editor.answerInput('a password');
    await editor.dialog('as user till1').waitFor();
    await editor.answerDialog('Cancel');
    assert.deepEqual(posts(), []);
  });

  it('keeps the sign-in when the window is loaded anew, and sends the very text of the editor', async () => {
    const { page } = editor;
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await editor.reload();
    await editor.openFile(file);
    await editor.runCommand('Target Group: Submit');
    await editor.dialog('as user till1').waitFor();
    await editor.answerDialog('Create');
    await editor.toast('Created').waitFor();
    const text = await readFile(path.join(editor.workspace, 'accepted', file), 'utf8');
    assert.deepEqual(
      posts().map(({ body }) => new TextDecoder().decode(body)),
      [text],
    );
  });

  it('sends errors of a rule that was switched off only when the rule is chosen by its name', async () => {
    const { page } = editor;
    await writeFile(
      path.join(editor.workspace, 'accepted/.targetgrouprc.json'),
      '{ "rules": { "name-length": "off" } }',
    );
    const long = 'n'.repeat(201);
    await editor.placeCursor(1, 1);
    await editor.replaceInFile(name, long);
    const before = posts().length;
    const ask = async (): Promise<void> => {
      await editor.runCommand('Target Group: Submit');
      await editor.question('Errors of Rules That Were Lowered');
    };
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'name-length' });
    await ask();
    assert.match(await row.innerText(), /errors 2[^]*Line \d+: .*201/);
    await page.keyboard.press('Enter');
    await editor.toast('errors of lowered rules were not confirmed (name-length)').waitFor();
    await ask();
    await row.getByText('name-length').first().click();
    await page.getByText('1 Selected', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await editor.dialog('Sent all the same: name-length, errors 2').waitFor();
    assert.equal(posts().length, before);
    await editor.answerDialog('Create');
    await until(() => posts().length > before, { what: 'the POST', within: 20_000 });
    assert.equal(posts().length, before + 1);
    await page.keyboard.press('Control+Z');
  });

  it('asked for nothing beyond this machine and left no error on the page', () => {
    assert.deepEqual(editor.refused, []);
    assert.deepEqual(editor.errors, []);
  });
});

const authorization = `Basic ${btoa(`sandbox:${'0'.repeat(32)}`)}`;

/** The names of the groups that a sandbox holds. */
async function namesIn(url: string): Promise<string[]> {
  const response = await fetch(`${url}/v3/targetGroups`, { headers: { authorization } });
  return [...(await response.text()).matchAll(/"name":\s*"([^"]*)"/g)].map(([, found]) => found ?? '');
}
