import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  ConfigurationTarget,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type MarkdownString,
  Range,
  type SelectionRange,
  type SymbolInformation,
  Uri,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';
import { type Definition, openDefinition } from './definition';

const body = 'accepted/create-01-default-event-attribute-daily.targetgroup.json';

describe('what helps to read a definition', () => {
  let definition: Definition;
  const execute = <Result>(what: string, ...rest: unknown[]): Thenable<Result> =>
    commands.executeCommand<Result>(`vscode.execute${what}`, definition.document.uri, ...rest);
  const textAt = ({ range }: { readonly range: Range }): string => definition.document.getText(range);
  const whole = (): Range => new Range(0, 0, definition.document.lineCount, 0);
  /** Behind the first default value, which is that of the first period. */
  const value = () => definition.after('"defaultValues": [\n        {\n          "defaultValue": "1.0');

  beforeEach(async () => {
    definition = await openDefinition(body);
    await definition.problems('the findings', (all) => all.length > 0);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });

  const hints = async (): Promise<string[]> =>
    (await execute<InlayHint[]>('InlayHintProvider', whole())).map(({ label }) =>
      typeof label === 'string' ? label : label.map((part) => part.value).join(''),
    );
  const lenses = async (): Promise<string[]> =>
    (await execute<CodeLens[]>('CodeLensProvider', 9)).map(({ command }) => command?.title ?? '');
  const set = (name: string, to: boolean | undefined): Thenable<void> =>
    workspace.getConfiguration(undefined, definition.document).update(name, to, ConfigurationTarget.Workspace);

  it('hints at lengths and at the periods of values, until that is switched off', async () => {
    await definition.replace('"totalPeriods": 4', '"totalPeriods": 9');
    const day = '1 day';
    const values = [8, 9, 10, 11].map((date, index) => `Cycle_${index + 1} · ${date} Oct`);
    assert.deepEqual((await hints()).sort(), ['4 periods', day, day, day, day, ...values].sort());
    await set('targetgroup.inlayHints.enabled', false);
    await until(async () => (await hints()).length === 0, { what: 'no hints', within: 10_000 });
    await set('targetgroup.inlayHints.enabled', undefined);
    await until(async () => (await hints()).length > 0, { what: 'hints', within: 10_000 });
  });

  it('counts above the definition, with Preview, Dry run and Submit, until that is switched off', async () => {
    const all = await lenses();
    assert.ok(
      all.some((title) => /^4 periods · 1 target · \d+ problems?$/.test(title)),
      all.join(),
    );
    assert.ok(
      all.includes('Preview') && all.includes('Dry run') && all.some((title) => title.startsWith('Submit')),
      all.join(),
    );
    await set('targetgroup.codeLens.enabled', false);
    await until(async () => (await lenses()).length === 0, { what: 'no lens', within: 10_000 });
    await set('targetgroup.codeLens.enabled', undefined);
    await until(async () => (await lenses()).length === 4, { what: 'four lenses', within: 10_000 });
  });

  it('offers nothing of it in an old revision', async () => {
    const lensesOf = (uri: Uri) => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
    const untitled = await workspace.openTextDocument({ language: 'targetgroup', content: '{ "name": "x" }' });
    await until(async () => (await lensesOf(untitled.uri)).length === 4, { what: 'lenses', within: 10_000 });
    const old = workspace.registerTextDocumentContentProvider('git', { provideTextDocumentContent: () => '{}' });
    try {
      const revision = await workspace.openTextDocument(Uri.parse('git:/old.targetgroup.json'));
      assert.deepEqual(await lensesOf(revision.uri), []);
    } finally {
      old.dispose();
    }
  });

  it('outlines with names and days', async () => {
    const symbols = await execute<DocumentSymbol[]>('DocumentSymbolProvider');
    const childrenOf = (name: string) => symbols.find((symbol) => symbol.name === name)?.children ?? [];
    const first = childrenOf('periods')[0];
    assert.deepEqual([first?.name, first?.detail], ['Cycle_1', '2024-10-08 – 2024-10-08']);
    const values = childrenOf('targets')[0]?.children.find(({ name }) => name === 'defaultValues');
    assert.deepEqual(
      values?.children.map(({ name, detail }) => `${name} ${detail}`),
      [8, 9, 10, 11].map((date, index) => `1.00 Cycle_${index + 1} · ${date} Oct`),
    );
  });

  it('folds, and selects part by part', async () => {
    const folds = await execute<FoldingRange[]>('FoldingRangeProvider');
    const line = definition.after('"periods": [').line;
    assert.ok(folds.some(({ start }) => start === line));
    const [selection] = await execute<SelectionRange[]>('SelectionRangeProvider', [value()]);
    const texts: string[] = [];
    for (let at = selection; at; at = at.parent) texts.push(textAt(at));
    const [inner, quoted, member] = ['1.00', '"1.00"', '"defaultValue": "1.00"'].map((text) => texts.indexOf(text));
    assert.ok(inner !== undefined && quoted !== undefined && member !== undefined);
    assert.ok(inner >= 0 && inner < quoted && quoted < member, texts.slice(0, 5).join(' | '));
  });

  it('links to the documentation and to rules', async () => {
    await definition.replace('"trackingType": "DEFAULT"', '"trackingType": 7');
    await definition.problems('schema-type', (all) => all.some((one) => textAt(one) === '7'));
    const links = await execute<DocumentLink[]>('LinkProvider');
    const targets = links.map((link) => `${textAt(link)} ${link.target?.toString(true) ?? ''}`);
    assert.ok(targets.includes('7 command:targetgroup.showRule?["schema-type"]'), targets.join('\n'));
    assert.ok(
      targets.some((target) => target.startsWith('"EVENT" https://docs.capillarytech.com/')),
      targets.join('\n'),
    );
  });

  it('leads from a value to its period and back', async () => {
    const code = definition.after('"refCode": "Cycle');
    const [period] = await execute<Location[]>('DefinitionProvider', value());
    assert.equal(period && textAt(period), '"Cycle_1"');
    const values = await execute<Location[]>('DefinitionProvider', code);
    assert.deepEqual(values.map(textAt), ['"1.00"']);
    assert.ok(values[0]?.range.contains(value()));
    const references = await execute<Location[]>('ReferenceProvider', value());
    assert.deepEqual(references.map(textAt).sort(), ['"1.00"', '"Cycle_1"']);
    const marks = await execute<DocumentHighlight[]>('DocumentHighlights', code);
    assert.deepEqual(marks.map(textAt).sort(), ['"1.00"', '"Cycle_1"']);
  });

  it('explains a date, a value and a condition, with the rules that watch them', async () => {
    const markdownAt = async (place: string): Promise<string> => {
      const hovers = await execute<Hover[]>('HoverProvider', definition.after(place));
      for (const part of hovers.flatMap(({ contents }) => contents)) {
        assert.ok(typeof part !== 'string' && 'value' in part);
        assert.ok(!('isTrusted' in part && part.isTrusted === true));
      }
      return hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join('\n');
    };
    const date = await markdownAt('"endDate": "2024-10-0');
    assert.match(date, /Tuesday, 8 Oct 2024\*\*, [\d]+ days ago\. The API stores/);
    assert.match(date, /\[period-dates-order\]\(<file:[^)>]*RULES\.md#L\d+>\)/);
    assert.match(await markdownAt('"defaultVa'), /defaultValues/);
    assert.match(await markdownAt('          "defaultVal'), /Of `Cycle_1`, 8 Oct 2024/);
    assert.match(await markdownAt('"expressionJs'), /^`true`\n\n---\n/);
  });

  it('renames a refCode', async () => {
    const edit = await execute<WorkspaceEdit>(
      'DocumentRenameProvider',
      definition.after('"refCode": "Cycle'),
      'Spring',
    );
    assert.ok(await workspace.applyEdit(edit));
    assert.match(definition.document.getText(), /"refCode": "Spring",/);
    await assert.rejects(
      async () => execute<WorkspaceEdit>('DocumentRenameProvider', definition.after('"refCode": "Spri'), 'Cycle_2'),
      /that of period 2/,
    );
  });

  it('finds groups of the workspace by their names', async () => {
    const find = () =>
      commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'UCCtesttarget2');
    const isFound = async () =>
      (await find()).some(({ location }) => location.uri.toString() === definition.document.uri.toString());
    await until(isFound, { what: 'the group', within: 15_000 });
  });
});
