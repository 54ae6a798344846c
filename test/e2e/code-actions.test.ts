import assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, languages, TabInputWebview, Uri, window, workspace } from 'vscode';
import { until } from '../support/until';
import { codeOf, type Definition, openDefinition } from './definition';

const body = 'accepted/create-01-default-event-attribute-daily.targetgroup.json';

describe('the actions on a finding', () => {
  let definition: Definition;

  beforeEach(async () => {
    definition = await openDefinition(body);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });

  /** The finding of a rule, and the actions at its place. */
  async function actionsFor(rule: string): Promise<readonly CodeAction[]> {
    const isOf = (one: Diagnostic) => codeOf(one) === rule;
    const found = (await definition.problems(rule, (all) => all.some(isOf))).find(isOf);
    assert.ok(found);
    return commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      definition.document.uri,
      found.range,
      'quickfix',
    );
  }

  /** Applies the preferred fix and waits until the finding is gone. */
  async function mend(rule: string): Promise<string> {
    const fix = (await actionsFor(rule)).find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, `no preferred fix for ${rule}`);
    assert.ok(await workspace.applyEdit(fix.edit));
    await definition.problems(`no ${rule}`, (all) => !all.some((one) => codeOf(one) === rule));
    return definition.document.getText();
  }

  const cases: Readonly<Record<string, { readonly break: readonly [string, string]; readonly mended: string }>> = {
    'schema-type': { break: ['"totalPeriods": 4', '"totalPeriods": "4"'], mended: '"totalPeriods": 4,' },
    'schema-enum': { break: ['"trackingType": "DEFAULT"', '"trackingType": "DEFALT"'], mended: '"DEFAULT"' },
    'unknown-property': { break: ['"trackingType"', '"trackingTipe"'], mended: '"trackingType"' },
    'json-syntax': { break: ['"totalPeriods": 4,', '"totalPeriods": 4'], mended: '"totalPeriods": 4,' },
  };
  for (const [rule, { break: edit, mended }] of Object.entries(cases)) {
    it(`mend ${rule}`, async () => {
      const before = definition.document.getText();
      await definition.replace(...edit);
      const after = await mend(rule);
      assert.ok(after.includes(mended), after.slice(0, 600));
      assert.equal(after, before);
    });
  }

  it('swap the days of a period that ends before it begins', async () => {
    const text = definition.document.getText();
    const [start = ''] = /"startDate": "[^"]+"/.exec(text) ?? [];
    const [end = ''] = /"endDate": "[^"]+"/.exec(text) ?? [];
    await definition.replace(start, '"startDate": "2099-01-02"');
    await definition.replace(end, '"endDate": "2099-01-01"');
    const after = await mend('period-dates-order');
    assert.ok(after.includes('"startDate": "2099-01-01"') && after.includes('"endDate": "2099-01-02"'), after);
  });

  it('turn its rule off in a .targetgrouprc.json, which is made', async () => {
    await definition.replace('"active": true', '"active": true, "foo": 1');
    const off = (await actionsFor('unknown-property')).find(
      ({ title }) => title === 'Turn unknown-property off in .targetgrouprc.json',
    );
    assert.ok(off?.edit && (await workspace.applyEdit(off.edit)));
    const rc = Uri.joinPath(definition.document.uri, '../.targetgrouprc.json');
    await (await workspace.openTextDocument(rc)).save();
    assert.deepEqual(JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(rc))), {
      rules: { 'unknown-property': 'off' },
    });
    const isOff = () =>
      languages.getDiagnostics(definition.document.uri).every((one) => codeOf(one) !== 'unknown-property');
    await until(isOff, { what: 'the rule off', within: 15_000 });
    await workspace.fs.delete(rc);
    await definition.problems('the rule on again', (all) => all.some((one) => codeOf(one) === 'unknown-property'));
  });

  it('show its rule, behind the fixes', async () => {
    await definition.replace('"totalPeriods": 4', '"totalPeriods": 9');
    const actions = await actionsFor('total-periods-count');
    const titles = actions.map(({ title }) => title);
    const shown = actions.filter(({ title }) => title === 'Show the rule total-periods-count');
    assert.equal(shown.length, 1, titles.join('; '));
    assert.notEqual(actions[0], shown[0], titles.join('; '));
    const { command } = shown[0] ?? {};
    assert.deepEqual([command?.command, command?.arguments], ['targetgroup.showRule', ['total-periods-count']]);
    await commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
    const isShown = () =>
      window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input, label }) => input instanceof TabInputWebview && label.includes('RULES.md')),
      );
    await until(isShown, { what: 'the page of the rule', within: 20_000 });
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('mend everything lossless when the file is saved', async () => {
    const settings = workspace.getConfiguration('editor', { uri: definition.document.uri, languageId: 'targetgroup' });
    await settings.update('codeActionsOnSave', { 'source.fixAll.targetgroup': 'explicit' }, false, true);
    const saved = new TextDecoder().decode(await workspace.fs.readFile(definition.document.uri));
    try {
      await definition.replace('"totalPeriods": 4', '"totalPeriods": "4"');
      await definition.problems('schema-type', (all) => all.some((one) => codeOf(one) === 'schema-type'));
      await commands.executeCommand('workbench.action.files.save');
      await until(() => !definition.document.isDirty, { what: 'saved', within: 15_000 });
      assert.equal(new TextDecoder().decode(await workspace.fs.readFile(definition.document.uri)), saved);
    } finally {
      await settings.update('codeActionsOnSave', undefined, false, true);
      await workspace.fs.writeFile(definition.document.uri, new TextEncoder().encode(saved));
    }
  });
});
