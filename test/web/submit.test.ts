import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, type TextDocument, window, workspace } from 'vscode';
import { answering } from '../e2e/author';

/** Of the sandbox that runs beside this browser; put in when the suite is bundled. */
declare const SANDBOX_HOST: string;

const text = `{ "name": "from the web 1.00", "active": true, "trackingType": "DEFAULT", "preferredTillId": 7998987987686876867,
  "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "DAILY", "frequency": 1, "recurringCycles": 0,
  "totalPeriods": 1, "periods": [{ "refCode": "p1", "startDate": "2027-02-01", "endDate": "2027-02-01" }],
  "targets": [{ "name": "t", "targetEntity": "TRANSACTION", "targetType": "SALES", "expression": "true",
    "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\",\\"type\\":\\"boolean:primitive\\"}",
    "defaultValues": [{ "defaultValue": 1 }] }] }
`;

describe('submit in VS Code for the Web', () => {
  let document: TextDocument;
  const configuration = () => workspace.getConfiguration('targetgroup');

  before(async () => {
    const environments = [{ name: 'Beside', host: SANDBOX_HOST, authentication: 'basic', kind: 'test' }];
    await configuration().update('environments', environments, ConfigurationTarget.Global);
    await configuration().update('environment', 'Beside', ConfigurationTarget.Global);
    document = await workspace.openTextDocument({ language: 'targetgroup', content: text });
    await window.showTextDocument(document);
  });

  const signIn = [
    { to: 'User', with: 'till1' },
    { to: 'Password', with: 'a password' },
    { to: 'Create the target group', with: 'Create' },
  ];
  const run = (command: string) =>
    answering(signIn, async () => {
      await commands.executeCommand(command);
    });

  it('creates the group once, where the host lets a page read its answers', async () => {
    const { messages } = await run('targetgroup.submit');
    assert.match(messages.join('\n'), /^Created: 127\.0\.0\.1:\d+ made the target group under id \d+/);
    const again = await run('targetgroup.submit');
    assert.match(again.messages.join('\n'), /^Blocked: .*Exactly this content was created at/);
  });

  it('remembers it in files that the browser keeps', async () => {
    const { lists } = await run('targetgroup.showSubmissions');
    assert.match(lists.flat().join('\n'), /from the web 1\.00 \| created \d+ · Beside/);
  });

  it('says that the sandbox has to be started elsewhere', async () => {
    await configuration().update('environment', 'Sandbox', ConfigurationTarget.Global);
    const { questions, messages } = await run('targetgroup.submit');
    assert.match([...questions, ...messages].join('\n'), /sandbox/i);
  });
});
