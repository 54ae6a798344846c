import assert from 'node:assert/strict';
import {
  commands,
  type CompletionItem,
  type CompletionList,
  MarkdownString,
  Range,
  SnippetString,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';
import { isError, openDefinition, type Definition } from './definition';

const begun = `{
  "name": "Months",
  "trackingType": "DEFAULT",
  "targetEvaluationType": "FIXED_CALENDAR_WINDOW",
  "totalPeriods": 1,
  "frequencyType": "MONTHLY",
  "frequency": 1,
  "recurringCycles": 0,
  "periods": [
    { "refCode": "Month_1", "startDate": "2027-01-01T00:00:00.000Z", "endDate": "2027-01-31T23:59:59.999Z" }
  ],
  "targets": [
    {
      "name": "Days out",
      "targetEntity": "EVENT",
      "targetType": "COUNT",
      "eventName": "Outing",
      "enrolmentMethod": "IMPORT",
      "defaultValues": [{ "defaultValue": 3 }]
    }
  ]
}
`;

describe('suggestions in the editor', () => {
  const uris: Uri[] = [];
  let definition: Definition;

  async function write(name: string, text: string): Promise<void> {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = Uri.joinPath(folder.uri, name);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    uris.push(uri);
  }

  before(async () => {
    await write('elsewhere.targetgroup.json', '{ "name": "E", "targets": [{ "eventName": "SeenElsewhere" }] }');
    await write('begun.targetgroup.json', begun);
  });

  beforeEach(async () => {
    definition = await openDefinition('begun.targetgroup.json');
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });

  after(async () => {
    for (const uri of uris) await workspace.fs.delete(uri);
  });

  async function itemsAfter(text: string): Promise<CompletionItem[]> {
    const resolved = 50;
    const { document, after } = definition;
    const where = [document.uri, after(text), undefined, resolved] as const;
    return (await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', ...where)).items;
  }
  const labelOf = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label).replaceAll('"', '');
  const labelsAfter = async (text: string) => (await itemsAfter(text)).map(labelOf);

  async function take({ insertText, range, additionalTextEdits = [] }: CompletionItem): Promise<void> {
    const editor = window.activeTextEditor;
    assert.ok(editor && insertText !== undefined && range);
    const elsewhere = new WorkspaceEdit();
    elsewhere.set(editor.document.uri, additionalTextEdits);
    await workspace.applyEdit(elsewhere);
    const text = typeof insertText === 'string' ? new SnippetString().appendText(insertText) : insertText;
    await editor.insertSnippet(text, range instanceof Range ? range : range.replacing);
  }

  it('are the types of the entity, with what they mean', async () => {
    await definition.replace('"targetType": "COUNT"', '"targetType": ""');
    const items = await itemsAfter('"targetType": "');
    assert.deepEqual(items.map(labelOf), ['COUNT', 'VISIT', 'EVENT_ATTRIBUTE']);
    for (const { documentation } of items) assert.ok(documentation instanceof MarkdownString && documentation.value);
  });

  it('are the next period, which is taken with a value in each target and adds no error', async () => {
    await definition.replace('31T23:59:59.999Z" }', '31T23:59:59.999Z" },');
    const [next] = await itemsAfter('31T23:59:59.999Z" },');
    assert.ok(next);
    assert.equal(labelOf(next), 'next period');
    await take(next);
    const text = definition.document.getText();
    assert.match(text, /"Month_2", "startDate": "2027-02-01T00:00:00.000Z", "endDate": "2027-02-28T23:59:59.999Z"/);
    assert.match(text, /"totalPeriods": 2,/);
    assert.equal(text.match(/"defaultValue": 3/g)?.length, 2);
    await definition.problems('no error', (all) => !all.some(isError));
  });

  it('are the events that another definition names, which is not open', async () => {
    await definition.replace('"eventName": "Outing"', '"eventName": ""');
    const labels = await until(
      async () => {
        const found = await labelsAfter('"eventName": "');
        return found.includes('SeenElsewhere') ? found : undefined;
      },
      { what: 'the event of the other file', within: 20_000 },
    );
    assert.ok(labels.includes('TransactionAdd'));
    await definition.replace('"eventName": ""', '"eventName": ');
    assert.ok((await labelsAfter('"eventName": ')).includes('SeenElsewhere'));
  });

  it('have the documentation of their key once it is asked for', async () => {
    await definition.replace('"recurringCycles": 0,', '"recurringCycles": 0,\n  ""');
    const items = await itemsAfter('"recurringCycles": 0,\n  "');
    const zone = items.find((item) => labelOf(item) === 'timeZoneName');
    assert.ok(zone?.documentation instanceof MarkdownString, items.map(labelOf).join());
    assert.match(zone.documentation.value, /Time zone/);
    assert.ok(!items.some((item) => ['streaks', 'combinationType', 'name'].includes(labelOf(item))));
  });
});
