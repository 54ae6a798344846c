import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands, ConfigurationTarget, env, extensions, type TextDocument, window, workspace } from 'vscode';
import {
  createSandbox,
  type FaultDetails,
  type FaultOrder,
  readFaultOrder,
  type Sandbox,
} from '../../../server/src/sandbox/index';
import { formsOf } from '../../support/faults/canaries';
import { answering, type Asked } from '../author';
import type { Folders } from './confirming-extension';

/* Every fault of the sandbox, from the editor: with an author who agrees, and a clock that goes twenty times as fast. */

const password = 'canary-pässword-1';
const secret = 'canary-secret-2';
const extensionId = 'targetgroup.targetgroup';

const textOf = (name: string): string => `{ "name": ${JSON.stringify(name)}, "active": true, "trackingType": "DEFAULT",
  "preferredTillId": 7998987987686876867, "targetEvaluationType": "FIXED_CALENDAR_WINDOW", "frequencyType": "DAILY",
  "frequency": 1.00, "recurringCycles": 0, "totalPeriods": 1, "description": "\\u00e9 é 🌷",
  "periods": [{ "refCode": "p1", "startDate": "2027-02-01", "endDate": "2027-02-01" }],
  "targets": [{ "name": "t", "targetEntity": "TRANSACTION", "targetType": "SALES", "expression": "true",
    "expressionJson": "{\\"arity\\":\\"literal\\",\\"value\\":\\"true\\",\\"type\\":\\"boolean:primitive\\"}",
    "defaultValues": [{ "defaultValue": 1.00 }] }] }
`;

/** What the documentation says that each fault of the create comes to, as it was measured with the command line. */
function documentedOutcomes(): [fault: string, outcome: string][] {
  const table = readFileSync(path.join(repository(), 'docs/faults.md'), 'utf8').split(/^## /m)[1] ?? '';
  return [...table.matchAll(/^\| `([\w-]+)` +\|[^|]*\| ([a-z, ]+?) +\|/gm)].map(([, fault = '', outcome = '']) => [
    fault,
    outcome,
  ]);
}

describe('the verdict of a submit in the editor', () => {
  let sandbox: Sandbox;
  let host: string;
  let folders: Folders;
  let files: string;
  let opened = 0;
  let count = 0;
  const seen: string[] = [];
  const configuration = () => workspace.getConfiguration('targetgroup');

  before(async () => {
    const extension = extensions.getExtension<Folders>(extensionId);
    folders = (await extension?.activate()) ?? assert.fail('the extension is not there');
    files = mkdtempSync(path.join(tmpdir(), 'targetgroup-verdicts-'));
    sandbox = createSandbox({ port: 0 });
    host = await sandbox.listen();
    await configuration().update(
      'environments',
      [
        { name: 'Till', host, authentication: 'basic', kind: 'test' },
        { name: 'Client', host, authentication: 'oauth', kind: 'test' },
      ],
      ConfigurationTarget.Global,
    );
    await configuration().update('submit.timeoutSeconds', 60, ConfigurationTarget.Global);
    await choose('Till');
    await submit(await open(textOf('first')), [
      { to: 'User', with: 'till1' },
      { to: 'Password', with: password },
    ]);
  });

  after(async () => {
    for (const key of ['environments', 'environment', 'submit.timeoutSeconds']) {
      await configuration().update(key, undefined, ConfigurationTarget.Global);
    }
    await sandbox.close();
    rmSync(files, { recursive: true });
  });

  afterEach(() => {
    sandbox.clearFaults();
  });

  const choose = (name: string) => configuration().update('environment', name, ConfigurationTarget.Global);
  const posts = () =>
    sandbox.received().filter(({ method, path: at }) => method === 'POST' && at === '/v3/targetGroups');
  const newName = (): string => `group ${++count}`;

  /* A file each: an untitled document may get the address of one closed just before, and then VS Code restores that one's text. */
  async function open(content: string): Promise<TextDocument> {
    const file = path.join(files, `${++opened}.targetgroup.json`);
    writeFileSync(file, content);
    const document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);
    return document;
  }

  async function run(command: string, answers: Parameters<typeof answering>[0] = []): Promise<Asked> {
    const asked = await answering(answers, async () => {
      await commands.executeCommand(command);
    });
    seen.push(...asked.messages, ...asked.questions, ...asked.lists.flat());
    return asked;
  }

  /** Closes the document when the verdict is there. */
  async function submit(_document: TextDocument, answers: Parameters<typeof answering>[0] = []): Promise<Asked> {
    const asked = await run('targetgroup.submit', answers);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return asked;
  }

  function addFault(text: string, details: FaultDetails = {}): FaultOrder {
    const order = readFaultOrder(text, details);
    if (typeof order === 'string') assert.fail(order);
    sandbox.addFault(order);
    return order;
  }

  async function groupsNamed(name: string): Promise<number> {
    const authorization = `Basic ${btoa(`till1:${'0'.repeat(32)}`)}`;
    const response = await fetch(`${host}/v3/targetGroups`, { headers: { authorization } });
    const { data } = (await response.json()) as { data: { name: string }[] };
    return data.filter((group) => group.name === name).length;
  }

  describe('is, for each fault of the create, what the command line says:', () => {
    const outcomes = documentedOutcomes();

    it('there are faults', () => {
      assert.ok(outcomes.length > 50, `${outcomes.length}`);
    });

    for (const [fault, outcome] of outcomes) {
      it(`${fault}: ${outcome}`, async () => {
        const name = newName();
        const order = addFault(`${fault}:1`, { milliseconds: 200 });
        const before = posts().length;
        const { messages } = await submit(await open(textOf(name)));
        sandbox.clearFaults();
        const said = messages.join('\n');
        assert.match(said, verdictPattern(outcome));
        assert.equal(posts().length - before, 1, 'one POST and no other');
        const record = (await records()).find((one) => one.includes(name)) ?? '';
        assert.match(record, new RegExp(outcome.startsWith('created') ? 'created' : outcome));
        assert.equal(await groupsNamed(name), order.isProcessed ? 1 : 0);
      });
    }
  });

  async function records(): Promise<readonly string[]> {
    return (await run('targetgroup.showSubmissions')).lists[0] ?? [];
  }

  it('of fifty commands at once is one', async () => {
    const name = newName();
    await open(textOf(name));
    // All fifty ask for the name at once: a busy machine needs its time.
    await configuration().update('submit.timeoutSeconds', 300, ConfigurationTarget.Global);
    const before = posts().length;
    const { messages } = await answering([], async () => {
      await Promise.all(Array.from({ length: 50 }, () => commands.executeCommand('targetgroup.submit')));
    });
    assert.equal(posts().length - before, 1, messages.join('\n'));
    await configuration().update('submit.timeoutSeconds', 60, ConfigurationTarget.Global);
    assert.equal(messages.filter((message) => message.startsWith('Created')).length, 1, messages.join('\n'));
    assert.equal(await groupsNamed(name), 1);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`of a redirect with ${status} sends nothing to where it leads`, async () => {
      let arrived = 0;
      const other = http.createServer((_request, response) => {
        arrived += 1;
        response.end();
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as AddressInfo;
      try {
        for (const to of [
          `http://127.0.0.1:${port}/v3/targetGroups`,
          `//127.0.0.1:${port}/`,
          `http://localhost:${port}/`,
        ]) {
          addFault(`redirect-${status}:1`, { to });
          const { messages } = await submit(await open(textOf(newName())));
          assert.match(messages.join('\n'), new RegExp(`redirect refused: .*:${port}`));
        }
        assert.equal(arrived, 0);
      } finally {
        other.close();
      }
    });
  }

  it('is about the very bytes of the editor', async () => {
    for (const content of [
      textOf(newName()),
      textOf(newName()).replaceAll('\n', '\r\n'),
      textOf(newName()).replace('"active"', '"b\\u0061d": 12345678901234567890, "active"').trimEnd(),
    ]) {
      const document = await open(content);
      const text = document.getText();
      await submit(document);
      assert.equal(new TextDecoder().decode(posts().at(-1)?.body), text);
    }
  });

  it('that stayed open is settled by looking again, once the group is there', async () => {
    const name = newName();
    addFault('drop-before@create:1');
    const { messages } = await submit(await open(textOf(name)));
    assert.match(messages.join('\n'), /^Unknown: .*may still come/);
    const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa(`late:${'0'.repeat(32)}`)}` };
    await run('targetgroup.reconcile', [{ to: 'Look up what became of which submit', with: name }]);
    assert.match((await records()).find((one) => one.includes(name)) ?? '', /unknown/);
    await fetch(`${host}/v3/targetGroups`, { method: 'POST', headers, body: textOf(name) });
    const again = await run('targetgroup.reconcile', [{ to: 'Look up what became of which submit', with: name }]);
    assert.match(again.messages.join('\n'), /^Created: the answer was lost, but .* has the group now, under id \d+/);
    assert.match((await records()).find((one) => one.includes(name)) ?? '', /created, as was found out later \d+/);
  });

  describe('of an API client', () => {
    before(() => choose('Client'));
    after(() => choose('Till'));

    const tokens = () => sandbox.received().filter(({ path: at }) => at === '/v3/oauth/token/generate');

    it('is asked for with a token in its own header, which two submits share', async () => {
      const before = tokens().length;
      const first = await submit(await open(textOf(newName())), [
        { to: 'Key', with: 'client-key' },
        { to: 'Secret', with: secret },
      ]);
      assert.match(first.messages.join('\n'), /Created/);
      const second = await submit(await open(textOf(newName())));
      assert.match(second.messages.join('\n'), /Created/);
      // It was asked for to try the sign-in out, and is good for all that came after.
      assert.equal(tokens().length - before, 1);
      const sent =
        posts()
          .at(-1)
          ?.headerNames.map((name) => name.toLowerCase()) ?? [];
      assert.ok(sent.includes('x-cap-api-oauth-token') && !sent.includes('authorization'), sent.join());
    });

    it('is not repeated after a 401', async () => {
      const before = posts().length;
      addFault('status-401@create:1');
      const { messages } = await submit(await open(textOf(newName())));
      assert.match(messages.join('\n'), /^Unauthorized/);
      assert.equal(posts().length - before, 1);
    });

    it('keeps no sign-in that was refused', async () => {
      await run('targetgroup.signOut', [{ to: 'Sign out', with: 'Forget all' }]);
      const { questions, messages } = await run('targetgroup.signIn', [
        { to: 'Sign in to which environment', with: 'Client' },
        { to: 'Key', with: 'client-key' },
        { to: 'Secret', with: 'wrong' },
      ]);
      assert.match(questions.join('\n'), /The sign-in is not kept\. Unauthorized/);
      assert.match((await run('targetgroup.signOut')).messages.join('\n') + messages.join('\n'), /Nothing is stored/);
    });
  });

  it('can be prepared from a group that is there already', async () => {
    const name = newName();
    const answers = [
      { to: 'User', with: 'till1' },
      { to: 'Password', with: password },
    ];
    await submit(await open(textOf(name)), answers);
    const { messages } = await run('targetgroup.newFromLive', [{ to: 'from which group', with: name }]);
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(messages.join('\n'), /Left out, because only the API gives it: .*\bid\b/);
    const made = JSON.parse(text) as { name: string; id?: unknown; periods: { id?: unknown; refCode: string }[] };
    assert.deepEqual(
      [made.name, made.id, made.periods[0]?.refCode, made.periods[0]?.id],
      [name, undefined, 'p1', undefined],
    );
    assert.match(text, /7998987987686876867/);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  // Nested ones run last: by then both sign-ins were used.
  describe('at the end', () => {
    it('leaves no secret in any message, list, document, clipboard, log or stored file', async () => {
      await open(textOf('first'));
      await commands.executeCommand('targetgroup.copyAsCurl');
      const open2 = workspace.textDocuments.map((document) => document.getText());
      const written = [folders.storage, path.dirname(folders.logs)]
        .flatMap(filesIn)
        .map((file) => readFileSync(file, 'latin1'));
      assert.ok(written.length > 20, `${written.length} files were looked at`);
      const everything = [...seen, ...open2, ...written, await env.clipboard.readText()].join('\n');
      for (const canary of [password, secret]) {
        for (const spelling of formsOf(canary)) assert.ok(!everything.includes(spelling), `${spelling} is there`);
      }
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
});

function verdictPattern(outcome: string): RegExp {
  switch (outcome) {
    case 'created, reconciled':
      return /^Created: the answer was lost/;
    case 'created':
      return /^Created: .* made the target group under id \d+/;
    default:
      return new RegExp(`^${outcome}`, 'i');
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** The suite is bundled: its own place says nothing about the sources. */
function repository(): string {
  return path.resolve(extensions.getExtension(extensionId)?.extensionPath ?? '', '../../..');
}
