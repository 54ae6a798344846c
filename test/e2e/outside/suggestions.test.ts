import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../support/repository.js';
import { closing, markedPlaces } from '../../support/typed-example.js';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

/** Of the marked places of the examples those that are looked at on the screen. */
const shown: readonly (readonly [example: string, expected: string])[] = [
  ['coffee-streak', 'Week_2'],
  ['coffee-streak', '2027-03-14'],
  ['two-departments', 'combinationType'],
  ['step-challenge', 'EVENT_ATTRIBUTE'],
  ['visit-leaderboard', 'TransactionAdd'],
];
const pictures = path.join(root, 'out/outside/suggestions');

/** What is typed of an example up to the place where this is expected. */
function typedUpTo(example: string, expected: string): string {
  const marked = markedPlaces(example);
  const [offset] = [...(marked?.places ?? [])].find(([, label]) => label === expected) ?? [];
  assert.ok(marked && offset !== undefined, `${example} has no mark ${expected}`);
  return marked.text.slice(0, offset);
}

describe('the list of suggestions on the screen', () => {
  let editor: InstalledEditor;

  before(async () => {
    editor = await openInstalledEditor();
    await mkdir(pictures, { recursive: true });
    // Before the server answers, the editor suggests words of the text.
    await editor.openFile('full-of-mistakes.targetgroup.json');
    await editor.squiggles('error').first().waitFor();
  });

  afterEach(async function () {
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
  });

  for (const [index, [example, expected]] of shown.entries()) {
    it(`has ${expected} among the first three while ${example} is typed, and takes it`, async () => {
      const { page } = editor;
      const typed = typedUpTo(example, expected);
      const name = `typed-${index}.targetgroup.json`;
      await writeFile(path.join(editor.workspace, name), typed + closing(typed));
      await editor.openFile(name);
      const lines = typed.split('\n');
      await editor.placeCursor(lines.length, (lines.at(-1) ?? '').length + 1);
      await page.keyboard.press('Control+Space');
      const first = (await editor.suggestions()).slice(0, 3);
      assert.ok(
        first.some((label) => label.startsWith(expected)),
        first.join('; '),
      );
      await page.screenshot({ path: path.join(pictures, `${index + 1}-${expected}.png`), animations: 'disabled' });
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: expected }).first().click();
      await editor.line(`"${expected}"`).last().waitFor();
      await page.keyboard.press('Escape');
    });
  }

  it('asked for nothing beyond this machine and left no error on the page', () => {
    assert.deepEqual(editor.refused, []);
    assert.deepEqual(editor.errors, []);
  });
});
