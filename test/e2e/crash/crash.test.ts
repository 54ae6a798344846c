import assert from 'node:assert/strict';
import { commands, type Diagnostic, languages, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { until } from '../../support/until';
import { codeOf } from '../definition';
import { watchServerProcesses, type ServerProcesses } from './server-processes';

/* A server that crashes, in its rules and as a whole: what the author sees, and what goes on. */

const within = 20_000;
const uriOf = (name: string) => Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), name);
const problemsOf = (name: string) => languages.getDiagnostics(uriOf(name));
const codesOf = (name: string) => problemsOf(name).map(codeOf);

interface Told {
  readonly message: string;
  readonly choices: readonly string[];
}

/** What the author is told while a test runs; the button that is named, if one is, is taken. */
function listening(): { readonly told: Told[]; take: string | undefined; readonly end: () => void } {
  const told: Told[] = [];
  const ear: { take: string | undefined } = { take: undefined };
  const hear = (message: string, ...rest: readonly unknown[]) => {
    const items = rest.filter(
      (item): item is { title: string } => typeof item === 'object' && item !== null && 'title' in item,
    );
    told.push({ message, choices: items.map(({ title }) => title) });
    return Promise.resolve(items.find(({ title }) => title === ear.take));
  };
  const { showInformationMessage, showWarningMessage, showErrorMessage } = window;
  const own = { showInformationMessage, showWarningMessage, showErrorMessage };
  Object.assign(window, { showInformationMessage: hear, showWarningMessage: hear, showErrorMessage: hear });
  return Object.assign(ear, {
    told,
    end: () => {
      Object.assign(window, own);
    },
  });
}

/** Writes a definition and shows it beside those that are open. */
async function open(name: string, text: string): Promise<void> {
  await workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  await window.showTextDocument(await workspace.openTextDocument(uriOf(name)), { preview: false });
}

async function replaceAll(name: string, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uriOf(name));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, document.validateRange(new Range(0, 0, 9_999, 0)), text);
  assert.ok(await workspace.applyEdit(edit));
}

async function problems(name: string, isRight: (codes: readonly Diagnostic['code'][]) => boolean): Promise<void> {
  try {
    await until(() => isRight(codesOf(name)), { what: `the problems of ${name}`, within });
  } catch (error) {
    throw new Error(`${String(error)}: ${JSON.stringify(problemsOf(name))}`);
  }
}

const names = ['first.targetgroup.json', 'second.targetgroup.json', 'third.targetgroup.json'];
const wrong = '{ "name": 5 }\n';
const hasOwn = (codes: readonly Diagnostic['code'][]) => codes.includes('schema-type');
const crashing = 'crashing.targetgroup.json';

describe('a server that crashes', () => {
  let servers: ServerProcesses;
  let author: ReturnType<typeof listening>;

  before(async () => {
    servers = watchServerProcesses();
    author = listening();
    for (const name of names) await open(name, wrong);
  });

  beforeEach(async () => {
    // The crashes so far are forgotten with it.
    await commands.executeCommand('targetgroup.restartServer');
    await servers.running();
    for (const name of names) await problems(name, hasOwn);
    author.told.length = 0;
    author.take = undefined;
  });

  after(async () => {
    author.end();
    servers.stopWatching();
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of [...names, crashing])
      await workspace.fs.delete(uriOf(name), {}).then(undefined, () => undefined);
  });

  it('whose process is killed comes back by itself, with the problems of every document and without a word', async () => {
    const before = servers.started.length;
    await servers.kill();
    await until(() => servers.started.length > before, { what: 'another process', within });
    // What is shown may be what was: only what changes shows that the server sees the document.
    for (const name of names) {
      await replaceAll(name, '{ "name": [] , ]\n');
      await problems(name, (codes) => codes.includes('json-syntax'));
      await replaceAll(name, wrong);
      await problems(name, (codes) => hasOwn(codes) && !codes.includes('json-syntax'));
    }
    assert.deepEqual(author.told, []);
    assert.equal(servers.started.length, before + 1);
  });

  it('that is killed six times in a minute is given up, which is told once, and comes back on request', async () => {
    const before = servers.started.length;
    for (let crash = 1; crash <= 5; crash += 1) {
      await until(() => servers.started.length === before + crash - 1, { what: `process ${crash}`, within });
      await problems(names[0] ?? '', hasOwn);
      await servers.kill();
    }
    for (const name of names) await problems(name, (codes) => codes.length === 1 && codes[0] === 'not-checked');
    const [told, ...more] = author.told;
    assert.match(told?.message ?? '', /stopped and was not started again/);
    assert.deepEqual(told?.choices, ['Restart', 'Show Log']);
    assert.deepEqual(more, []);
    // There is no sixth process to kill: every start of one is noted.
    assert.equal(servers.started.length, before + 4);
    await commands.executeCommand('targetgroup.restartServer');
    for (const name of names) await problems(name, (codes) => hasOwn(codes) && !codes.includes('not-checked'));
    assert.equal(servers.started.length, before + 5);
    assert.equal(author.told.length, 1);
  });

  it('in one of its rules says so in the file, tells the rest, and serves every other', async () => {
    const before = servers.started.length;
    await open(crashing, '{ "crash-the-rule": true, "name": 5 }\n');
    await problems(crashing, (codes) => codes.includes('internal-error') && hasOwn(codes));
    for (const text of ['{ "crash-the-rule": true }\n', '{ "name": 5, "crash-the-rule": 1, ]\n']) {
      await replaceAll(crashing, text);
      await problems(crashing, (codes) => codes.includes('internal-error'));
    }
    for (const name of names) await problems(name, (codes) => hasOwn(codes) && !codes.includes('internal-error'));
    await replaceAll(crashing, wrong);
    await problems(crashing, (codes) => hasOwn(codes) && !codes.includes('internal-error'));
    assert.equal(servers.started.length, before);
    assert.deepEqual(author.told, []);
  });
});
