import assert from 'node:assert/strict';
import { createSandbox, readFaultOrder, type Sandbox } from '../../../server/src/sandbox/index.js';
import { until } from '../../support/until.js';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

const file = 'create-15-alternate-currency.targetgroup.json';

/** What the author sees of each kind of verdict, dialogs included; all faults are tried in test/e2e/verdicts. */
describe('the verdicts of a submit in the installed extension', () => {
  let editor: InstalledEditor;
  let sandbox: Sandbox;
  let name = 'alternatecuurency_target';
  let count = 0;

  before(async () => {
    sandbox = createSandbox({ port: 0 });
    const host = await sandbox.listen();
    const gone = createSandbox({ port: 0 });
    const nowhere = await gone.listen();
    await gone.close();
    const environments = [
      { name: 'Local', host, authentication: 'oauth', kind: 'test' },
      { name: 'Shop', host, authentication: 'oauth', kind: 'production' },
      { name: 'Gone', host: nowhere, authentication: 'basic', kind: 'test' },
    ];
    editor = await openInstalledEditor({ settings: { 'targetgroup.environments': environments } });
    await editor.openFile(file);
    await editor.runCommand('Target Group: Select Environment');
    await editor.pick('Local');
  });

  afterEach(async function () {
    sandbox.clearFaults();
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
    await sandbox.close();
  });

  const posts = () =>
    sandbox.received().filter(({ method, path: place }) => method === 'POST' && place === '/v3/targetGroups');

  function addFault(text: string): void {
    const order = readFaultOrder(text);
    if (typeof order === 'string') assert.fail(order);
    sandbox.addFault(order);
  }

  async function rename(): Promise<void> {
    const next = `outside ${++count}`;
    await editor.placeCursor(1, 1);
    await editor.replaceInFile(name, next);
    name = next;
  }

  /** Submits under a new name, up to the card, and agrees to it. */
  async function submit(): Promise<void> {
    await rename();
    await editor.runCommand('Target Group: Submit');
    await editor.dialog(`Create the target group "${name}" in Local?`).waitFor();
    await editor.answerDialog('Create');
  }

  it('created: after key and secret were asked for and tried out', async () => {
    await rename();
    await editor.runCommand('Target Group: Submit');
    await editor.question('Key of the API client');
    await editor.answerInput('client-1');
    await editor.question('Secret of the client');
    await editor.answerInput('a secret');
    await editor.dialog('as user client-1').waitFor();
    await editor.answerDialog('Create');
    await editor.toast('Created: 127.0.0.1').waitFor();
  });

  it('created, learned by looking it up: the answer was lost', async () => {
    addFault('drop-after:1');
    await submit();
    await editor.toast('Created: the answer was lost').waitFor();
  });

  it('unauthorized: with the way to sign in', async () => {
    addFault('status-401@create:1');
    await submit();
    await editor.toast('Unauthorized: 127.0.0.1').getByRole('button', { name: 'Sign In…' }).waitFor();
  });

  it('rejected: a redirect is not followed', async () => {
    addFault('redirect-307:1');
    await submit();
    await editor.toast('redirect refused').waitFor();
  });

  it('cancelled: while it is still only asking', async () => {
    addFault('silent-before@name-check:1');
    await rename();
    const before = posts().length;
    await editor.runCommand('Target Group: Submit');
    await editor.toast('Asking Local').getByRole('button', { name: 'Cancel' }).click();
    await editor.toast('Cancelled before anything was sent').waitFor();
    assert.equal(posts().length, before);
  });

  it('unknown after a window that was closed in mid-flight: told at the next start, and looked up', async () => {
    const { page } = editor;
    addFault('silent-after:1');
    const before = posts().length;
    await submit();
    await until(() => posts().length > before, { what: 'the POST', within: 20_000 });
    await editor.placeCursor(1, 1);
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await editor.reload();
    await editor.openFile(file);
    await editor
      .toast(`A submit of "${name}" to Local was interrupted`)
      .getByRole('button', { name: 'Look It Up' })
      .click();
    await editor.toast('Created: the answer was lost').waitFor();
    assert.equal(posts().length, before + 1);
  });

  it('are listed', async () => {
    await editor.runCommand('Target Group: Show Submissions');
    await editor.question('Submissions of this editor');
    const rows = await editor.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
    assert.match(rows.join('\n'), /created, as was found out later \d+/);
    assert.match(rows.join('\n'), /unauthorized · Local/);
    await editor.page.keyboard.press('Escape');
  });

  it('production: only once it was picked in this window, and the name of the group was typed', async () => {
    await editor.runCommand('Target Group: Select Environment');
    await editor.pick('Shop');
    await rename();
    await editor.runCommand('Target Group: Submit');
    // The same host, and another organisation: it has a sign-in of its own.
    await editor.question('Key of the API client');
    await editor.answerInput('client-of-shop');
    await editor.question('Secret of the client');
    await editor.answerInput('another secret');
    await editor.dialog('(PRODUCTION)').waitFor();
    await editor.dialog('as user client-of-shop').waitFor();
    await editor.answerDialog('Create');
    await editor.question('Type the exact name');
    await editor.page.keyboard.type('something else');
    await editor.page.getByText('This is not the name of the target group.').waitFor();
    const before = posts().length;
    await editor.page.keyboard.press('Control+A');
    await editor.answerInput(name);
    await editor.toast('Created: 127.0.0.1').waitFor();
    assert.equal(posts().length, before + 1);
  });

  it('unreachable: a sign-in that cannot be tried is kept only when that is said', async () => {
    await editor.runCommand('Target Group: Select Environment');
    await editor.pick('Gone');
    await editor.runCommand('Target Group: Submit');
    await editor.question('User (till id or code)');
    await editor.answerInput('till1');
    await editor.question('Password of till1');
    await editor.answerInput('a password');
    await editor.dialog('refused the connection').waitFor();
    await editor.answerDialog('Keep It Untried');
    await editor.toast('Unreachable: 127.0.0.1').waitFor();
  });

  it('asked for nothing beyond this machine and left no error on the page', () => {
    assert.deepEqual(editor.refused, []);
    assert.deepEqual(editor.errors, []);
  });
});
