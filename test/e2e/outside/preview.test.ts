import assert from 'node:assert/strict';
import { previewTexts } from '../../../server/src/protocol/preview-texts.js';
import { until } from '../../support/until.js';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

const file = 'create-12-behavioural-visit.targetgroup.json';

describe('the preview in the installed extension', () => {
  let editor: InstalledEditor;
  const refusals: string[] = [];

  before(async () => {
    editor = await openInstalledEditor({ settings: { 'editor.autoClosingQuotes': 'never' } });
    editor.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refusals.push(message.text());
    });
    await editor.openFile(file);
    await editor.runCommand('Target Group: Open Preview to the Side');
    await editor.webview.getByRole('heading', { level: 1 }).waitFor();
  });

  afterEach(async function () {
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
  });

  const selected = () => editor.page.locator('#status\\.editor\\.selection').textContent();
  const isSelected = async (what: string) => {
    await until(async () => (await selected())?.includes(what), { what: `selection ${what}`, within: 10_000 });
    await editor.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  };

  it('shows the group, its periods with their gap, its values and its problems', async () => {
    const { webview } = editor;
    await webview.getByRole('heading', { level: 1, name: 'GoodNightForNightly' }).waitFor();
    assert.equal(await webview.locator('.bar').count(), 2);
    assert.equal(await webview.locator('.gap text').textContent(), 'Gap: 38 days');
    assert.deepEqual(await webview.locator('td .place').allTextContents(), ['2', '3']);
    await webview.locator('.measure', { hasText: 'Days with the event “goodNight”' }).waitFor();
  });

  it('leads to the text: a value by mouse, a period by keyboard', async () => {
    const { webview, page } = editor;
    await webview.locator('td .place', { hasText: '3' }).click();
    await isSelected('Ln 41, Col 40 (3 selected)');
    await webview.locator('.bar').nth(1).focus();
    // The workbench hears of the focus after the page does.
    await page.locator('.editor-group-container.active .tab.active', { hasText: `Preview ${file}` }).waitFor();
    await page.keyboard.press('Enter');
    await isSelected('Ln 29, Col 10 (');
  });

  it('marks the part that the cursor is in', async () => {
    const { webview } = editor;
    const marked = webview.locator('[aria-current]');
    await editor.placeCursor(41, 38);
    await until(async () => (await marked.allTextContents()).join() === '3', { what: 'the value', within: 10_000 });
    await editor.placeCursor(29, 12);
    await until(async () => (await webview.locator('.bar[aria-current]').count()) === 1, {
      what: 'the period',
      within: 10_000,
    });
    assert.match((await webview.locator('.bar').nth(1).getAttribute('aria-current')) ?? '', /true/);
  });

  it('follows what is typed: the name, the sentence, and the text of the request', async () => {
    const { webview, page } = editor;
    await webview.locator('.request summary').click();
    await webview.locator('.request pre', { hasText: 'GoodNightForNightly' }).waitFor();
    // The click gave the focus to the page, and "go to line" is about the editor that has it.
    await page.locator('.tab', { hasText: file }).first().click();
    await editor.placeCursor(41, 38);
    await page.keyboard.press('Delete');
    await page.keyboard.type('7');
    await webview.locator('td .place', { hasText: '7' }).waitFor();
    await webview.locator('.sentence', { hasText: 'on 2 to 7 days (set for each cycle)' }).waitFor();
    await webview.locator('.request pre', { hasText: '"7"' }).waitFor();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await webview.locator('.sentence', { hasText: 'on 2 to 3 days (set for each cycle)' }).waitFor();
    await webview.locator('.request summary').click();
    await page.locator('.tab', { hasText: file }).first().click();
  });

  it('keeps the picture while the text is broken, and leads to where things are by now', async () => {
    const { webview, page } = editor;
    await editor.placeCursor(2, 5);
    await page.keyboard.type('\n"description": "half\n');
    await webview.getByText(previewTexts.broken).waitFor();
    assert.equal(await webview.locator('.bar').count(), 2);
    await webview.locator('td .place', { hasText: '3' }).click();
    await isSelected('Ln 43, Col 40 (3 selected)');
    await editor.placeCursor(3, 1);
    await page.keyboard.press('End');
    await page.keyboard.type('",');
    await webview.getByText(previewTexts.broken).waitFor({ state: 'detached' });
    await webview.getByText('half', { exact: true }).waitFor();
  });

  it('shows the newest text after it was hidden', async () => {
    const { webview, page } = editor;
    await page.locator('.tab', { hasText: `Preview ${file}` }).click();
    await editor.openFile('create-15-alternate-currency.targetgroup.json');
    await webview.getByRole('heading', { level: 1 }).waitFor({ state: 'detached' });
    await page.locator('.tab', { hasText: file }).first().click();
    await editor.replaceInFile('GoodNightForNightly', 'Good Morning');
    await page.locator('.tab', { hasText: `Preview ${file}` }).click();
    await webview.getByRole('heading', { level: 1, name: 'Good Morning' }).waitFor();
    assert.equal(await webview.locator('.bar').count(), 2);
  });

  it('says that the file is closed, and opens it again by a click', async () => {
    const { webview, page } = editor;
    await webview.getByRole('heading', { level: 1 }).getByRole('button').click();
    await isSelected('(');
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+W');
    await webview.getByText(previewTexts.closed).waitFor();
    await webview.locator('.bar').first().click();
    await webview.getByText(previewTexts.closed).waitFor({ state: 'detached' });
    await isSelected('(');
  });

  it('is there again after the window was loaded anew, and follows', async () => {
    const { webview, page } = editor;
    await editor.reload();
    // Which tab is in front is VS Code's affair: it remembers that now and then.
    await page.locator('.tab', { hasText: `Preview ${file}` }).click();
    await webview.getByRole('heading', { level: 1, name: 'Good Morning' }).waitFor({ timeout: 60_000 });
    assert.equal(await webview.locator('.bar').count(), 2);
    assert.equal(await page.locator('.tab', { hasText: `Preview ${file}` }).count(), 1);
    await webview.locator('td .place', { hasText: '3' }).click();
    await isSelected('(3 selected)');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    await page.keyboard.type('8');
    await webview.locator('td .place', { hasText: '8' }).waitFor();
  });

  it('broke no content policy, asked for nothing beyond this machine, left no error', () => {
    assert.deepEqual(refusals, []);
    assert.deepEqual(editor.refused, []);
    assert.deepEqual(editor.errors, []);
  });
});
