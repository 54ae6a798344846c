import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  ConfigurationTarget,
  type Diagnostic,
  DiagnosticSeverity,
  Range,
  Uri,
  workspace,
} from 'vscode';
import { codeOf, type Definition, openDefinition } from './definition';

const mark = '\uFEFF';
const text = '{\n  "name": "Größe 😀",\n  "trackingType": "CAPPING"\n}\n';
const isMark = (one: Diagnostic) => codeOf(one) === 'byte-order-mark';
const hasMark = (all: readonly Diagnostic[]) => all.some(isMark);
const hasNone = (all: readonly Diagnostic[]) => !all.some(isMark);

describe('a file that begins with a byte order mark', () => {
  let definition: Definition;
  let files = 0;
  const uriOf = (name: string) => Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), name);
  const write = (name: string, content: string) =>
    workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(content));
  const bytes = async () => Buffer.from(await workspace.fs.readFile(definition.document.uri)).toString('utf8');

  beforeEach(async () => {
    // Each its own: VS Code keeps what it knows of a file for a while after the last editor is closed.
    const name = `marked-${++files}.targetgroup.json`;
    await write(name, mark + text);
    definition = await openDefinition(name);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(definition.document.uri);
  });

  const actions = () =>
    commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      definition.document.uri,
      new Range(0, 0, 0, 0),
      'quickfix',
    );

  it('is told once, at its beginning, with a link to the rule', async () => {
    const all = await definition.problems('byte-order-mark', hasMark);
    const [problem, ...more] = all.filter(isMark);
    assert.deepEqual(more, []);
    assert.equal(problem?.severity, DiagnosticSeverity.Warning);
    assert.ok(problem.range.isEqual(new Range(0, 0, 0, 1)));
    assert.ok(typeof problem.code === 'object');
    assert.equal(problem.code.target.toString(true), 'command:targetgroup.showRule?["byte-order-mark"]');
  });

  it('is saved without it, with what was typed since', async () => {
    await definition.problems('byte-order-mark', hasMark);
    await definition.replace('CAPPING', 'DEFAULT');
    const [fix] = (await actions()).filter(({ title }) => title === 'Save without the byte order mark');
    assert.ok(fix?.command && fix.isPreferred);
    await commands.executeCommand(fix.command.command, ...((fix.command.arguments ?? []) as unknown[]));
    await definition.problems('no byte-order-mark', hasNone);
    assert.equal(definition.document.encoding, 'utf8');
    assert.equal(definition.document.isDirty, false);
    assert.equal(await bytes(), text.replace('CAPPING', 'DEFAULT'));
    await definition.replace('DEFAULT', 'CAPPING');
    await definition.document.save();
    assert.equal(await bytes(), text, 'saving it later brings no mark back');
  });

  it('has the level that is set, and none when it is switched off', async () => {
    const rules = (value: unknown) =>
      workspace.getConfiguration('targetgroup').update('rules', value, ConfigurationTarget.Workspace);
    const at = (level: DiagnosticSeverity) => (all: readonly Diagnostic[]) =>
      all.some((one) => isMark(one) && one.severity === level);
    await rules({ 'byte-order-mark': 'hint' });
    await definition.problems('a hint', at(DiagnosticSeverity.Hint));
    await write('.targetgrouprc.json', '{ "rules": { "byte-order-mark": "error" } }');
    await definition.problems('an error: the file wins', at(DiagnosticSeverity.Error));
    const [off] = (await actions()).filter(({ title }) => title === 'Turn byte-order-mark off in .targetgrouprc.json');
    assert.ok(off?.edit && (await workspace.applyEdit(off.edit)));
    const rc = await workspace.openTextDocument(uriOf('.targetgrouprc.json'));
    assert.ok(await rc.save(), rc.getText());
    assert.deepEqual(JSON.parse(rc.getText()), { rules: { 'byte-order-mark': 'off' } });
    await definition.problems('nothing', hasNone);
    await workspace.fs.delete(uriOf('.targetgrouprc.json'));
    await definition.problems('the hint again', at(DiagnosticSeverity.Hint));
    await rules(undefined);
    await definition.problems('the default again', at(DiagnosticSeverity.Warning));
  });
});
