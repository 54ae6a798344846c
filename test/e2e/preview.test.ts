import assert from 'node:assert/strict';
import { commands, TabInputWebview, Uri, window, workspace, WorkspaceEdit } from 'vscode';
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

  it('says so when no definition is in front', async () => {
    for (const command of ['targetgroup.preview', 'targetgroup.previewToSide']) {
      const { messages } = await answering([], async () => {
        await commands.executeCommand(command);
      });
      assert.deepEqual(messages, ['Open a target group definition (*.targetgroup.json) to preview it.']);
    }
    assert.equal(previews().length, 0);
  });
});
