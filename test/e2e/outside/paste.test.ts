import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../../support/until.js';
import { keepPicture, openInstalledEditor, type InstalledEditor } from './installed-editor.js';

const canary = 'CANARY-s3cr3t';
const request = `curl 'https://eu.example.com/v3/targetGroups' \\
  -u 'till:${canary}' -H 'X-Key: ${canary}' \\
  -d '{ "name": "Pasted", "targets": [], "periods": [] }'`;
const answer = JSON.stringify({
  data: { id: 5, name: 'Answered', targets: [{ id: 6, name: 'A' }], attribution: { createdBy: 1 } },
  errors: [],
  warnings: [],
});

describe('pasting in the installed extension', () => {
  let editor: InstalledEditor;

  before(async () => {
    editor = await openInstalledEditor({ settings: { 'files.autoSave': 'off' } });
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterEach(async function () {
    await keepPicture(editor, this.currentTest);
  });

  after(async () => {
    await editor.close();
  });

  const paste = async (text: string) => {
    await editor.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await editor.page.keyboard.press('Control+V');
  };
  const open = async (name: string, text: string) => {
    await writeFile(path.join(editor.workspace, name), text);
    await editor.openFile(name);
    await editor.placeCursor(1, 1);
  };
  const saved = async (name: string, isRight: (text: string) => boolean) => {
    await editor.page.keyboard.press('Control+S');
    const file = path.join(editor.workspace, name);
    await until(async () => isRight(await readFile(file, 'utf8')), { what: `${name} as pasted`, within: 20_000 });
    return readFile(file, 'utf8');
  };
  const said = (text: RegExp) => editor.page.locator('.notification-toast', { hasText: text }).first().waitFor();

  it('takes the body alone of a cURL command into an empty definition, and says what it left out', async () => {
    await open('curl.targetgroup.json', '');
    await paste(request);
    await said(/without headers that are not named here \(1\), -u\./);
    const text = await saved('curl.targetgroup.json', (found) => found.includes('Pasted'));
    assert.equal(text, '{ "name": "Pasted", "targets": [], "periods": [] }');
    assert.ok(!(await editor.page.locator('body').innerText()).includes(canary));
  });

  it('makes of a whole answer what would create the same group', async () => {
    await open('answer.targetgroup.json', '\n');
    await paste(answer);
    await said(/without id, attribution\./);
    const text = await saved('answer.targetgroup.json', (found) => found.includes('Answered'));
    assert.deepEqual(JSON.parse(text), { name: 'Answered', targets: [{ name: 'A' }] });
  });

  it('pastes into other text as it is, and offers the body', async () => {
    const { page } = editor;
    await open('within.targetgroup.json', '{ "name": "Here" }\n');
    await page.keyboard.press('Control+End');
    await paste(request);
    await editor.line("-u 'till:").waitFor();
    await page.locator('.post-edit-widget').click();
    await page.getByText('Paste as target group').first().waitFor();
  });
});
