import assert from 'node:assert/strict';
import { type CodeAction, commands, ConfigurationTarget, type Diagnostic, DiagnosticSeverity, workspace } from 'vscode';
import { createSandbox, type Sandbox } from '../../server/src/sandbox/index';
import { answering } from './author';
import { codeOf, type Definition, openDefinition } from './definition';

const body = 'accepted/create-15-alternate-currency.targetgroup.json';
const environment = 'Local';

describe('submit', () => {
  let sandbox: Sandbox;
  let host: string;
  let definition: Definition;
  const configuration = () => workspace.getConfiguration('targetgroup');

  before(async () => {
    sandbox = createSandbox({ port: 0, switches: { leaderboardDisabled: true } });
    host = await sandbox.listen();
    const environments = [{ name: environment, host, authentication: 'basic', kind: 'test' }];
    await configuration().update('environments', environments, ConfigurationTarget.Global);
    await configuration().update('environment', environment, ConfigurationTarget.Global);
  });

  after(async () => {
    await configuration().update('environments', undefined, ConfigurationTarget.Global);
    await configuration().update('environment', undefined, ConfigurationTarget.Global);
    await sandbox.close();
  });

  beforeEach(async () => {
    definition = await openDefinition(body);
  });

  const submit = () => commands.executeCommand('targetgroup.submit');
  const posts = () => sandbox.received().filter(({ method, path }) => method === 'POST' && path === '/v3/targetGroups');

  it('sends nothing when a question is dismissed', async () => {
    const { questions } = await answering([], async () => {
      await submit();
    });
    assert.match(questions.join('\n'), /Sign in to Local/);
    assert.deepEqual(posts(), []);
  });

  it('asks for the sign-in once, then keeps it in the secret storage', async () => {
    const first = await answering(
      [
        { to: 'User', with: 'till1' },
        { to: 'Password', with: 'a password' },
      ],
      async () => {
        await submit();
      },
    );
    assert.equal(first.questions.length, 3, first.questions.join('\n'));
    assert.match(first.questions[2] ?? '', /^Create the target group/);
    const second = await answering([], async () => {
      await submit();
    });
    assert.equal(second.questions.length, 1, second.questions.join('\n'));
    assert.deepEqual(posts(), []);
  });

  it('sends the text of the editor, byte for byte, once it is confirmed', async () => {
    const { messages } = await answering([{ to: 'Create the target group', with: 'Create' }], async () => {
      await submit();
    });
    assert.equal(posts().length, 1);
    assert.equal(new TextDecoder().decode(posts()[0]?.body), definition.document.getText());
    assert.match(messages.join('\n'), /created/i);
  });

  it('sends nothing under a name that is taken, and says when and as what it was created', async () => {
    const sent = posts().length;
    const { messages } = await answering([], async () => {
      await submit();
    });
    assert.match(
      messages.join('\n'),
      /has a group "alternatecuurency_target" already\. Exactly this content was created at 20/,
    );
    assert.equal(posts().length, sent);
    // The line is marked, and the fix is a name that was asked for.
    const isTaken = (one: Diagnostic) => codeOf(one) === 310069;
    const problem = (await definition.problems('the name', (all) => all.some(isTaken))).find(isTaken);
    assert.equal(problem && definition.document.getText(problem.range), '"alternatecuurency_target"');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      definition.document.uri,
      problem?.range,
    );
    const rename = actions.find(({ title }) => title === 'Set name to "alternatecuurency_target 2"');
    assert.ok(rename?.edit, actions.map(({ title }) => title).join());
    await definition.replace('"active"', '"description": "x", "active"');
    assert.ok((await definition.problems('still there', () => true)).some(isTaken), 'gone with a change elsewhere');
    await workspace.applyEdit(rename.edit);
    await definition.problems('nothing of the API', (all) => !all.some(isTaken));
    assert.match(definition.document.getText(), /"name": "alternatecuurency_target 2"/);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('compares the definition with the live group in a dry run, and posts nothing', async () => {
    const sent = posts().length;
    const { messages } = await answering([], async () => {
      await commands.executeCommand('targetgroup.dryRun');
    });
    assert.equal(posts().length, sent);
    assert.match(messages.join('\n'), /Blocked: the organisation has a group/);
    const report = workspace.textDocuments.find(({ uri }) => uri.path.startsWith('/dry-run'))?.getText() ?? '';
    assert.match(report, /The group of this name has the id \d+\.\nIt is the same as this definition/);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('shows what the API refuses at its place in the text', async () => {
    await definition.replace('"alternatecuurency_target"', '"another name"');
    await definition.replace('"trackingType"', '"leaderboardEnabled": true, "trackingType"');
    await answering([{ to: 'Create the target group', with: 'Create' }], async () => {
      await submit();
    });
    const isOfApi = ({ source }: { readonly source?: string | undefined }) => source === 'targetgroup-api';
    const problem = (await definition.problems('the answer', (all) => all.some(isOfApi))).find(isOfApi);
    assert.equal(problem && codeOf(problem), 310133);
    assert.match(problem ? definition.document.getText(problem.range) : '', /leaderboardEnabled|true/);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('refuses a definition with errors without asking', async () => {
    const sent = posts().length;
    await definition.replace('"trackingType"', '"trackingType": 7, "x"');
    const { questions } = await answering([], async () => {
      await submit();
    });
    assert.match(questions.join('\n'), /problems that have to be fixed/);
    assert.equal(posts().length, sent);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('sends errors of a rule that was lowered only when the rule is named', async () => {
    const before = posts().length;
    await configuration().update('rules', { 'name-length': 'hint' }, ConfigurationTarget.Workspace);
    const long = 'n'.repeat(201);
    await definition.replace('"alternatecuurency_target"', `"${long}"`);
    const isHint = (one: Diagnostic) => codeOf(one) === 'name-length' && one.severity === DiagnosticSeverity.Hint;
    await definition.problems('name-length as a hint', (all) => all.some(isHint));
    const agreed = { to: 'Create the target group', with: 'Create' };
    const none = await answering([{ to: 'Errors of Rules', with: 'schema-type' }, agreed], async () => {
      await submit();
    });
    assert.match(none.messages.join('\n'), /Nothing was sent: .*\(name-length\)/);
    assert.equal(posts().length, before);
    const named = await answering([{ to: 'Errors of Rules', with: 'name-length' }, agreed], async () => {
      await submit();
    });
    assert.match(named.questions.at(-1) ?? '', /^Sent all the same: name-length, errors 1, line \d+: .*201/m);
    assert.equal(posts().length, before + 1);
    assert.match(new TextDecoder().decode(posts().at(-1)?.body), new RegExp(long));
    await configuration().update('rules', undefined, ConfigurationTarget.Workspace);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('forgets the sign-in on sign out', async () => {
    await answering([{ to: 'Sign out', with: environment }], async () => {
      await commands.executeCommand('targetgroup.signOut');
    });
    const { questions } = await answering([], async () => {
      await submit();
    });
    assert.match(questions.join('\n'), /Sign in to Local/);
  });
});
