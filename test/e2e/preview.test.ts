import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { until } from '../support/until';
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
});
