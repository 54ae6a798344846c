import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  type Hover,
  type MarkdownString,
  TabInputWebview,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';
import { answering } from './author';
import { openDefinition } from './definition';

const previews = () =>
  window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('targetgroup.preview')),
  );

describe('the preview', () => {
  it('opens once beside its definition', async () => {
    await openDefinition('accepted/create-06-streaks-transaction-sales.targetgroup.json');
    assert.equal(previews().length, 0);
    await commands.executeCommand('targetgroup.previewToSide');
    const [tab] = await until(() => (previews().length > 0 ? previews() : undefined), {
      what: 'preview',
      within: 15_000,
    });
    assert.notEqual(tab?.group.viewColumn, window.visibleTextEditors[0]?.viewColumn);
    await commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(previews().length, 0);
  });

  it('moves with its file, and there is one for each', async () => {
    const first = await openDefinition('accepted/create-06-streaks-transaction-sales.targetgroup.json');
    await commands.executeCommand('targetgroup.previewToSide');
    const { uri } = first.document;
    const other = Uri.joinPath(uri, '../create-15-alternate-currency.targetgroup.json');
    await commands.executeCommand('targetgroup.preview', other);
    await until(() => previews().length === 2, { what: 'two previews', within: 15_000 });
    await commands.executeCommand('targetgroup.preview', uri);
    assert.equal(previews().length, 2);
    const to = uri.with({ path: uri.path.replace('create-06', 'moved') });
    for (const [from, where] of [
      [uri, to],
      [to, uri],
    ] as const) {
      const edit = new WorkspaceEdit();
      edit.renameFile(from, where);
      assert.ok(await workspace.applyEdit(edit));
      const name = where.path.split('/').at(-1) ?? '';
      await until(() => previews().some(({ label }) => label.includes(name)), {
        what: `preview of ${name}`,
        within: 15_000,
      });
    }
    assert.equal(previews().length, 2);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is saved as Markdown and, in its colours, as a picture', async () => {
    const { document } = await openDefinition('accepted/create-12-behavioural-visit.targetgroup.json');
    const folder = Uri.joinPath(document.uri, '..');
    const own = window.showSaveDialog;
    const offered: (string | undefined)[] = [];
    const save = async (form: string, name: string): Promise<string> => {
      const place = Uri.joinPath(folder, name);
      window.showSaveDialog = (options) => {
        offered.push(options?.defaultUri?.path.split('/').at(-1));
        return Promise.resolve(place);
      };
      await answering([{ to: 'Export Preview', with: form }], async () => {
        await commands.executeCommand('targetgroup.exportPreview', document.uri);
      });
      const text = new TextDecoder().decode(await workspace.fs.readFile(place));
      await workspace.fs.delete(place);
      return text;
    };
    try {
      const text = await save('Everything', 'out.md');
      assert.match(
        text,
        /^# GoodNightForNightly\n\nSingle milestone, active\n\nCustomers who have the event “goodNight” on 2 to 3 days /,
      );
      assert.match(text, /\n## Request\n\n```json\n\{/);
      const svg = await save('Timeline', 'out.svg');
      assert.match(svg, /^<svg [^]*period66921[^]*<\/svg>\n$/);
      assert.deepEqual(offered, ['create-12-behavioural-visit.md', 'create-12-behavioural-visit.svg']);
    } finally {
      window.showSaveDialog = own;
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says on the name what the whole is about', async () => {
    const { document } = await openDefinition('accepted/create-12-behavioural-visit.targetgroup.json');
    const at = document.positionAt(document.getText().indexOf('GoodNightForNightly') + 3);
    const words = await until(
      async () => {
        const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
        const all = hovers.flatMap(({ contents }) => contents.map((one) => (one as MarkdownString).value));
        return all.find((one) => one.startsWith('Customers'));
      },
      { what: 'the sentence', within: 15_000 },
    );
    assert.match(words, /^Customers who have the event “goodNight” on 2 to 3 days/);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens by itself where the setting wants that: once for each opening, and never again once it was closed', async () => {
    const settings = () => workspace.getConfiguration('targetgroup.preview');
    const name = 'accepted/create-15-alternate-currency.targetgroup.json';
    const other = 'accepted/create-12-behavioural-visit.targetgroup.json';
    const isOpen = (count: number) =>
      until(() => previews().length === count, { what: `${count} previews`, within: 15_000 });
    await openDefinition(other);
    assert.equal(previews().length, 0);
    await settings().update('openOnOpen', true, ConfigurationTarget.Global);
    try {
      const { document } = await openDefinition(name);
      await isOpen(1);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), document.uri.toString(), 'the text keeps the focus');
      assert.notEqual(previews()[0]?.group.viewColumn, editor.viewColumn);
      const [preview] = previews();
      assert.ok(preview);
      await window.tabGroups.close(preview);
      await isOpen(0);
      const second = await workspace.openTextDocument(Uri.joinPath(document.uri, '../..', other));
      await window.showTextDocument(second, { preview: false });
      await isOpen(1);
      await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
      assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
      // The other's preview is still the only one: this one was closed by its author.
      assert.deepEqual(
        previews().map(({ label }) => label.includes('create-12')),
        [true],
      );
      await commands.executeCommand('workbench.action.closeAllEditors');
      await isOpen(0);
      await openDefinition(name);
      await isOpen(1);
    } finally {
      await settings().update('openOnOpen', undefined, ConfigurationTarget.Global);
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('says so when no definition is in front', async () => {
    for (const command of ['targetgroup.preview', 'targetgroup.previewToSide', 'targetgroup.exportPreview']) {
      const { messages } = await answering([], async () => {
        await commands.executeCommand(command);
      });
      assert.deepEqual(messages, ['Open a target group definition (*.targetgroup.json) to preview it.']);
    }
    assert.equal(previews().length, 0);
  });
});
