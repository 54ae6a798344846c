import assert from 'node:assert/strict';
import { type CodeAction, commands, languages, Range, type TextDocument, window, workspace } from 'vscode';
import { until } from '../support/until';
import { type Answer, answering } from './author';
import { type Definition, openDefinition } from './definition';

const body = 'accepted/create-01-default-event-attribute-daily.targetgroup.json';

interface Body {
  readonly name: string;
  readonly trackingType: string;
  readonly totalPeriods: number;
  readonly periods: readonly { readonly startDate: string; readonly endDate: string }[];
  readonly targets: readonly { readonly defaultValues: readonly { readonly defaultValue: unknown }[] }[];
}
const read = (document: TextDocument) => JSON.parse(document.getText()) as Body;

/** Runs a command, each of its questions answered. @returns what it said. */
async function run(command: string, ...answers: readonly Answer[]): Promise<readonly string[]> {
  const { questions, messages } = await answering(answers, async () => {
    await commands.executeCommand(`targetgroup.${command}`);
  });
  assert.equal(questions.length, answers.length, questions.join('; '));
  return messages;
}

describe('generators', () => {
  let definition: Definition;

  beforeEach(async () => {
    definition = await openDefinition(body);
    await definition.problems('the first check', (all) => all.length > 0);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('lay periods one behind the other, values and counts with them, undone by one step', async () => {
    const before = definition.document.getText();
    const messages = await run(
      'generatePeriods',
      { to: 'First day', with: '2028-01-31' },
      { to: 'How many of them', with: '1' },
      { to: 'How many periods', with: '3' },
      { to: 'Generate Periods', with: 'Calendar months' },
    );
    assert.deepEqual(messages, []);
    const { periods, targets, totalPeriods } = read(definition.document);
    assert.deepEqual(
      periods.map(({ startDate, endDate }) => [startDate.slice(0, 10), endDate.slice(0, 10)]),
      [
        ['2028-01-31', '2028-02-28'],
        ['2028-02-29', '2028-03-28'],
        ['2028-03-29', '2028-04-28'],
      ],
    );
    assert.deepEqual([totalPeriods, ...targets.map(({ defaultValues }) => defaultValues.length)], [3, 3]);
    await commands.executeCommand('undo');
    assert.equal(definition.document.getText(), before);
  });

  it('move all dates, fill values, add a target to a unified group', async () => {
    const first = read(definition.document).periods[0]?.startDate.slice(0, 10) ?? '';
    await run('shiftDates', { to: 'Move All Dates\n', with: '1' }, { to: 'Move All Dates', with: 'By weeks' });
    const moved = read(definition.document).periods[0]?.startDate.slice(0, 10) ?? '';
    assert.equal(Date.parse(moved) - Date.parse(first), 7 * 86_400_000);
    await run('fillDefaultValues', { to: 'What is needed', with: '77' }, { to: 'Fill Default', with: 'The same' });
    assert.deepEqual(
      new Set(read(definition.document).targets[0]?.defaultValues.map((entry) => Number(entry.defaultValue))),
      new Set([77]),
    );
    assert.deepEqual(await run('toUnified'), []);
    assert.equal(read(definition.document).trackingType, 'UNIFIED');
    await run(
      'addTarget',
      { to: 'Name of the target', with: 'Third' },
      { to: 'What is needed', with: '3' },
      { to: 'Name of the event', with: 'steps' },
      { to: 'Add a Target', with: 'Number of events' },
    );
    assert.equal(read(definition.document).targets.length, 3);
  });

  it('say why they refuse, and stop at a question that is dismissed', async () => {
    const before = definition.document.getText();
    assert.deepEqual(await run('sortPeriods'), ['The periods are in the order of their days.']);
    const { questions, messages } = await answering([], async () => {
      await commands.executeCommand('targetgroup.generatePeriods');
    });
    assert.deepEqual([questions.length, messages], [1, []]);
    assert.equal(definition.document.getText(), before);
    await definition.replace('"name"', '"name');
    const [said = ''] = await run('toUnified');
    assert.match(said, /cannot be read completely/);
  });

  it('clone it for the next year: a new file beside it, to be saved', async () => {
    const before = definition.document.getText();
    await run('cloneForNextYear', { to: 'Clone for the Next Year', with: 'Next one' });
    const document = window.activeTextEditor?.document;
    assert.ok(document && document !== definition.document);
    assert.deepEqual([document.uri.scheme, document.languageId, document.isDirty], ['untitled', 'targetgroup', true]);
    assert.match(document.uri.path, /accepted\/create-01-[^/]*-next-year\.targetgroup\.json$/);
    const [year, next] = [read(definition.document), read(document)].map(({ periods }) =>
      Number(periods[0]?.startDate.slice(0, 4)),
    );
    assert.equal(next, (year ?? 0) + 1);
    assert.equal(read(document).name, 'Next one');
    assert.equal(definition.document.getText(), before);
  });

  it('write a new definition after three questions, without an error', async () => {
    await run(
      'new',
      { to: 'New Definition\nName', with: 'Brand new' },
      { to: 'New Definition', with: '' },
      { to: 'New Definition', with: '' },
    );
    const document = window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'targetgroup');
    const { name, periods } = read(document);
    assert.deepEqual([name, periods.length], ['Brand new', 1]);
    await until(async () => (await symbolsOf(document)) > 0, {
      what: 'the outline of the new definition',
      within: 15_000,
    });
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
  });

  it('are offered as refactorings where they fit', async () => {
    const { document } = definition;
    const at = definition.after('"trackingType');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(at, at),
      'refactor',
    );
    const action = actions.find(({ title }) => title === 'Make it a unified group');
    assert.ok(action?.edit && (await workspace.applyEdit(action.edit)));
    assert.equal(read(document).trackingType, 'UNIFIED');
  });

  it('say that there is no definition in front', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const command of [
      'generatePeriods',
      'shiftDates',
      'fillDefaultValues',
      'cloneForNextYear',
      'addTarget',
      'toUnified',
      'sortPeriods',
    ]) {
      const messages = await run(command);
      assert.deepEqual(messages, ['Open a target group definition (*.targetgroup.json) first.'], command);
    }
  });
});

async function symbolsOf(document: TextDocument): Promise<number> {
  const found = await commands.executeCommand<unknown[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return found?.length ?? 0;
}
