import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

describe('authoring in the installed extension', () => {
  let editor: InstalledEditor;

  before(async () => {
    editor = await openInstalledEditor({ settings: { 'editor.autoClosingQuotes': 'never' } });
    await writeFile(path.join(editor.workspace, 'new.targetgroup.json'), '{}\n');
    await editor.openFile('new.targetgroup.json');
  });

  afterEach(async function () {
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
  });

  it('knows the file for a target group', async () => {
    const { page } = editor;
    await page.locator('#status\\.editor\\.mode', { hasText: 'Target Group' }).waitFor();
  });

  it('marks what is missing', async () => {
    await editor.squiggles('error').first().waitFor();
  });

  it('suggests the keys of a group while one is typed and inserts the chosen one', async () => {
    const { page } = editor;
    await editor.placeCursor(1, 2);
    await page.keyboard.press('Enter');
    await page.keyboard.type('"');
    assert.match((await editor.suggestions())[0] ?? '', /^name\b/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Autumn');
    await page.keyboard.press('Escape');
    await editor.line('"name": "Autumn"').waitFor();
    await editor.squiggles('error').first().waitFor({ state: 'detached' });
  });

  it('suggests the values that a key takes', async () => {
    const { page } = editor;
    await page.keyboard.press('End');
    await page.keyboard.type(',\n"trackingType":');
    const suggestions = await editor.suggestions();
    for (const value of ['DEFAULT', 'UNIFIED', 'STREAKS']) {
      assert.ok(
        suggestions.some((label) => label.startsWith(value)),
        suggestions.join('; '),
      );
    }
    await page.keyboard.press('Escape');
  });

  it('keeps the list while a blank and a quote are typed after the colon, quickly and slowly', async () => {
    const { page } = editor;
    for (const delay of [0, 50, 300]) {
      // The line as it stood after its colon.
      await editor.placeCursor(3, 1);
      await page.keyboard.press('Shift+End');
      await page.keyboard.type('    "trackingType": "', { delay });
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'DEFAULT' }).first().waitFor();
      await page.keyboard.press('Enter');
      await editor.line('    "trackingType": "DEFAULT"').waitFor();
    }
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('    "trackingType": "DEFALT"');
  });

  it('lists the problem of a mistyped value and mends it with the light bulb', async () => {
    const { page } = editor;
    await editor.squiggles('error').first().waitFor();
    await editor.showProblems('**/new.targetgroup.json');
    await editor.problems.filter({ hasText: 'DEFALT' }).first().waitFor();
    await editor.placeCursor(3, 22);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.focused').waitFor();
    await page.keyboard.press('Enter');
    await editor.line('"trackingType": "DEFAULT"').waitFor();
    await editor.squiggles('error').first().waitFor({ state: 'detached' });
  });

  it('explains a key under the pointer', async () => {
    assert.match(await editor.hoverOver('"trackingType"'), /Tracking type/);
  });

  it('shows the group beside the text and follows the typing', async () => {
    const { page, webview } = editor;
    await editor.runCommand('Target Group: Open Preview to the Side');
    await webview.getByRole('heading', { level: 1, name: 'Autumn' }).waitFor();
    await editor.placeCursor(2, '    "name": "'.length + 1);
    await page.keyboard.type('Late ');
    await webview.getByRole('heading', { level: 1, name: 'Late Autumn' }).waitFor();
  });

  it('keeps the last whole picture while the text is broken, and says so', async () => {
    const { page, webview } = editor;
    await editor.placeCursor(2, '    "name"'.length + 1);
    await page.keyboard.type('!');
    await webview.getByText('The text has syntax errors').waitFor();
    await webview.getByRole('heading', { level: 1, name: 'Late Autumn' }).waitFor();
    await page.keyboard.press('Backspace');
    await webview.getByText('The text has syntax errors').waitFor({ state: 'detached' });
  });

  it('asked for nothing beyond this machine and left no error on the page', () => {
    assert.deepEqual(editor.refused, []);
    assert.deepEqual(editor.errors, []);
  });
});
