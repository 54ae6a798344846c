// Takes the pictures of the README from the installed extension, in a real editor: npm run pictures.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSandbox } from '../../../server/src/sandbox/index.js';
import { root } from '../../support/repository.js';
import { takePreviewSheets } from './preview-sheets.js';
import { openInstalledEditor, type InstalledEditor } from '../outside/installed-editor.js';

const folder = path.join(root, 'docs/pictures');
const size = { width: 1280, height: 800 };

async function withEditor(
  settings: Readonly<Record<string, unknown>>,
  take: (editor: InstalledEditor) => Promise<void>,
): Promise<void> {
  const editor = await openInstalledEditor({
    settings: { 'files.autoSave': 'off', 'editor.fontSize': 14, 'editor.minimap.enabled': false, ...settings },
  });
  try {
    await editor.page.setViewportSize(size);
    await take(editor);
  } finally {
    await editor.close();
  }
}

async function picture({ page }: InstalledEditor, name: string): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  // Focus in a list can scroll the whole workbench by a few pixels.
  await page.evaluate(() => {
    document.body.scrollTop = 0;
    document.documentElement.scrollTop = 0;
  });
  await page.screenshot({ path: file, animations: 'disabled' });
  console.log(path.relative(root, file));
}

async function textOf({ workspace }: InstalledEditor, name: string): Promise<string> {
  return await readFile(path.join(workspace, name), 'utf8');
}

/** One-based line and column just behind the first occurrence. */
function positionOf(text: string, part: string): [number, number] {
  const before = text.slice(0, text.indexOf(part) + part.length).split('\n');
  return [before.length, (before.at(-1) ?? '').length + 1];
}

async function takeAuthoring(editor: InstalledEditor): Promise<void> {
  const { page } = editor;
  await editor.openFile('full-of-mistakes.targetgroup.json');
  await editor.squiggles('error').first().waitFor();
  await editor.showProblems();
  await editor.problems.nth(3).waitFor();
  await picture(editor, 'mistakes');
  await page.keyboard.press('Control+J');
  await editor.openFile('two-departments.targetgroup.json');
  await editor.runCommand('View: Toggle Primary Side Bar Visibility');
  await editor.placeCursor(...positionOf(await textOf(editor, 'two-departments.targetgroup.json'), '"targetType": "'));
  // The first shows the list, the second what the chosen value means.
  await page.keyboard.press('Control+Space');
  await editor.suggestions();
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-details-container').waitFor();
  await picture(editor, 'suggestions');
}

/** Hints, counts, outline; what a field means; an expression of its own; what can be generated. */
async function takeReading(editor: InstalledEditor): Promise<void> {
  const { page } = editor;
  const name = 'monthly-spend.targetgroup.json';
  await editor.openFile(name);
  const text = await textOf(editor, name);
  await page.locator('.explorer-viewlet .pane-header').first().click();
  await editor.runCommand('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row', { hasText: '2027-02' }).first().waitFor();
  await page.getByText('periods · ').first().waitFor();
  await editor.placeCursor(...positionOf(text, '"refCode": "2027-02'));
  await picture(editor, 'reading');
  await editor.runCommand('View: Toggle Primary Side Bar Visibility');
  await editor.placeCursor(...positionOf(text, '"expressionJson'));
  await editor.runCommand('Show or Focus Hover');
  await page.locator('.monaco-hover:visible', { hasText: 'Rule as a tree' }).waitFor();
  await picture(editor, 'hover');
  await page.keyboard.press('Escape');
  await editor.runCommand('Target Group: Edit the Expression');
  await page.locator('.tab', { hasText: 'expression.json' }).waitFor();
  const lines = page.locator('.editor-instance .monaco-editor').last().locator('.view-line');
  await lines.first().waitFor();
  await editor.runCommand('Format Document');
  await lines.nth(8).waitFor();
  await picture(editor, 'expression');
}

async function takeGenerators(editor: InstalledEditor): Promise<void> {
  const { page } = editor;
  const name = 'coffee-streak.targetgroup.json';
  await editor.openFile(name);
  await page.getByText('periods · ').first().waitFor();
  await editor.runCommand('View: Toggle Primary Side Bar Visibility');
  await editor.placeCursor(...positionOf(await textOf(editor, name), '"periods'));
  await page.keyboard.press('F1');
  await page.keyboard.type('Target Group: ');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Generate Periods' }).waitFor();
  await picture(editor, 'generators');
}

async function takePreview(editor: InstalledEditor): Promise<void> {
  const name = 'monthly-spend.targetgroup.json';
  // Room for all of it: headline, sentence, timeline, and the values with their totals.
  await editor.page.setViewportSize({ width: 1360, height: 900 });
  await editor.openFile(name);
  await editor.runCommand('View: Toggle Primary Side Bar Visibility');
  await editor.runCommand('Target Group: Open Preview to the Side');
  await editor.webview.getByRole('heading', { level: 1 }).waitFor();
  await editor.placeCursor(...positionOf(await textOf(editor, name), '"refCode": "2027-02'));
  await editor.webview.locator('.bar[aria-current]').waitFor();
  await picture(editor, 'preview');
}

async function takeSubmit(editor: InstalledEditor): Promise<void> {
  await editor.openFile('coffee-streak.targetgroup.json');
  await editor.runCommand('Target Group: Select Environment');
  await editor.pick('Spring test');
  await editor.runCommand('Target Group: Submit');
  await editor.question('User (till id or code)');
  await editor.answerInput('store.server');
  await editor.question('Password');
  await editor.answerInput('for a picture');
  await editor.dialog('as user store.server').waitFor();
  await picture(editor, 'submit');
  await editor.answerDialog('Cancel');
}

const takes: Readonly<Record<string, () => Promise<void>>> = {
  authoring: () => withEditor({}, takeAuthoring),
  reading: () => withEditor({}, takeReading),
  generators: () => withEditor({}, takeGenerators),
  preview: () => withEditor({}, takePreview),
  sheets: takePreviewSheets,
  submit: withSandbox,
};

async function withSandbox(): Promise<void> {
  const sandbox = createSandbox({ port: 0 });
  const host = await sandbox.listen();
  try {
    const environments = [{ name: 'Spring test', host, authentication: 'basic', kind: 'test' }];
    await withEditor({ 'targetgroup.environments': environments }, takeSubmit);
  } finally {
    await sandbox.close();
  }
}

/** Those that are named, or all of them. */
async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const named = process.argv.slice(2);
  for (const [name, take] of Object.entries(takes)) if (named.length === 0 || named.includes(name)) await take();
}

void main();
